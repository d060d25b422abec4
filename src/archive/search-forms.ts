import { editDistance } from './nearest.ts';
import { byCodeUnit } from './order.ts';
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
  // Every rare word meets every frequent one with its first letter, so what is known of those is at hand.
  const frequent = [...counts]
    .filter(([word, often]) => often >= fewestOfRight && word.length >= 5)
    .map(([right, often]) => ({ right, often, stem: stems.get(right) }));
  const byStart = Map.groupBy(frequent, ({ right }) => right.charAt(0));
  const found = new Map<string, string>();
  for (const [word, count] of counts) {
    if (count > mostOfWrong || word.length < shortestMisspelt) continue;
    // "locking" beside "lock": a word with relatives is a word of its own, not "looking" misspelt.
    const own = stems.get(word) ?? word;
    if ((family.get(own) ?? 0) > 1) continue;
    const limit = word.length >= 9 ? 2 : 1;
    let best: { right: string; cost: number } | undefined;
    for (const { right, often, stem } of byStart.get(word.charAt(0)) ?? []) {
      if (often < count * 4 || Math.abs(right.length - word.length) > limit) continue;
      if (stem === own || right.startsWith(word) || word.startsWith(right)) continue;
      const edits = editDistance(word, right);
      if (edits > limit) continue;
      const cost = edits - Math.min(0.5, often / 200);
      if (best === undefined || cost < best.cost) best = { right, cost };
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
