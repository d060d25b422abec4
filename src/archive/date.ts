/** A real calendar day as `YYYY-MM-DD`, without a time zone: the day that the people met. */
export type MeetingDate = string & { readonly __brand: 'MeetingDate' };

/** A date in a text, at the UTF-16 offsets [start, end). */
export interface FoundDate {
  date: MeetingDate;
  start: number;
  end: number;
}

/** What a note's path says of its date; `start` and `text` are the place in the path. */
export type PathDate =
  { date: MeetingDate; slug?: string } | { problem: 'impossible'; text: string; start: number };

/** A day, month or year that was asked for, as its first and last day. */
export interface DateRange {
  from: MeetingDate;
  to: MeetingDate;
  precision: 'day' | 'month' | 'year';
}

const FIRST_YEAR = 1990;
const LAST_YEAR = 2199;

const MONTHS = [
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
const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

function lengthOfMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function makeDate(year: number, month: number, day: number): MeetingDate | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return undefined;
  if (day < 1 || day > lengthOfMonth(year, month)) return undefined;
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${year}-${pad(month)}-${pad(day)}` as MeetingDate;
}

function monthNumber(name: string): number {
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

const MONTH =
  '(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?!\\p{L})';
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)`;
/** The last day of a meeting of several, whose date is its first: `29-31 July 2014`. */
const UNTIL = String.raw`(?:\s?[-–]\s?\d{1,2}(?:st|nd|rd|th)?(?!\d))?`;
const YEAR = String.raw`(?<year>(?:19|20|21)\d\d)(?!\d)`;
const BEFORE = String.raw`(?<![\p{L}\p{N}])(?<!\d[-./])`;
const GAP = String.raw`[\s.,_-]{1,3}`;

const DATE_FORMS = [
  // 2019-10-29, 2019.10.29, 2019/10/29, 2019_10_29; any four digits, so that 2500-01-01 is noticed
  String.raw`${BEFORE}(?<year>\d{4})(?<separator>[-./_\u2010-\u2013])(?<month>\d{1,2})\k<separator>(?<day>\d{1,2})(?!\d)`,
  // 20191029
  String.raw`${BEFORE}(?<year>(?:19|20|21)\d\d)(?<month>\d\d)(?<day>\d\d)(?!\d)`,
  // October 29, 2019
  `${BEFORE}${MONTH}[\\s.,_-]{0,3}${DAY}${UNTIL}${GAP}${YEAR}`,
  // 29 October 2019, 29. Oct 2019, 29th of October 2019
  `${BEFORE}${DAY}${UNTIL}[\\s.,_-]{0,3}(?:of\\s)?${MONTH}${GAP}${YEAR}`,
  // 2019 October 29
  `${BEFORE}${YEAR}${GAP}${MONTH}[\\s.,_-]{0,3}${DAY}`,
].map((form) => new RegExp(form, 'giu'));

/** Folder and file name in one, as when a tree of folders was flattened: `2014-07-jul-31`. */
const FLATTENED = new RegExp(
  String.raw`^(?<year>(?:19|20|21)\d\d)[-_.](?<folderMonth>\d\d)[-_. ]${MONTH}[-_. ]?${DAY}`,
  'iu',
);

interface DateShape {
  date: MeetingDate | undefined;
  start: number;
  end: number;
}

/** Everything that is written like a date, real or not, in the order of the text. */
function findDateShapes(text: string): DateShape[] {
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

/** Words that every file of notes may bear, and that therefore name none. */
const GENERIC_WORDS = new Set(['meeting', 'meetings', 'notes', 'note', 'minutes', 'mtg', 'md']);
const GENERIC_FILES = new Set(['readme', 'index']);

/** What a file name goes on with, in the letters, digits and hyphens of a path. */
function slugOf(rest: string): string | undefined {
  const words = rest
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’]/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return words.every((word) => GENERIC_WORDS.has(word)) ? undefined : words.join('-');
}

function withSlug(date: MeetingDate, rest: string): PathDate {
  const slug = slugOf(rest);
  return slug === undefined ? { date } : { date, slug };
}

/** The year of a month named within a folder of another: January belongs after its December. */
function yearBeside(year: number, folderMonth: number, month: number): number {
  return folderMonth - month > 6 ? year + 1 : year;
}

/**
 * Reads the date from a note's path below the meetings folder, parts joined by `/`. The file name
 * is asked first, then the folders together with it. What the file name says after its date is the
 * slug, unless it only says that these are notes. A date that cannot be is reported, with its place.
 */
export function dateFromPath(path: string): PathDate | undefined {
  const whole = path.replace(/\.md$/i, '');
  const nameStart = whole.lastIndexOf('/') + 1;
  const name = whole.slice(nameStart);

  const shapes = findDateShapes(name);
  const real = shapes.find(({ date }) => date !== undefined);
  if (real?.date !== undefined) return withSlug(real.date, name.slice(real.end));
  const [unreal] = shapes;
  if (unreal !== undefined) {
    const text = name.slice(unreal.start, unreal.end);
    return { problem: 'impossible', text, start: nameStart + unreal.start };
  }

  const flattened = FLATTENED.exec(name);
  if (flattened !== null) {
    const { year, folderMonth, name: monthName = '', day } = flattened.groups ?? {};
    const month = monthNumber(monthName);
    const date = makeDate(yearBeside(Number(year), Number(folderMonth), month), month, Number(day));
    const [text] = flattened;
    if (date === undefined) return { problem: 'impossible', text, start: nameStart };
    return withSlug(date, name.slice(text.length));
  }

  return nameStart === 0 ? undefined : dateFromFolders(whole, nameStart);
}

const FOLDER_OF_DAY = /(?:^|\/)(?<year>(?:19|20|21)\d\d)([-_./]?)(?<month>\d\d)\2(?<day>\d\d)\/$/;
const FOLDER_OF_MONTH = /(?:^|\/)(?<year>(?:19|20|21)\d\d)[-_./]?(?<month>\d\d)\/$/;
const FOLDER_OF_YEAR = /(?:^|\/)(?<year>(?:19|20|21)\d\d)\/$/;
const FOLDER_OF_NAMED_MONTH = /* @__PURE__ */ new RegExp(
  String.raw`(?:^|/)(?<year>(?:19|20|21)\d\d)[-_./ ](?:\d\d[-_. ])?${MONTH}/$`,
  'iu',
);
const NAMED_DAY = /* @__PURE__ */ new RegExp(String.raw`^${MONTH}[-_. ]{0,2}${DAY}`, 'iu');
const MONTH_AND_DAY = /^(?<month>\d\d)[-_.]?(?<day>\d\d)(?!\d)/;
const BARE_DAY = /* @__PURE__ */ new RegExp(`^${DAY}`, 'iu');

function dateFromFolders(whole: string, nameStart: number): PathDate | undefined {
  const folders = whole.slice(0, nameStart);
  const name = whole.slice(nameStart);
  const read = (
    folder: RegExpExecArray,
    date: MeetingDate | undefined,
    length: number,
  ): PathDate => {
    if (date !== undefined) return withSlug(date, name.slice(length));
    const start = folder.index + (folder[0].startsWith('/') ? 1 : 0);
    const end = length === 0 ? nameStart - 1 : nameStart + length;
    return { problem: 'impossible', text: whole.slice(start, end), start };
  };

  const ofDay = FOLDER_OF_DAY.exec(folders);
  if (ofDay !== null) {
    const { year, month, day } = ofDay.groups ?? {};
    const date = makeDate(Number(year), Number(month), Number(day));
    if (date !== undefined && GENERIC_FILES.has(name.toLowerCase())) return { date };
    return read(ofDay, date, 0);
  }

  const ofMonth = FOLDER_OF_MONTH.exec(folders) ?? FOLDER_OF_NAMED_MONTH.exec(folders);
  const folder = ofMonth ?? FOLDER_OF_YEAR.exec(folders);
  if (folder === null) return undefined;
  const { year, month: digits, name: word = '' } = folder.groups ?? {};
  const folderMonth = digits === undefined ? monthNumber(word) : Number(digits);

  const named = NAMED_DAY.exec(name);
  if (named !== null) {
    const month = monthNumber(named.groups?.['name'] ?? '');
    const inYear = ofMonth === null ? Number(year) : yearBeside(Number(year), folderMonth, month);
    return read(folder, makeDate(inYear, month, Number(named.groups?.['day'])), named[0].length);
  }
  const numbered = ofMonth === null ? MONTH_AND_DAY.exec(name) : BARE_DAY.exec(name);
  if (numbered === null) return undefined;
  const month = ofMonth === null ? Number(numbered.groups?.['month']) : folderMonth;
  const date = makeDate(Number(year), month, Number(numbered.groups?.['day']));
  return read(folder, date, numbered[0].length);
}

const WEEKDAY_BEFORE =
  /(?:^|(?<=[^\p{L}\p{N}]))(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\s*$/iu;
const LEAD_BEFORE = /(?:^|\s)(?:of|on|for|from|dated?|held on)(?:\s+the)?\s*$/iu;
const JOINT = /[\s\-\u2010-\u2015:,;|@·•/_]/u;
const JOINTS_AT_START = /^[\s\-\u2010-\u2015:,;|@·•/_.]+/u;

/** Without joints at its end; by hand, as `[…]+$` takes the square of a run's length. */
function withoutJoints(text: string): string {
  let end = text.length;
  while (end > 0 && JOINT.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/**
 * A title without its first date, and without the weekday, brackets, joining words and punctuation
 * that only the date needed; empty if the title was nothing else.
 */
export function removeDate(title: string): string {
  const found = findDate(title);
  if (found === undefined) return title.trim();
  let before = title.slice(0, found.start).replace(WEEKDAY_BEFORE, '');
  let after = title.slice(found.end);
  const brackets: Record<string, string> = { '(': ')', '[': ']', '{': '}' };
  const open = /[([{]\s*$/.exec(before);
  const close = /^\s*[)\]}]/.exec(after);
  if (open && close && brackets[open[0].trim()] === close[0].trim()) {
    before = before.slice(0, open.index);
    after = after.slice(close[0].length);
  } else {
    before = before.replace(LEAD_BEFORE, '');
  }
  if (before.trim() === '') return after.replace(JOINTS_AT_START, '').trim();
  if (after.trim() === '') return withoutJoints(before).trim();
  if (/^\s*[-\u2010-\u2015:,;|@·•/.]/u.test(after)) {
    before = withoutJoints(before);
    return `${before}${after}`.trim();
  }
  return `${before.trimEnd()} ${after.trimStart()}`.trim();
}

/** The numbers of a date; months and days count from 1. */
export function partsOf(date: MeetingDate): { year: number; month: number; day: number } {
  return {
    year: Number(date.slice(0, 4)),
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
 * `long` is `Tuesday, 29 October 2019`, `medium` `29 Oct 2019`, `month` `October 2019`, `weekday`
 * `Tuesday`. The names are our own, so that every machine prints the same.
 */
export function formatDate(
  date: MeetingDate,
  style: 'long' | 'medium' | 'month' | 'weekday',
): string {
  const { year, month, day } = partsOf(date);
  const name = MONTHS[month - 1] ?? '';
  if (style === 'month') return `${name} ${year}`;
  if (style === 'medium') return `${day} ${name.slice(0, 3)} ${year}`;
  const weekday = WEEKDAYS[weekdayOf(date)] ?? '';
  return style === 'weekday' ? weekday : `${weekday}, ${day} ${name} ${year}`;
}

const MONTH_QUERIES = [
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})$/,
  /^(?<month>\d{1,2})\/(?<year>\d{4})$/,
  new RegExp(String.raw`^${MONTH}[\s.,]{0,3}(?:of\s)?(?<year>\d{4})$`, 'iu'),
  new RegExp(String.raw`^(?<year>\d{4})[\s.,-]{0,3}${MONTH}\.?$`, 'iu'),
];

/** The days that `29.10.2019` or `10/29/2019` may be: with dots the day comes first, else the month rather does. */
function daysInDigits(text: string): MeetingDate[] {
  const match = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (match === null) return [];
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const monthFirst = match[2] === '.' ? undefined : makeDate(year, first, second);
  return [monthFirst, makeDate(year, second, first)].filter((day) => day !== undefined);
}

/**
 * Reads a text that is one day, month or year and nothing else, as people type it in a search. Of two days that
 * it may be, `isKnown` decides.
 */
export function parseDateQuery(
  text: string,
  isKnown: (day: MeetingDate) => boolean = () => true,
): DateRange | undefined {
  const typed = text.trim().replace(/\s+/g, ' ');
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
  if (!/^\d{4}$/.test(typed)) return undefined;
  const from = makeDate(Number(typed), 1, 1);
  const to = makeDate(Number(typed), 12, 31);
  return from && to && { from, to, precision: 'year' };
}
