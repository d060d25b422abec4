import type { Archive } from '../archive/archive.ts';
import { type ListPage, listPages, meetingsOnPage } from '../archive/list-pages.ts';
import type { Meeting } from '../archive/meeting.ts';
import type { Paths } from '../archive/paths.ts';

const made = new WeakMap<Archive, ListPage<Meeting>[]>();

/** The pages of the list of meetings, newest first. */
export function meetingPages(archive: Archive): ListPage<Meeting>[] {
  let pages = made.get(archive);
  if (pages === undefined) made.set(archive, (pages = listPages(archive.meetings, meetingsOnPage)));
  return pages;
}

/** Where the list of meetings has a year, from its latest meeting on. */
export function yearPath(
  year: string,
  archive: Archive,
  paths: Pick<Paths, 'meetings' | 'earlier'>,
): string {
  const page = meetingPages(archive).find(({ items }) =>
    items.some(({ date }) => date.startsWith(year)),
  );
  const list = paths.meetings();
  return `${page?.number === undefined ? list : paths.earlier(list, page.number)}#${year}`;
}
