/** A long list on several pages. */
export interface ListPages<Item> {
  /** The newest items, on the page that people come to first: fewer than two pages' worth. */
  first: Item[];
  /** The others, oldest page first. Page 1 is the oldest, so that a page keeps its items for good. */
  earlier: Item[][];
}

/** Splits a list, oldest item first, into pages of `size` items; one that is short enough stays whole. */
export function pagesOfList<Item>(oldestFirst: readonly Item[], size: number): ListPages<Item> {
  const count = Math.max(0, Math.floor(oldestFirst.length / size) - 1);
  return {
    first: oldestFirst.slice(count * size),
    earlier: Array.from({ length: count }, (_, index) =>
      oldestFirst.slice(index * size, (index + 1) * size),
    ),
  };
}

/** One page of a list, as a route of its own and as pages beside it lead to it. */
export interface ListPage<Item> {
  /** Absent for the first one. */
  number: number | undefined;
  items: Item[];
}

/** All pages of a list, newest first. */
export function listPages<Item>(oldestFirst: readonly Item[], size: number): ListPage<Item>[] {
  const { first, earlier } = pagesOfList(oldestFirst, size);
  return [
    { number: undefined, items: first },
    ...earlier.map((items, index) => ({ number: index + 1, items })).reverse(),
  ];
}

/** Meetings on a page. */
export const meetingsOnPage = 50;
/** References on a page. */
export const referencesOnPage = 100;
/** Passages about a topic on a page. */
export const passagesOnPage = 50;
