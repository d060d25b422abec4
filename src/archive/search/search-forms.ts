import { editDistance } from '../text/nearest.ts';
import { byCodeUnit } from '../text/order.ts';
import { tallyOf } from '../text/tally.ts';
import type { SearchRecord } from './search-record.ts';
import { plainWords } from './search-vocabulary.ts';

/** Records that a word must be in before a rare one near to it is taken for its misspelling. */
const fewestOfRight = 4;
/** A misspelling recurs at most this often, and is this much rarer than the right word. */
const mostOfWrong = 2;
const shortestMisspelt = 6;

/** What words become in use; a rare word that differs from a frequent one by this alone is no mistake. */
const inflection = /(?:'?s|es|e?d|ing|er|ers|ly|al|e|y|ies|ion|ions|or|able|ment)$/;
const stemOf = (word: string): string => word.replace(inflection, '').replace(/(.)\1$/, '$1');

const shapeOf = (word: string, length: number): string => `${word.charAt(0)}${length}`;

/** The letters that a word has, one bit each (others share bits); a slip changes two of them at most. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1)
    letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** A word that is frequent enough to be meant by a rare one. */
interface Frequent {
  word: string;
  often: number;
  /** Its place among all words. */
  order: number;
  stem: string;
  letters: number;
}

/** The frequent word that a rare one is a slip from: the nearest, and of several the most frequent. */
function meantBy(
  { word, count, stem }: { word: string; count: number; stem: string },
  byShape: ReadonlyMap<string, readonly Frequent[]>,
): string | undefined {
  const limit = word.length >= 9 ? 2 : 1;
  const letters = lettersOf(word);
  let best: { word: string; cost: number; order: number } | undefined;
  for (let length = word.length - limit; length <= word.length + limit; length += 1) {
    for (const near of byShape.get(shapeOf(word, length)) ?? []) {
      // Which letters they have is compared before their order, as most differ in more of them than slips account for.
      if (near.often < count * 4 || countBits(letters ^ near.letters) > 2 * limit) continue;
      if (near.stem === stem || near.word.startsWith(word) || word.startsWith(near.word)) continue;
      const edits = editDistance(word, near.word);
      if (edits > limit) continue;
      const cost = edits - Math.min(0.5, near.often / 200);
      const isBetter =
        best === undefined || cost < best.cost || (cost === best.cost && near.order < best.order);
      if (isBetter) best = { word: near.word, cost, order: near.order };
    }
  }
  return best?.word;
}

/**
 * Words of the notes that look misspelt, each with the word that was meant: rare, long, and one slip
 * (two in long words) from a frequent word with the same first letter that is no form of it.
 */
export function findMisspelt(counts: ReadonlyMap<string, number>): Map<string, string> {
  const stems = new Map([...counts.keys()].map((word) => [word, stemOf(word)]));
  const family = tallyOf(stems.values());
  const frequent = [...counts]
    .filter(([word, often]) => often >= fewestOfRight && word.length >= 5)
    .map(([word, often], order): Frequent => {
      return { word, often, order, stem: stems.get(word) ?? word, letters: lettersOf(word) };
    });
  const byShape = Map.groupBy(frequent, ({ word }) => shapeOf(word, word.length));
  const found = new Map<string, string>();
  for (const [word, count] of counts) {
    if (count > mostOfWrong || word.length < shortestMisspelt) continue;
    const stem = stems.get(word) ?? word;
    // "locking" beside "lock": a word with relatives is a word of its own, not "looking" misspelt.
    const meant = family.get(stem) === 1 ? meantBy({ word, count, stem }, byShape) : undefined;
    if (meant !== undefined) found.set(word, meant);
  }
  return found;
}

/**
 * Pairs of words that the archive also writes as one, such as `code signing` beside `codesigning`,
 * sorted.
 */
export function findSplits(
  records: readonly SearchRecord[],
  counts: ReadonlyMap<string, number>,
): string[] {
  const pairs = new Set<string>();
  for (const { heading, text } of records) {
    const list = plainWords(`${heading.text} ${text}`);
    for (const [index, first] of list.entries()) {
      const second = list[index + 1] ?? '';
      const joined = first + second;
      if (first.length < 2 || second.length < 2 || joined.length < 6) continue;
      if (counts.has(joined)) pairs.add(`${first} ${second}`);
    }
  }
  return [...pairs].sort(byCodeUnit);
}
