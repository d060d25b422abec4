import { editDistance } from '../text/nearest.ts';
import { DAY, MONTH, MONTH_NAME, WEEKDAY, WEEKDAY_BEFORE, findDate } from './date-in-text.ts';
import { MONTHS, type MeetingDate, lengthOfMonth, makeDate, monthNumber } from './date.ts';

/** A day, month, quarter or year that was asked for, as its first and last day. */
export interface DateRange {
  from: MeetingDate;
  to: MeetingDate;
  precision: 'day' | 'month' | 'quarter' | 'year';
}

/** A month, a quarter or a year; each form has the year. */
const SPAN_QUERIES = /* @__PURE__ */ [
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})$/,
  /^(?<month>\d{1,2})\/(?<year>\d{4})$/,
  new RegExp(String.raw`^${MONTH}[\s.,]{0,3}(?:of\s)?(?<year>\d{4})$`, 'iu'),
  new RegExp(String.raw`^(?<year>\d{4})[\s.,-]{0,3}${MONTH}\.?$`, 'iu'),
  /^q(?<quarter>[1-4])[\s,/-]{0,3}(?<year>\d{4})$/i,
  /^(?<year>\d{4})[\s,/-]{0,3}q(?<quarter>[1-4])$/i,
  /^(?<year>\d{4})$/,
];

/** Months whose names are long enough that what is spelled much like one is meant for it: `Febuary`, `Oktober`. */
const LONG_MONTHS = /* @__PURE__ */ MONTHS.map((name) => name.toLowerCase()).filter(
  ({ length }) => length > 5,
);

/** A text with misspelt names of months set right; short names have neighbours that are words. */
export const mendMonths = (text: string): string =>
  text.replace(/\p{L}{5,11}/gu, (typed) => {
    const word = typed.toLowerCase();
    const limit = word.length < 7 ? 1 : 2;
    const isMeant = (name: string): boolean =>
      name[0] === word[0] && editDistance(word, name) <= limit;
    return LONG_MONTHS.find(isMeant) ?? typed;
  });

/** The days that `29.10.2019` or `10/29/2019` may be: with dots the day comes first, else the month rather does. */
function daysInDigits(text: string): MeetingDate[] {
  const match = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (match === null) return [];
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const monthFirst = match[2] === '.' ? undefined : makeDate(year, first, second);
  return [monthFirst, makeDate(year, second, first)].filter((day) => day !== undefined);
}

type Months = [first: number, last: number, precision: DateRange['precision']];

/** The months that a form asks for by its parts: those of a quarter, one, or those of the year. */
function monthsAsked({ month, name, quarter }: Partial<Record<string, string>>): Months {
  if (quarter) return [3 * Number(quarter) - 2, 3 * Number(quarter), 'quarter'];
  if (!month && !name) return [1, 12, 'year'];
  const asked = name ? monthNumber(name) : Number(month);
  return [asked, asked, 'month'];
}

/** From the first day of a month to the last of another one of its year. */
function monthsOf(year: number, ...[first, last, precision]: Months): DateRange | undefined {
  const from = makeDate(year, first, 1);
  const to = makeDate(year, last, lengthOfMonth(year, last));
  return from && to && { from, to, precision };
}

/** The day that a text is; of two that it may be, `isKnown` decides. */
function dayOf(text: string, isKnown: (day: MeetingDate) => boolean): MeetingDate | undefined {
  const inDigits = daysInDigits(text);
  if (inDigits.length > 0) return inDigits.find(isKnown) ?? inDigits[0];
  const found = findDate(text);
  if (found === undefined || found.end !== text.length) return undefined;
  const before = text.slice(0, found.start).replace(WEEKDAY_BEFORE, '');
  return before === '' ? found.date : undefined;
}

/** The month, quarter or year that a text is. */
function spanOf(text: string): DateRange | undefined {
  for (const form of SPAN_QUERIES) {
    const parts = form.exec(text)?.groups;
    const range = parts && monthsOf(Number(parts['year']), ...monthsAsked(parts));
    if (range !== undefined) return range;
  }
  return undefined;
}

/**
 * Reads a text that is one day, month, quarter or year and nothing else, as people type it in a search. Of two days that
 * it may be, `isKnown` decides.
 */
export function parseDateQuery(
  text: string,
  isKnown: (day: MeetingDate) => boolean = () => true,
): DateRange | undefined {
  // Every form has a number; without one there is nothing to mend either.
  if (!/\d/.test(text)) return undefined;
  const typed = mendMonths(text.trim().replace(/\s+/g, ' '));
  const day = dayOf(typed, isKnown);
  return day === undefined ? spanOf(typed) : { from: day, to: day, precision: 'day' };
}

const DAY_OF_YEAR_QUERIES = /* @__PURE__ */ [
  String.raw`${MONTH_NAME}[\s.,_-]{0,3}${DAY}`,
  String.raw`${DAY}[\s.,_-]{0,3}(?:of\s)?${MONTH_NAME}\.?`,
].map((form) => new RegExp(`^(?:${WEEKDAY})?${form}$`, 'i'));

/** Reads a text that is a day without its year, such as `Oct 29`, and nothing else, as `MM-DD`. */
export function parseDayOfYear(text: string): string | undefined {
  if (!/\d/.test(text)) return undefined;
  const typed = mendMonths(text.trim());
  for (const form of DAY_OF_YEAR_QUERIES) {
    const { name = '', day } = form.exec(typed)?.groups ?? {};
    // A leap year has every day.
    const date = makeDate(2000, monthNumber(name), Number(day));
    if (date !== undefined) return date.slice(5);
  }
  return undefined;
}
