import { withoutEnd } from '../archive/text/without-end.ts';

/** What a text holds that must not be lost. */
export interface Facts {
  words: string[];
  links: string[];
  items: number;
}

/** What of a source is not in the result. */
export interface Losses {
  words: string[];
  links: string[];
  /** How many list items fewer there are. */
  items: number;
  /** How many pictures are within the source itself, where a note has no place for them. */
  pictures: number;
}

/** Whether something left out is a picture of the source. */
export const isPicture = (mark: string): boolean => mark.startsWith('![');

const ADDRESS = /https?:\/\/[^\s<>()[\]"]+/g;

/** The words of a text without the addresses in it; marks of Markdown are none. */
export function plainWords(text: string): string[] {
  return (
    text
      .replace(ADDRESS, ' ')
      .replace(/[\u200b\u2060\ufeff]/g, '')
      .replace(/\\(?=[^\p{L}\p{N}\s])/gu, '')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** Words, addresses and list items of Markdown, by its lines alone. */
export function factsOfMarkdown(text: string): Facts {
  const items = text
    .split('\n')
    .filter((line) => /^\s*(?:>\s*)*(?:[-*+]|\d{1,9}[.)])\s+\S/.test(line));
  return {
    // The letter by which Word shows an item says nothing.
    words: plainWords(text.replace(/^([ \t\u00a0]*)o(?=\t)/gmu, '$1')),
    links: text.replace(/\\(?=[_&*~-])/g, '').match(ADDRESS) ?? [],
    items: items.length,
  };
}

/** What the one has more of than the other, each as often as it is missing, in the order of the first. */
function missing(before: readonly string[], after: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const one of after) left.set(one, (left.get(one) ?? 0) + 1);
  return before.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}

/** What ends a sentence, or marks it, behind an address. */
const SIGN = /[.,;:!?*_~'"]/;

function trimAddress(address: string): string {
  const bare = withoutEnd(address, SIGN);
  return bare === address ? address.replace(/\/$/, '') : bare;
}

/** What of a source is not in the result; what was left out on purpose, and named, does not count. */
export function findLosses(source: Facts, result: Facts, dropped: readonly string[]): Losses {
  const links = [...result.links, ...dropped.flatMap((mark) => mark.match(ADDRESS) ?? [])];
  return {
    words: missing(source.words, [...result.words, ...dropped.flatMap(plainWords)]),
    links: missing([...new Set(source.links.map(trimAddress))], links.map(trimAddress)),
    items: Math.max(0, source.items - result.items),
    pictures: dropped.filter(isPicture).length,
  };
}
