import { byCodeUnit } from './order.ts';
import type { SearchRecord } from './search-record.ts';

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?/gu;

/** The plain words of a text in lower case; identifiers give their parts. */
export function plainWords(text: string): string[] {
  const parted = text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
  return (parted.match(WORD) ?? []).map((word) =>
    word
      .toLowerCase()
      .replace(/['’].*$/u, '')
      .normalize('NFD')
      .replace(/\p{M}/gu, ''),
  );
}

/** How many records hold each word. */
export function countWords(records: readonly SearchRecord[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { heading, text } of records) {
    for (const word of new Set(plainWords(`${heading.text} ${text}`))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * The vocabulary that misspellings are corrected with: words sorted, one a line, each as the number
 * of letters shared with the one before, the frequency on a scale of powers of two, and the rest.
 */
export function packVocabulary(counts: ReadonlyMap<string, number>): string {
  let last = '';
  return [...counts.keys()]
    .filter((word) => word.length >= 3 && word.length <= 30)
    .sort(byCodeUnit)
    .map((word) => {
      let shared = 0;
      while (shared < 35 && shared < last.length && word[shared] === last[shared]) shared += 1;
      last = word;
      const often = Math.min(35, Math.floor(Math.log2(counts.get(word) ?? 1)));
      return `${shared.toString(36)}${often.toString(36)}${word.slice(shared)}`;
    })
    .join('\n');
}
