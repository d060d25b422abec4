import { type MeetingDate, formatDate } from '../archive/date.ts';
import type { ListPage } from '../archive/list-pages.ts';
import type { Paths } from '../archive/paths.ts';

/** The last part of the address of a page of a list, as a route's parameter; absent for the first page. */
export const pageParameter = ({ number }: { number: number | undefined }): string | undefined =>
  number === undefined ? undefined : `earlier/${number}`;

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
