import { type MeetingDate, formatDate, yearOf } from '../../archive/dates/date.ts';
import { onceFor } from '../../archive/once-for.ts';
import { type ListPage, linkedPages } from '../../archive/outputs/list-pages.ts';
import type { Paths } from '../../archive/paths.ts';
import { tallyOf } from '../../archive/text/tally.ts';

/**
 * The routes of a list's pages for Astro's `getStaticPaths`, with what each page shows: the whole list and its own
 * place in it, the newest being 0. The first page has the list's own address.
 */
export function listRoutes<Item, Params extends object, Props extends object>(
  pages: ListPage<Item>[],
  params: Params,
  props: Props,
) {
  return pages.map(({ number }, place) => ({
    params: { ...params, page: number === undefined ? undefined : `earlier/${number}` },
    props: { ...props, pages, place },
  }));
}

/**
 * The routes of the pages of a list that is not in the order of time: what each shows, its place, and where all
 * of them are.
 */
export function numberedRoutes<Item>(
  pages: readonly Item[][],
  list: string,
  paths: Pick<Paths, 'numbered'>,
) {
  const hrefs = pages.map((_, place) => paths.numbered(list, place + 1));
  return pages.map((items, place) => ({
    params: { page: place === 0 ? undefined : `page/${place + 1}` },
    props: { items, place, hrefs },
  }));
}

/** Items in the order of time with the newest day first, and those of one day as they were: a note is read downwards. */
export function newestDayFirst<Item>(
  items: readonly Item[],
  dateOf: (item: Item) => MeetingDate,
): Item[] {
  return [...Map.groupBy(items, dateOf).values()].reverse().flat();
}

/** Items by their years, in their order. */
export function byYear<Item>(
  items: readonly Item[],
  dateOf: (item: Item) => MeetingDate,
): Map<string, Item[]> {
  return Map.groupBy(items, (item) => yearOf(dateOf(item)));
}

/** How many items of a whole list are of each year, which may go on from one page to the next. */
export const countYears = onceFor(
  <Item>(
    pages: readonly ListPage<Item>[],
    dateOf: (item: Item) => MeetingDate,
  ): ReadonlyMap<string, number> =>
    tallyOf(pages.flatMap(({ items }) => items.map((item) => yearOf(dateOf(item))))),
);

/** A link to a page of a list. */
interface PagerLink {
  label: string;
  href: string;
  /** Whether the first page leads straight to it; to the others one comes from page to page. */
  linked: boolean;
}

/** Links to the pages of a list, each called by the months that it covers. */
export function pagerLinks<Item>(
  pages: readonly ListPage<Item>[],
  list: string,
  dateOf: (item: Item) => MeetingDate,
  paths: Pick<Paths, 'earlier'>,
): PagerLink[] {
  const linked = linkedPages(pages.length);
  const seen = new Set<string>();
  return pages.map(({ number, items }, place) => {
    const ends = [items.slice(0, 1), items.slice(-1)].flat();
    const months = ends.map((item) => formatDate(dateOf(item), 'month'));
    const label = [...new Set(months)].join(' – ');
    const isNew = !seen.has(label);
    seen.add(label);
    return {
      // Where there is much in one month, its pages are told apart by their number.
      label: isNew || number === undefined ? label : `${label} (${number})`,
      linked: linked.has(place),
      href: number === undefined ? list : paths.earlier(list, number),
    };
  });
}

/** What a page of a list is called: its first page by the name of the list alone, the others with their months behind it. */
export const titleOnPage = (
  name: string,
  pager: readonly Pick<PagerLink, 'label'>[],
  place: number,
): string => (place === 0 ? name : `${name}, ${pager[place]?.label}`);

/** The same for a list that is not in the order of time, whose pages have numbers. */
export const titleOnNumbered = (name: string, place: number): string =>
  place === 0 ? name : `${name}, page ${place + 1}`;
