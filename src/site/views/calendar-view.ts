import type { Archive } from '../../archive/archive.ts';
import { formatDate, partsOf } from '../../archive/dates/date.ts';
import type { Meeting } from '../../archive/meeting.ts';
import { meetingRow, wordCountOf } from '../../archive/outputs/meeting-row.ts';
import type { Paths } from '../../archive/paths.ts';
import { countOf } from '../../archive/text/count.ts';
import { cutAtWord } from '../../archive/text/cut-at-word.ts';
import { htmlBytes } from '../../archive/text/html-bytes.ts';
import { yearPath } from './meeting-pages.ts';

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
  /** Absent for a year without a meeting, which the list of meetings does not have. */
  path?: string;
  meetings: number;
  marks: CalendarMark[];
}

/** What has a mark of its own. */
type Marked = 'meeting' | 'month';

/** More meetings than this in a month share one mark. */
const mostInMonth = 5;
/**
 * Of more meetings than this in the years shown, or where their marks would have more bytes, each month has one
 * mark: a page has to end somewhere.
 */
const mostSingle = 300;
const mostBytes = 50_000;
/** Bytes of a mark without its words and its path, and most bytes of the words where each month has one mark. */
const frame = 145;
const mostOfWords = 200;
/** Older years are told in a sentence. */
const mostYears = 12;
const subjectsInLabel = 3;

/** What a mark says of its meetings; where each month has one, in few bytes. */
function labelOf(
  meetings: readonly Meeting[],
  archive: Archive,
  paths: Paths,
  mark: Marked,
): string {
  const [meeting, ...others] = meetings;
  if (meeting === undefined) return '';
  if (others.length > 0) {
    const count = mark === 'month' ? `${meetings.length}` : `${meetings.length} more`;
    return `${formatDate(meeting.date, 'month')}: ${count} meetings`;
  }
  const { title, subjects } = meetingRow(meeting, archive, paths, subjectsInLabel);
  const words = [
    ...(title === undefined ? [] : [title]),
    ...subjects.map(({ heading }) => heading),
  ];
  const text = [formatDate(meeting.date, 'long'), words.join('; ')].filter(Boolean).join(': ');
  let short = text;
  for (let most = mostOfWords; mark === 'month' && htmlBytes(short) > mostOfWords; most /= 2) {
    short = cutAtWord(text, most);
  }
  return short;
}

/** The archive over time. */
interface Calendar {
  /** The latest, newest first. */
  years: CalendarYear[];
  /** How many meetings are of years before these. */
  older: number;
}

/** The archive over time, with a mark for each meeting, or for each month where those would be too many for a page. */
export function viewCalendar(archive: Archive, paths: Paths): Calendar {
  const words = new Map(
    archive.meetings.map((meeting) => [meeting, wordCountOf(meeting, archive)]),
  );
  const each = buildCalendar(archive, paths, words, 'meeting');
  const shown = each.years.reduce((sum, { meetings }) => sum + meetings, 0);
  const bytes = each.years
    .flatMap(({ marks }) => marks)
    .reduce((sum, mark) => sum + frame + mark.path.length + htmlBytes(mark.label), 0);
  return shown > mostSingle || bytes > mostBytes
    ? buildCalendar(archive, paths, words, 'month')
    : each;
}

/** How many meetings are too old for the calendar. */
export const olderInWords = (older: number): string =>
  `${countOf(older, 'meeting')} ${older === 1 ? 'is' : 'are'} older still.`;

/** The meetings of a month as its marks show them: each by itself, and together those that are too many. */
function groupsOf(held: readonly Meeting[], mark: Marked): (readonly Meeting[])[] {
  const most = mark === 'month' ? 1 : mostInMonth;
  if (held.length <= most) return held.map((meeting) => [meeting]);
  return [...held.slice(0, most - 1).map((meeting) => [meeting]), held.slice(most - 1)];
}

/** The calendar with a mark for each of what is marked. */
function buildCalendar(
  archive: Archive,
  paths: Paths,
  words: ReadonlyMap<Meeting, number>,
  mark: Marked,
): Calendar {
  const byYear = Map.groupBy(archive.meetings, ({ date }) => partsOf(date).year);
  const last = Math.max(0, ...byYear.keys());
  const first = Math.max(Math.min(...byYear.keys()), last - mostYears + 1);
  const shown = archive.meetings.filter(({ date }) => partsOf(date).year >= first);
  const sumOf = (held: readonly Meeting[]): number =>
    held.reduce((sum, meeting) => sum + (words.get(meeting) ?? 0), 0);
  const months = Map.groupBy(shown, ({ date }) => date.slice(0, 7));
  const sums = mark === 'month' ? [...months.values()].map(sumOf) : [...words.values()];
  const most = sums.reduce((largest, sum) => Math.max(largest, sum), 1);

  const viewYear = (year: number): CalendarYear => {
    const meetings = byYear.get(year) ?? [];
    const path = yearPath(String(year), archive, paths);
    const byMonth = Map.groupBy(meetings, ({ date }) => partsOf(date).month - 1);
    const marks = [...byMonth].flatMap(([month, held]) =>
      groupsOf(held, mark).map((group, place): CalendarMark => {
        const [meeting, ...others] = group;
        return {
          ...{ month, place },
          weight: Math.min(1, sumOf(group) / most),
          label: labelOf(group, archive, paths, mark),
          path: meeting === undefined || others.length > 0 ? path : paths.meeting(meeting.id),
        };
      }),
    );
    return {
      year: String(year),
      ...(meetings.length > 0 && { path }),
      ...{ meetings: meetings.length, marks },
    };
  };

  const years: CalendarYear[] = [];
  for (let year = last; year >= first; year--) years.push(viewYear(year));
  return { years, older: archive.meetings.length - shown.length };
}
