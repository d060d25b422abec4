import { type MeetingDate, formatDate } from '../archive/date.ts';
import type { ListPage } from '../archive/list-pages.ts';
import type { Paths } from '../archive/paths.ts';

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

/** Links to the pages of a list, each called by the months that it covers. */
export function pagerLinks<Item>(
  pages: readonly ListPage<Item>[],
  list: string,
  dateOf: (item: Item) => MeetingDate | undefined,
  paths: Pick<Paths, 'earlier'>,
): { label: string; href: string }[] {
  return pages.map(({ number, items }) => {
    const months = [items[0], items.at(-1)].map((item) => {
      const date = item && dateOf(item);
      return date === undefined ? '' : formatDate(date, 'month');
    });
    return {
      label: [...new Set(months)].join(' – '),
      href: number === undefined ? list : paths.earlier(list, number),
    };
  });
}
