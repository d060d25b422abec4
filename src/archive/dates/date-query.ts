import { editDistance } from '../text/nearest.ts';
import { DAY, MONTH, MONTH_NAME, WEEKDAY, WEEKDAY_BEFORE, findDate } from './date-in-text.ts';
import { MONTHS, type MeetingDate, lengthOfMonth, makeDate, monthNumber } from './date.ts';

/** A day, month, quarter or year that was asked for, as its first and last day. */
export interface DateRange {
  from: MeetingDate;
  to: MeetingDate;
  precision: 'day' | 'month' | 'quarter' | 'year';
}

const QUARTER_QUERIES = [
  /^q(?<quarter>[1-4])[\s,/-]{0,3}(?<year>\d{4})$/i,
  /^(?<year>\d{4})[\s,/-]{0,3}q(?<quarter>[1-4])$/i,
];

const MONTH_QUERIES = /* @__PURE__ */ [
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})$/,
  /^(?<month>\d{1,2})\/(?<year>\d{4})$/,
  new RegExp(String.raw`^${MONTH}[\s.,]{0,3}(?:of\s)?(?<year>\d{4})$`, 'iu'),
  new RegExp(String.raw`^(?<year>\d{4})[\s.,-]{0,3}${MONTH}\.?$`, 'iu'),
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
  const inDigits = daysInDigits(typed);
  const day = inDigits.find(isKnown) ?? inDigits[0];
  if (day !== undefined) return { from: day, to: day, precision: 'day' };
  const found = findDate(typed);
  if (found !== undefined && found.end === typed.length) {
    const before = typed.slice(0, found.start).replace(WEEKDAY_BEFORE, '');
    if (before === '') return { from: found.date, to: found.date, precision: 'day' };
  }
  for (const form of MONTH_QUERIES) {
    const groups = form.exec(typed)?.groups;
    if (groups === undefined) continue;
    const year = Number(groups['year']);
    const digits = groups['month'];
    const month = digits === undefined ? monthNumber(groups['name'] ?? '') : Number(digits);
    const from = makeDate(year, month, 1);
    const to = makeDate(year, month, lengthOfMonth(year, month));
    if (from !== undefined && to !== undefined) return { from, to, precision: 'month' };
  }
  for (const form of QUARTER_QUERIES) {
    const groups = form.exec(typed)?.groups;
    if (groups === undefined) continue;
    const [year, last] = [Number(groups['year']), 3 * Number(groups['quarter'])];
    const from = makeDate(year, last - 2, 1);
    const to = makeDate(year, last, lengthOfMonth(year, last));
    if (from !== undefined && to !== undefined) return { from, to, precision: 'quarter' };
  }
  if (!/^\d{4}$/.test(typed)) return undefined;
  const from = makeDate(Number(typed), 1, 1);
  const to = makeDate(Number(typed), 12, 31);
  return from && to && { from, to, precision: 'year' };
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
