import { withoutEnd } from '../text/without-end.ts';
import { type MeetingDate, makeDate, monthNumber } from './date.ts';
import { endOfTime } from './time-of-day.ts';

/** A date in a text, at the UTF-16 offsets [start, end). */
export interface FoundDate {
  date: MeetingDate;
  start: number;
  end: number;
}

/** The source of an expression for a month by its English name, in the group `name`. */
export const MONTH_NAME =
  '(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** The same where the text goes on with no letter. */
export const MONTH = `${MONTH_NAME}(?!\\p{L})`;
/** The source of an expression for a day of a month, in the group `day`. */
export const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)`;
const ANY_MONTH = MONTH.replace('?<name>', '?:');
const LAST_DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?(?!\d)`;
/** The last day of a meeting of several, whose date is its first: `29-31 July 2014`, `July 29 - August 1, 2014`. */
const UNTIL = String.raw`(?:\s?[-–]\s?(?:${ANY_MONTH}[\s.]{0,3})?${LAST_DAY})?`;
/** The same behind a day that has its month: `29 July - 1 August 2014`. */
const UNTIL_OTHER_MONTH = String.raw`(?:\s?[-–]\s?${LAST_DAY}[\s.]{0,3}(?:of\s)?${ANY_MONTH})?`;
const YEAR = String.raw`(?<year>(?:19|20|21)\d\d)(?!\d)`;
/** The source of an expression for a place where no word or number goes on. */
export const BEFORE = String.raw`(?<![\p{L}\p{N}])(?<!\d[-./])`;
const GAP = String.raw`[\s.,_-]{1,3}`;

const DATE_FORMS = /* @__PURE__ */ [
  // 2019-10-29, 2019.10.29, 2019/10/29, 2019_10_29; any four digits, so that 2500-01-01 is noticed
  String.raw`${BEFORE}(?<year>\d{4})(?<separator>[-./_\u2010-\u2013])(?<month>\d{1,2})\k<separator>(?<day>\d{1,2})(?!\d)`,
  // 20191029, 2019 10 29
  String.raw`${BEFORE}(?<year>(?:19|20|21)\d\d)(?<gap> ?)(?<month>\d\d)\k<gap>(?<day>\d\d)(?!\d)`,
  // October 29, 2019
  `${BEFORE}${MONTH}[\\s.,_-]{0,3}${DAY}${UNTIL}${GAP}${YEAR}`,
  // 29 October 2019, 29. Oct 2019, 29th of October 2019
  `${BEFORE}${DAY}${UNTIL}[\\s.,_-]{0,3}(?:of\\s)?${MONTH}${UNTIL_OTHER_MONTH}${GAP}${YEAR}`,
  // 2019 October 29
  `${BEFORE}${YEAR}${GAP}${MONTH}[\\s.,_-]{0,3}${DAY}`,
].map((form) => new RegExp(form, 'giu'));

/** A date, or what is written like one, at the UTF-16 offsets [start, end). */
interface DateShape {
  date: MeetingDate | undefined;
  start: number;
  end: number;
}

/** Everything that is written like a date, real or not, in the order of the text. */
export function findDateShapes(text: string): DateShape[] {
  const shapes: DateShape[] = [];
  // Every form holds a day in digits, and most headings hold none.
  if (!/\d/.test(text)) return shapes;
  for (const form of DATE_FORMS) {
    for (const match of text.matchAll(form)) {
      const { year, month, name = '', day } = match.groups ?? {};
      const number = month === undefined ? monthNumber(name) : Number(month);
      const date = makeDate(Number(year), number, Number(day));
      shapes.push({ date, start: match.index, end: match.index + match[0].length });
    }
  }
  return shapes.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Finds every real date in a line such as a title, in its order. */
export function findDates(text: string): FoundDate[] {
  return findDateShapes(text).flatMap(({ date, start, end }) =>
    date === undefined ? [] : [{ date, start, end }],
  );
}

/**
 * Finds the first real date in a line such as a title. Of a meeting of several days it is the
 * first; what is written like a date but is none (`2019-02-30`) is passed over.
 */
export function findDate(text: string): FoundDate | undefined {
  for (const { date, start, end } of findDateShapes(text)) {
    if (date !== undefined) return { date, start, end };
  }
  return undefined;
}

/** The source of an expression for a weekday, and what stands between it and a date. */
export const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\\s*';
/** A weekday at the end of what stands before a date. */
export const WEEKDAY_BEFORE = /* @__PURE__ */ new RegExp(
  String.raw`(?:^|(?<=[^\p{L}\p{N}]))${WEEKDAY}(?:the\s+)?$`,
  'iu',
);
const LEAD_BEFORE = /(?:^|\s)(?:of|on|for|from|w\/o|week[ -]of|dated?:?|held on)(?:\s+the)?\s*$/iu;
/** The last day in figures: `2014/07/29–31`. */
const UNTIL_AFTER = /^–\d{1,2}(?!\d|[.:/–-]\d)/u;
const JOINT = /[\s\-\u2010-\u2015:,;|@·•/_]/u;
const JOINTS_AT_START = /^[\s\-\u2010-\u2015:,;|@·•/_.]+/u;

/**
 * A title without its first date, and without the weekday, time of day, brackets, joining words and
 * punctuation that only the date needed; empty if the title was nothing else.
 */
export function removeDate(title: string): string {
  const found = findDate(title);
  return found === undefined ? title.trim() : cutDate(title, found);
}

/** Words that are all in one pair of brackets, without these: `[Closed meeting]`. */
function withoutBrackets(words: string): string {
  const { round, square } =
    /^(?:\((?<round>[^()]+)\)|\[(?<square>[^[\]]+)\])$/.exec(words)?.groups ?? {};
  return round ?? square ?? words;
}

/** A title without a date in it, and without what only the date needed. */
export function cutDate(title: string, found: Pick<FoundDate, 'start' | 'end'>): string {
  let before = title.slice(0, found.start).replace(WEEKDAY_BEFORE, '');
  let after = title.slice(endOfTime(title, found.end)).replace(UNTIL_AFTER, '');
  const brackets: Record<string, string> = { '(': ')', '[': ']', '{': '}' };
  const open = /[([{]\s*$/.exec(before);
  const close = /^\s*[)\]}]/.exec(after);
  if (open && close && brackets[open[0].trim()] === close[0].trim()) {
    before = before.slice(0, open.index);
    after = after.slice(close[0].length);
  } else {
    before = before.replace(LEAD_BEFORE, '');
  }
  if (before.trim() === '') return withoutBrackets(after.replace(JOINTS_AT_START, '').trim());
  if (/^\s*\.?\s*$/.test(after)) {
    return withoutEnd(before.replace(/(?<=\s)the\s+$/i, ''), JOINT).trim();
  }
  if (/^\s*[-\u2010-\u2015:,;|@·•/.]/u.test(after)) {
    before = withoutEnd(before, JOINT);
    return `${before}${after}`.trim();
  }
  if (/^\s*[([]/.test(after)) before = withoutEnd(before, JOINT);
  return `${before.trimEnd()} ${after.trimStart()}`.trim();
}
