import { editDistance } from '../text/nearest.ts';
import { byCodeUnit } from '../text/order.ts';
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

/**
 * Words of the notes that look misspelt, each with the word that was meant: rare, long, and one slip
 * (two in long words) from a frequent word with the same first letter that is no form of it.
 */
export function findMisspelt(counts: ReadonlyMap<string, number>): Map<string, string> {
  const stems = new Map<string, string>();
  const family = new Map<string, number>();
  for (const word of counts.keys()) {
    const stem = stemOf(word);
    stems.set(word, stem);
    family.set(stem, (family.get(stem) ?? 0) + 1);
  }
  // A rare word meets the frequent ones with its first letter and about its length; which letters they have is
  // compared before their order, as most differ in more of them than slips can account for.
  const frequent = [...counts]
    .filter(([word, often]) => often >= fewestOfRight && word.length >= 5)
    .map(([right, often], order) => ({
      ...{ right, often, order, stem: stems.get(right), letters: lettersOf(right) },
    }));
  const byShape = Map.groupBy(frequent, ({ right }) => shapeOf(right, right.length));
  const found = new Map<string, string>();
  for (const [word, count] of counts) {
    if (count > mostOfWrong || word.length < shortestMisspelt) continue;
    // "locking" beside "lock": a word with relatives is a word of its own, not "looking" misspelt.
    const own = stems.get(word) ?? word;
    if ((family.get(own) ?? 0) > 1) continue;
    const limit = word.length >= 9 ? 2 : 1;
    const letters = lettersOf(word);
    let best: { right: string; cost: number; order: number } | undefined;
    for (let length = word.length - limit; length <= word.length + limit; length += 1) {
      for (const near of byShape.get(shapeOf(word, length)) ?? []) {
        const { right, often, order, stem } = near;
        if (often < count * 4 || countBits(letters ^ near.letters) > 2 * limit) continue;
        if (stem === own || right.startsWith(word) || word.startsWith(right)) continue;
        const edits = editDistance(word, right);
        if (edits > limit) continue;
        const cost = edits - Math.min(0.5, often / 200);
        const isBetter =
          best === undefined || cost < best.cost || (cost === best.cost && order < best.order);
        if (isBetter) best = { right, cost, order };
      }
    }
    if (best !== undefined) found.set(word, best.right);
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
