import { type Cadence, daysOf, nextMeeting } from '../dates/cadence.ts';
import { type MeetingDate, daysBetween } from '../dates/date.ts';
import { type Diagnostic, type Place, diagnose } from '../diagnostics/diagnostic.ts';
import type { Meeting } from '../meeting.ts';

/** A note takes some days to arrive. */
const daysUntilWritten = 14;
/** More dates than this are not listed one by one. */
const mostListed = 4;

/** The dates after one meeting on which another would have been, well before the next one. */
function datesBetween(cadence: Cadence, from: MeetingDate, until: MeetingDate): MeetingDate[] {
  const dates: MeetingDate[] = [];
  // A meeting moved by less than half the time between two is still the meeting that was expected.
  const slack = Math.ceil(daysOf(cadence) / 2);
  let date = nextMeeting(cadence, from);
  while (date !== undefined && daysBetween(date, until) >= slack) {
    dates.push(date);
    date = nextMeeting(cadence, date);
  }
  return dates;
}

function list(dates: readonly MeetingDate[]): string {
  const shown = dates.slice(0, mostListed).join(', ');
  const more = dates.length - mostListed;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

/** A notice for each gap between two notes in which the cadence expects a meeting, and for one at the end. */
export function checkCadence(
  meetings: readonly Meeting[],
  cadence: Cadence,
  today: MeetingDate,
  settings: Place,
  shownPath: (file: string) => string,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const [index, meeting] of meetings.entries()) {
    const next = meetings[index + 1];
    const missing = datesBetween(cadence, meeting.date, next?.date ?? today).filter(
      (date) => next !== undefined || daysBetween(date, today) > daysUntilWritten,
    );
    if (missing.length === 0) continue;
    const place =
      next === undefined ? settings : { file: shownPath(next.file), line: 1, column: 1 };
    diagnostics.push(
      diagnose('meeting-missing', place, { dates: list(missing), after: meeting.date }),
    );
  }
  return diagnostics;
}
