import { formatDate } from '../dates/date.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Meeting } from '../meeting.ts';

/** Fewer meetings than this have no day of their own. */
const fewestMeetings = 12;
/** A series with a larger share of meetings on other days has none either; one is always let be. */
const shareOfOthers = 0.05;

const weekdayOf = ({ date }: Meeting): string => formatDate(date, 'weekday');

/**
 * A notice for each meeting of a series that meets on one day of the week, where it is dated on another: of seven
 * slips of a date, six fall on another day.
 */
export function checkWeekdays(
  meetings: readonly Meeting[],
  shownPath: (file: string) => string,
): Diagnostic[] {
  if (meetings.length < fewestMeetings) return [];
  const days = Map.groupBy(meetings, weekdayOf);
  const [usual = '', held = []] = [...days].sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
  const others = meetings.length - held.length;
  if (others > Math.max(1, shareOfOthers * meetings.length)) return [];
  return meetings
    .filter((meeting) => weekdayOf(meeting) !== usual)
    .map((meeting) => {
      const place = { file: shownPath(meeting.file), line: meeting.heading?.line ?? 1, column: 1 };
      const { date } = meeting;
      const [weekday, times] = [weekdayOf(meeting), held.length];
      return diagnose('date-weekday', place, { date, weekday, usual, times });
    });
}
