import type { Archive } from '../archive/archive.ts';
import { formatDate } from '../archive/date.ts';
import type { Meeting } from '../archive/meeting.ts';
import type { Paths } from '../archive/paths.ts';
import { meetingRow, wordsOf } from './meeting-row.ts';

/** A mark of the calendar: one meeting, or all that are too many for a month. */
export interface CalendarMark {
  /** 0 to 11. */
  month: number;
  /** Place among the marks of the month, from 0. */
  place: number;
  /** 0 to 1, by area: how much was written down. */
  weight: number;
  label: string;
  path: string;
}

/** A row of the calendar. */
export interface CalendarYear {
  year: string;
  path: string;
  meetings: number;
  marks: CalendarMark[];
}

/** More meetings than this in a month share one mark. */
const mostInMonth = 5;
/** Older years are told in a sentence. */
const mostYears = 12;
const subjectsInLabel = 3;

function label(meetings: readonly Meeting[], archive: Archive, paths: Paths): string {
  const [meeting, ...others] = meetings;
  if (meeting === undefined) return '';
  if (others.length > 0) {
    return `${formatDate(meeting.date, 'month')}: ${meetings.length} more meetings`;
  }
  const { title, subjects } = meetingRow(meeting, archive, paths, subjectsInLabel);
  const words = [
    ...(title === undefined ? [] : [title]),
    ...subjects.map(({ heading }) => heading),
  ];
  return [formatDate(meeting.date, 'long'), words.join('; ')].filter(Boolean).join(': ');
}

/** The archive over time, newest year first; `older` counts the meetings of years left out. */
export function viewCalendar(
  archive: Archive,
  paths: Paths,
): { years: CalendarYear[]; older: number } {
  const words = new Map(archive.meetings.map((meeting) => [meeting, wordsOf(meeting, archive)]));
  const most = Math.max(1, ...words.values());
  const byYear = Map.groupBy(archive.meetings, ({ date }) => Number(date.slice(0, 4)));
  const last = Math.max(0, ...byYear.keys());
  const first = Math.max(Math.min(...byYear.keys()), last - mostYears + 1);
  const years: CalendarYear[] = [];
  for (let year = last; year >= first; year--) {
    const meetings = byYear.get(year) ?? [];
    const marks = [...Map.groupBy(meetings, ({ date }) => Number(date.slice(5, 7)) - 1)].flatMap(
      ([month, held]) => {
        const single = held.length > mostInMonth ? held.slice(0, mostInMonth - 1) : held;
        const rest = held.slice(single.length);
        const groups = [...single.map((meeting) => [meeting]), ...(rest.length > 0 ? [rest] : [])];
        return groups.map((group, place): CalendarMark => {
          const written = group.reduce((sum, meeting) => sum + (words.get(meeting) ?? 0), 0);
          const path =
            group.length === 1 && group[0] !== undefined
              ? paths.meeting(group[0].id)
              : `${paths.meetings()}#${year}`;
          const text = label(group, archive, paths);
          return { month, place, weight: Math.min(1, written / most), label: text, path };
        });
      },
    );
    const path = `${paths.meetings()}#${year}`;
    years.push({ year: String(year), path, meetings: meetings.length, marks });
  }
  const shown = years.reduce((sum, { meetings }) => sum + meetings, 0);
  return { years, older: archive.meetings.length - shown };
}
