/** A long list on several pages. */
export interface ListPages<Item> {
  /** The newest items, on the page that people come to first: fewer than two pages' worth. */
  first: Item[];
  /** The others, oldest page first. Page 1 is the oldest, so that a page keeps its items for good. */
  earlier: Item[][];
}

/** What a page of a list may hold; its first page, up to twice of it. */
export interface PageSize {
  /** Items. */
  most: number;
  /** Bytes of HTML that they have together; one that has more by itself stands alone. */
  bytes: number;
}

/**
 * Splits a list, oldest item first, into pages of a size; one that is short enough stays whole. `weigh` gives the
 * bytes of an item.
 */
export function pagesOfList<Item>(
  oldestFirst: readonly Item[],
  size: PageSize,
  weigh: (item: Item) => number,
): ListPages<Item> {
  const pages: Item[][] = [];
  let room = 0;
  for (const item of oldestFirst) {
    const bytes = weigh(item);
    const last = pages.at(-1);
    if (last === undefined || last.length === size.most || bytes > room) {
      pages.push([item]);
      room = size.bytes - bytes;
    } else {
      last.push(item);
      room -= bytes;
    }
  }
  // What follows a page that is not full is still to come, so it stays with the one before.
  const isFull = pages.at(-1)?.length === size.most;
  const count = Math.max(0, pages.length - (isFull ? 1 : 2));
  return { first: pages.slice(count).flat(), earlier: pages.slice(0, count) };
}

/** One page of a list, as a route of its own and as pages beside it lead to it. */
export interface ListPage<Item> {
  /** Absent for the first one. */
  number: number | undefined;
  items: Item[];
}

/** All pages of a list, newest first; `weigh` as in `pagesOfList`. */
export function listPages<Item>(
  oldestFirst: readonly Item[],
  size: PageSize,
  weigh: (item: Item) => number,
): ListPage<Item>[] {
  const { first, earlier } = pagesOfList(oldestFirst, size, weigh);
  return [
    { number: undefined, items: first },
    ...earlier.map((items, index) => ({ number: index + 1, items })).reverse(),
  ];
}

/** The first items of a list, as many as have no more than so many bytes together. */
export function leading<Item>(
  items: readonly Item[],
  bytes: number,
  weigh: (item: Item) => number,
): Item[] {
  let room = bytes;
  const end = items.findIndex((item) => (room -= weigh(item)) < 0);
  return items.slice(0, end === -1 ? items.length : end);
}

/** What a page of a list that is not in the order of time may hold, in bytes of HTML. */
export interface OrderedPageSize {
  /** On the list's own page. */
  first: number;
  /** On each other page; an item that has more by itself stands alone. */
  bytes: number;
}

/**
 * Splits a list that is not in the order of time into pages of a size; there is always a first one, and none of
 * the others is empty.
 */
export function pagesInOrder<Item>(
  items: readonly Item[],
  size: OrderedPageSize,
  weigh: (item: Item) => number,
): Item[][] {
  const pages = [leading(items, size.first, weigh)];
  for (let at = pages[0]?.length ?? 0; at < items.length; at += pages.at(-1)?.length ?? 1) {
    const page = leading(items.slice(at), size.bytes, weigh);
    pages.push(page.length > 0 ? page : items.slice(at, at + 1));
  }
  return pages;
}

/**
 * Which of so many pages the first one links, by their places: all, or of very many the nearest, and of the others
 * some at even distances, with the last among them.
 */
export function linkedPages(count: number, most = 40): Set<number> {
  const near = count <= most ? count : most / 2;
  const places = new Set(Array.from({ length: near }, (_, place) => place));
  for (let step = 1; near < count && step <= most - near; step += 1) {
    places.add(near - 1 + Math.ceil((step * (count - near)) / (most - near)));
  }
  return places;
}

// With what else its page shows, twice the bytes stay below the 100,000 that no page may have.

/** Meetings on a page. */
export const meetingsOnPage: PageSize = { most: 50, bytes: 40_000 };
/** References on a page. */
export const referencesOnPage: PageSize = { most: 100, bytes: 30_000 };
/** Passages about a topic on a page. */
export const passagesOnPage: PageSize = { most: 50, bytes: 22_000 };
/** Discussions of a reference on a page. */
export const discussionsOnPage: PageSize = { most: 50, bytes: 26_000 };
/** Decisions or action items on a page. */
export const outcomesOnPage: PageSize = { most: 100, bytes: 40_000 };
/** Bytes of the topics on a page of all topics. */
export const topicsOnPage: OrderedPageSize = { first: 70_000, bytes: 70_000 };
/** Bytes of the repositories on a page; the first one shows references too. */
export const repositoriesOnPage: OrderedPageSize = { first: 24_000, bytes: 70_000 };
