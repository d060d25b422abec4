import { type MeetingDate, WEEKDAYS, addDays, partsOf, weekdayOf } from './date.ts';

/** How often a series meets. */
export type Cadence =
  | { every: number; unit: 'day' }
  /** On the same weekday of the month as the last time, such as its second Tuesday. */
  | { every: number; unit: 'month' }
  /** `ordinal` is 1 to 4, or -1 for the last; `weekday` 0 is Sunday. */
  | { every: 1; unit: 'weekday-of-month'; ordinal: number; weekday: number };

const numbers: Readonly<Record<string, number>> = {
  one: 1,
  other: 2,
  two: 2,
  second: 2,
  three: 3,
  third: 3,
  four: 4,
  fourth: 4,
  six: 6,
};
const named: Readonly<Record<string, string>> = {
  daily: 'every day',
  weekly: 'every week',
  fortnightly: 'every 2 weeks',
  monthly: 'every month',
  quarterly: 'every 3 months',
};
const ordinals = ['first', 'second', 'third', 'fourth'];
const weekdays = WEEKDAYS.map((name) => name.toLowerCase());

/** The forms that `parseCadence` reads, for messages. */
export const cadenceForms =
  'weekly, monthly, "every 2 weeks", "every 28 days", "every 3 months" or "first Tuesday of the month"';

/** Reads how often a series meets from English words; undefined for anything else. */
export function parseCadence(text: string): Cadence | undefined {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const every = /^every (?:(\d{1,3}|[a-z]+) )?(day|week|month)s?$/.exec(named[words] ?? words);
  if (every !== null) {
    const [, count, unit] = every;
    const given = count === undefined ? 1 : (numbers[count] ?? Number(count));
    if (!Number.isInteger(given) || given < 1) return undefined;
    if (unit === 'month') return { every: given, unit: 'month' };
    return { every: unit === 'week' ? given * 7 : given, unit: 'day' };
  }
  const day = /^(?:the |every )?([a-z]+) ([a-z]+)(?: of (?:the|every|each) month)?$/.exec(words);
  const ordinal = day?.[1] === 'last' ? -1 : ordinals.indexOf(day?.[1] ?? '') + 1;
  const weekday = weekdays.indexOf(day?.[2] ?? '');
  if (ordinal === 0 || weekday < 0) return undefined;
  return { every: 1, unit: 'weekday-of-month', ordinal, weekday };
}

/** Days between two meetings, about. */
export function daysOf(cadence: Cadence): number {
  return cadence.unit === 'day' ? cadence.every : Math.round(cadence.every * 30.4);
}

/** The first (or -1, last) such weekday of the month that lies `months` after a date's. */
function weekdayInMonth(
  date: MeetingDate,
  months: number,
  ordinal: number,
  weekday: number,
): MeetingDate | undefined {
  const { year, month } = partsOf(date);
  const total = year * 12 + month - 1 + months;
  const start = (index: number): MeetingDate =>
    `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01` as MeetingDate;
  if (ordinal < 0) {
    const next = start(total + 1);
    const back = (weekdayOf(next) - weekday + 7) % 7 || 7;
    return addDays(next, -back);
  }
  const first = start(total);
  const ahead = (weekday - weekdayOf(first) + 7) % 7;
  return addDays(first, ahead + (ordinal - 1) * 7);
}

/** The meeting after one; undefined beyond the years that dates have here. */
export function nextMeeting(cadence: Cadence, last: MeetingDate): MeetingDate | undefined {
  if (cadence.unit === 'day') return addDays(last, cadence.every);
  if (cadence.unit === 'month') {
    const ordinal = Math.min(4, Math.ceil(partsOf(last).day / 7));
    return weekdayInMonth(last, cadence.every, ordinal, weekdayOf(last));
  }
  const { ordinal, weekday } = cadence;
  const inMonth = weekdayInMonth(last, 0, ordinal, weekday);
  if (inMonth !== undefined && inMonth > last) return inMonth;
  return weekdayInMonth(last, 1, ordinal, weekday);
}
