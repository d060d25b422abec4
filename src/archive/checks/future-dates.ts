import { type MeetingDate, daysBetween } from '../dates/date.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Meeting } from '../meeting.ts';

/** Notes are begun before their meeting, also those of a meeting once a quarter. */
const mostDays = 100;

/** A warning for each meeting so far ahead that nobody would have begun its note: most likely a slip of the date. */
export function checkFutureDates(
  meetings: readonly Meeting[],
  today: MeetingDate,
  shownPath: (file: string) => string,
): Diagnostic[] {
  return meetings.flatMap(({ file, date, heading }) => {
    const days = daysBetween(today, date);
    if (days <= mostDays) return [];
    const place = { file: shownPath(file), line: heading?.line ?? 1, column: 1 };
    return [diagnose('date-future', place, { date, days })];
  });
}
