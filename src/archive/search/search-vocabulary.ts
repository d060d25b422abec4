import { byCodeUnit } from '../text/order.ts';
import type { SearchRecord } from './search-record.ts';

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?/gu;

const fold = (word: string): string =>
  word
    .toLowerCase()
    .replace(/['’].*$/u, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');

/** The plain words of a text in lower case; identifiers give their parts. */
export function plainWords(text: string): string[] {
  const parted = text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
  return (parted.match(WORD) ?? []).map(fold);
}

/** The names of a text that are written with humps, such as `TypeScript`, in lower case and whole. */
export const humpedNames = (text: string): string[] =>
  (text.match(WORD) ?? []).filter((word) => /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(word)).map(fold);

/** How many records hold each word, by default each plain one. */
export function countWords(
  records: readonly SearchRecord[],
  wordsOf = plainWords,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { heading, text } of records) {
    for (const word of new Set(wordsOf(`${heading.text} ${text}`))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

/** Characters of a part of the vocabulary; a small one is a single part, in which any word is found. */
const partSize = 24_000;

/**
 * The vocabulary that misspellings are corrected with, in parts of whole first letters. Words are sorted, one a
 * line, each as the number of letters shared with the one before, the frequency on a scale of powers of two,
 * and the rest; numbers in base 36. `starts` has the letter that each part begins with.
 */
export function cutVocabulary(counts: ReadonlyMap<string, number>): {
  starts: string[];
  parts: string[];
} {
  const starts: string[] = [];
  const parts: string[] = [];
  let last = '';
  for (const word of [...counts.keys()].sort(byCodeUnit)) {
    if (word.length < 3 || word.length > 30) continue;
    const full = (parts.at(-1)?.length ?? Infinity) > partSize;
    const begins = full && word.charAt(0) !== last.charAt(0);
    if (begins) {
      starts.push(word.charAt(0));
      parts.push('');
      last = '';
    }
    let shared = 0;
    while (shared < 35 && shared < last.length && word[shared] === last[shared]) shared += 1;
    last = word;
    const often = Math.min(35, Math.floor(Math.log2(counts.get(word) ?? 1)));
    const line = `${shared.toString(36)}${often.toString(36)}${word.slice(shared)}`;
    parts[parts.length - 1] += begins ? line : `\n${line}`;
  }
  return { starts, parts };
}
