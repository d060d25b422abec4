/** A real calendar day as `YYYY-MM-DD`, without a time zone: the day that the people met. */
export type MeetingDate = string & { readonly __brand: 'MeetingDate' };

const FIRST_YEAR = 1990;
const LAST_YEAR = 2199;

/** The English names of the months, in their order. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
/** The English names of the days of the week, from Sunday on. */
export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

/** How many days a month has; months count from 1. */
export function lengthOfMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The date of a day that exists, in the years 1990 to 2199; months and days count from 1. */
export function makeDate(year: number, month: number, day: number): MeetingDate | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return undefined;
  if (day < 1 || day > lengthOfMonth(year, month)) return undefined;
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${year}-${pad(month)}-${pad(day)}` as MeetingDate;
}

/** The number of a month, from 1, by at least the first three letters of its English name; else 0. */
export function monthNumber(name: string): number {
  const start = name.slice(0, 3).toLowerCase();
  return MONTHS.findIndex((month) => month.slice(0, 3).toLowerCase() === start) + 1;
}

/** Reads exactly `YYYY-MM-DD`; only days that exist, in the years 1990 to 2199. */
export function parseDate(text: string): MeetingDate | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return match === null
    ? undefined
    : makeDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The year of a date, in its four digits. */
export const yearOf = (date: MeetingDate): string => date.slice(0, 4);

/** The numbers of a date; months and days count from 1. */
export function partsOf(date: MeetingDate): { year: number; month: number; day: number } {
  return {
    year: Number(yearOf(date)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  };
}

/** Days since 1970-01-01; exact, as days of UTC all have one length. */
function dayNumber(date: MeetingDate): number {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** The day of the week, from 0 for Sunday. */
export function weekdayOf(date: MeetingDate): number {
  // 1970-01-01 was a Thursday, and no date is before it.
  return (dayNumber(date) + 4) % 7;
}

/** Days from `a` to `b`; negative where `b` is the earlier one. */
export function daysBetween(a: MeetingDate, b: MeetingDate): number {
  return dayNumber(b) - dayNumber(a);
}

/** The date `days` later, or earlier if negative; undefined beyond the years that we know. */
export function addDays(date: MeetingDate, days: number): MeetingDate | undefined {
  const later = new Date((dayNumber(date) + days) * 86_400_000);
  return makeDate(later.getUTCFullYear(), later.getUTCMonth() + 1, later.getUTCDate());
}

/**
 * `long` is `Tuesday, 29 October 2019`, `date` `29 October 2019`, `medium` `29 Oct 2019`, `month`
 * `October 2019`, `weekday` `Tuesday`. The names are our own, so that every machine prints the same.
 */
export function formatDate(
  date: MeetingDate,
  style: 'long' | 'date' | 'medium' | 'month' | 'weekday',
): string {
  const { year, month, day } = partsOf(date);
  const name = MONTHS[month - 1] ?? '';
  if (style === 'month') return `${name} ${year}`;
  if (style === 'medium') return `${day} ${name.slice(0, 3)} ${year}`;
  const full = `${day} ${name} ${year}`;
  if (style === 'date') return full;
  const weekday = WEEKDAYS[weekdayOf(date)] ?? '';
  return style === 'weekday' ? weekday : `${weekday}, ${full}`;
}
