import { editDistance } from '../archive/text/nearest.ts';
import { irregularForms } from './irregular.ts';
import { stemOf } from './stem.ts';

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

/** Short words have neighbours that are words as well; of these only swapped letters are taken for a slip … */
const shortWord = 4;
/** … and of somewhat longer ones no other slip in the first letter: `yield` is not `field`. */
const ratherShortWord = 5;
const isSwap = (a: string, b: string): boolean =>
  a.length === b.length && [...a].sort().join('') === [...b].sort().join('');

/** The two words that are run together in one, the rarer of which is the most frequent. */
function splitWord(word: string, vocabulary: Vocabulary): string[] | undefined {
  let split: { words: string[]; often: number } | undefined;
  for (let cut = 3; cut <= word.length - 3; cut += 1) {
    const words = [word.slice(0, cut), word.slice(cut)];
    const often = Math.min(...words.map((part) => vocabulary.get(part) ?? 0));
    if (often > (split?.often ?? 1)) split = { words, often };
  }
  return split?.words;
}

/** One of some forms that the archive holds, else its most frequent word that is one but for a regular ending. */
function heldForm(forms: readonly string[], vocabulary: Vocabulary): string | undefined {
  const held = forms.find((form) => vocabulary.has(form));
  if (held !== undefined) return held;
  const stems = new Set(forms.map(stemOf));
  const akin = [...vocabulary].filter(([word]) => stems.has(stemOf(word)));
  return akin.sort(([, a], [, b]) => b - a)[0]?.[0];
}

/**
 * The word that was meant by one that the archive does not hold, or two words that it runs together.
 * Another form of the word goes before words that are spelled alike: of a word known to have such forms, which is
 * no slip, nothing else is taken. Nearer words win; of equally near ones the more frequent. A first letter is seldom
 * wrong, and a word that is a mere beginning of the typed one is no better than a near one. What may be two words is
 * those, unless a single slip makes it one.
 */
export function correctWord(word: string, vocabulary: Vocabulary): string[] | undefined {
  if (vocabulary.has(word) || /\d/.test(word) || word.length < 3) return undefined;
  const forms = irregularForms(word);
  if (forms !== undefined) {
    const held = heldForm(forms, vocabulary);
    return held === undefined ? undefined : [held];
  }
  const split = splitWord(word, vocabulary);
  const limit = split === undefined ? allowedEdits(word.length) : 1;
  let best: { word: string; cost: number } | undefined;
  for (const [candidate, often] of vocabulary) {
    if (/\d/.test(candidate)) continue;
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const beginsAlike = candidate[0] === word[0];
    const isDoubtful =
      word.length <= shortWord ||
      (!beginsAlike && (word.length <= ratherShortWord || split !== undefined));
    if (isDoubtful && !isSwap(word, candidate)) continue;
    const edits = editDistance(word, candidate);
    if (edits > limit) continue;
    const cost = edits + (beginsAlike ? 0 : 0.75) - 0.12 * Math.min(4, Math.log2(often));
    if (best === undefined || cost < best.cost) best = { word: candidate, cost };
  }
  return best === undefined ? split : [best.word];
}
