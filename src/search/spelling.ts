import { editDistance } from '../archive/nearest.ts';

/** The words of the archive, each with the number of records that hold it. */
export type Vocabulary = ReadonlyMap<string, number>;

/**
 * Reads a part of the vocabulary, as `cutVocabulary` writes it: words sorted, one a line, each as the number of
 * letters that it shares with the word before, the frequency on a scale of powers of two, both a digit in base 36,
 * and the rest of its letters.
 */
export function readVocabulary(packed: string): Vocabulary {
  const words = new Map<string, number>();
  let last = '';
  for (const entry of packed === '' ? [] : packed.split('\n')) {
    const shared = parseInt(entry.charAt(0), 36);
    const often = parseInt(entry.charAt(1), 36);
    last = last.slice(0, shared) + entry.slice(2);
    words.set(last, 2 ** often);
  }
  return words;
}

/** Edits that a word of this many letters may be away from the one that was meant. */
const allowedEdits = (letters: number): number => (letters < 4 ? 0 : letters < 8 ? 1 : 2);

/** Short words have neighbours that are words as well; of these only swapped letters are taken for a slip. */
const shortWord = 4;
const isSwap = (a: string, b: string): boolean =>
  a.length === b.length && [...a].sort().join('') === [...b].sort().join('');

/**
 * The word that was meant by one that the archive does not hold, or two words that it runs together.
 * Nearer words win; of equally near ones the more frequent. A first letter is seldom wrong, and a
 * word that is a mere beginning of the typed one is no better than a near one.
 */
export function correctWord(word: string, vocabulary: Vocabulary): string[] | undefined {
  if (vocabulary.has(word) || /\d/.test(word) || word.length < 3) return undefined;
  let split: { words: string[]; often: number } | undefined;
  for (let cut = 3; cut <= word.length - 3; cut += 1) {
    const words = [word.slice(0, cut), word.slice(cut)];
    const often = Math.min(...words.map((part) => vocabulary.get(part) ?? 0));
    if (often > (split?.often ?? 1)) split = { words, often };
  }
  if (split !== undefined) return split.words;
  const limit = allowedEdits(word.length);
  let best: { word: string; cost: number } | undefined;
  for (const [candidate, often] of vocabulary) {
    if (candidate.length < 4 || /\d/.test(candidate)) continue;
    if (Math.abs(candidate.length - word.length) > limit) continue;
    if (word.length <= shortWord && !isSwap(word, candidate)) continue;
    const edits = editDistance(word, candidate);
    if (edits > limit) continue;
    const cost =
      edits + (candidate[0] === word[0] ? 0 : 0.75) - 0.12 * Math.min(4, Math.log2(often));
    if (best === undefined || cost < best.cost) best = { word: candidate, cost };
  }
  return best && [best.word];
}
