import type { MeetingDate } from '../archive/dates/date.ts';

/** The day that an instant falls on in a time zone; without one, on the calendar of this machine. */
export function dayOf(instant: Date, timeZone: string | undefined): MeetingDate {
  const parts = new Intl.DateTimeFormat('en', {
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone,
  }).formatToParts(instant);
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}` as MeetingDate;
}
