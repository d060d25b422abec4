import type { Archive } from '../../archive/archive.ts';
import { yearOf } from '../../archive/dates/date.ts';
import { onceFor } from '../../archive/once-for.ts';
import { type ListPage, listPages, meetingsOnPage } from '../../archive/outputs/list-pages.ts';
import {
  type MeetingRow,
  listedMeeting,
  meetingRowBytes,
} from '../../archive/outputs/meeting-row.ts';
import type { Paths } from '../../archive/paths.ts';

const subjectsInRow = 8;

/** The pages of the list of meetings, newest first. */
export const meetingPages = onceFor(
  (archive: Archive, paths: Pick<Paths, 'meeting'>): ListPage<MeetingRow>[] => {
    const rows = archive.meetings.map((meeting) =>
      listedMeeting(meeting, archive, paths, subjectsInRow),
    );
    return listPages(rows, meetingsOnPage, meetingRowBytes);
  },
);

/** Where the list of meetings has a year, from its latest meeting on. */
export function yearPath(
  year: string,
  archive: Archive,
  paths: Pick<Paths, 'meeting' | 'meetings' | 'earlier'>,
): string {
  const page = meetingPages(archive, paths).find(({ items }) =>
    items.some(({ date }) => yearOf(date) === year),
  );
  const list = paths.meetings();
  return `${page?.number === undefined ? list : paths.earlier(list, page.number)}#${year}`;
}
