import { BEFORE, DAY, MONTH, WEEKDAY_BEFORE, cutDate, removeDate } from './date-in-text.ts';
import { type MeetingDate, monthNumber } from './date.ts';

/** A day without its year, or with the end of it: `Oct 29`, `29th of October`, `10/29`, `29.10.`, `10-29-19`. */
const SHORT_DATES = [
  `${BEFORE}${MONTH}[\\s.]{0,3}${DAY}`,
  `${BEFORE}${DAY}[\\s.]{0,3}(?:of\\s)?${MONTH}`,
  String.raw`${BEFORE}(?<first>\d{1,2})(?<separator>[-./])(?<second>\d{1,2})\k<separator>(?<year>(?:\d\d)?\d\d)(?!\d)`,
  String.raw`${BEFORE}(?<first>\d{1,2})/(?<second>\d{1,2})(?!\d|/\d)`,
  String.raw`${BEFORE}(?<first>\d{1,2})\.(?<second>\d{1,2})\.(?!\d)`,
].map((form) => new RegExp(form, 'giu'));

/** What a title goes on with behind such a day, where it is one: nothing, a joint, or the word for a meeting. */
const BEHIND_SHORT_DATE =
  /^(?:\s*$|\s*[-–—:|,()[\]]|\s+(?:\p{L}[\p{L}-]*\s+){0,2}(?:meetings?|minutes|notes|agenda|call|sync|standup)\b)/iu;

/** A longer one is no title; each day in it would be looked at with all of the words before it. */
const longestTitle = 300;

/** Whether the numbers of a short date are those of a day, be it the day or the month that stands first. */
function isOfDay(groups: Partial<Record<string, string>>, date: MeetingDate): boolean {
  const [year = '', month = '', day = ''] = date.split('-');
  if (!year.endsWith(groups['year'] ?? '')) return false;
  const first =
    groups['name'] === undefined ? Number(groups['first']) : monthNumber(groups['name']);
  const second = Number(groups['day'] ?? groups['second']);
  const isMonthFirst = first === Number(month) && second === Number(day);
  if (groups['name'] !== undefined) return isMonthFirst;
  return isMonthFirst || (first === Number(day) && second === Number(month));
}

/**
 * A title without the date of its meeting, with or without the year; a day of another date stays. A day without a year
 * is removed where the title starts or ends with it, which then starts with a capital; one in figures also in brackets.
 */
export function removeOwnDate(title: string, date: MeetingDate): string {
  const rest = removeDate(title);
  if (rest !== title.trim() || title.length > longestTitle || !/\d/.test(title)) return rest;
  for (const form of SHORT_DATES) {
    for (const { 0: match, index: start, groups = {} } of title.matchAll(form)) {
      const end = start + match.length;
      const isAtEnd = /^[)\]}\s.]*$/.test(title.slice(end));
      const before = title.slice(0, start).replace(WEEKDAY_BEFORE, '');
      const isAtStart = /^\s*[([]?$/.test(before);
      const isInBrackets =
        groups['year'] !== undefined &&
        /[([]\s*$/.test(before) &&
        /^\s*[)\]]/.test(title.slice(end));
      const isApart = isAtEnd || isInBrackets;
      if (!isApart && !(isAtStart && BEHIND_SHORT_DATE.test(title.slice(end)))) continue;
      if (!isOfDay(groups, date)) continue;
      const cut = cutDate(title, { start, end });
      return isAtStart ? cut.charAt(0).toUpperCase() + cut.slice(1) : cut;
    }
  }
  return rest;
}
