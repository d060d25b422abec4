import { DAY, MONTH, findDateShapes } from './date-in-text.ts';
import { type MeetingDate, daysBetween, makeDate, monthNumber } from './date.ts';

/** What a note's path says of its date; `start` and `text` are the place in the path. */
export type PathDate =
  { date: MeetingDate; slug?: string } | { problem: 'impossible'; text: string; start: number };

/** Folder and file name in one, as when a tree of folders was flattened: `2014-07-jul-31`. */
const FLATTENED = new RegExp(
  String.raw`^(?<year>(?:19|20|21)\d\d)[-_.](?<folderMonth>\d\d)[-_. ]${MONTH}[-_. ]?${DAY}`,
  'iu',
);

/** The day or the month first, and the year last: `29-10-2019`, `10-29-2019`. */
const YEAR_LAST =
  /(?<![\p{L}\p{N}])(?<!\d[-_.])(?<first>\d{1,2})(?<separator>[-_.])(?<second>\d{1,2})\k<separator>(?<year>(?:19|20|21)\d\d)(?!\d)/u;

/** A day right behind a word: `meeting2019-10-29`, `notes20191029`. */
const BEHIND_WORD = /(?<=\p{L}{3})(?:19|20|21)\d\d(?<separator>[-_.]?)\d\d\k<separator>\d\d(?!\d)/u;

/** A word that ends in a number, whose digits are no part of the date behind it: `minutes-Q1-2025-02-26`. */
const NUMBERED_WORD = /(?<![\p{L}\p{N}])\p{L}+\d{1,2}(?=[-_. ](?:19|20|21)\d\d)/gu;

/** The number of a page of Notion, which its export puts behind the title. */
const NOTION_ID = /[ _-][0-9a-f]{32}$/;

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
  const whole = path.replace(/\.md$/i, '').replace(NOTION_ID, '');
  const fileStart = whole.lastIndexOf('/') + 1;
  const file = whole.slice(fileStart);
  const behindWord = findDateShapes(file).length === 0 ? file.search(BEHIND_WORD) : -1;
  const nameStart = fileStart + Math.max(behindWord, 0);
  const name = whole.slice(nameStart);

  const ofName = findDateShapes(name);
  const unnumbered = name.replace(NUMBERED_WORD, (word) => 'x'.repeat(word.length));
  const shapes = ofName.length > 0 ? ofName : findDateShapes(unnumbered);
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

  const yearLast = YEAR_LAST.exec(name.replaceAll('_', '-'));
  const date = yearLast && dateOfYearLast(yearLast);
  if (date) return withSlug(date, name.slice(yearLast.index + yearLast[0].length));

  return nameStart === 0 ? undefined : dateFromFolders(whole, nameStart);
}

/** The date of a year that stands last, where only one of the numbers before it can be the month. */
function dateOfYearLast({ groups = {} }: RegExpExecArray): MeetingDate | undefined {
  const [year, first, second] = [groups['year'], groups['first'], groups['second']].map(Number);
  const monthFirst = makeDate(year ?? 0, first ?? 0, second ?? 0);
  const dayFirst = makeDate(year ?? 0, second ?? 0, first ?? 0);
  if (monthFirst === undefined || dayFirst === undefined) return monthFirst ?? dayFirst;
  return monthFirst === dayFirst ? monthFirst : undefined;
}

const FOLDER_OF_DAY = /(?:^|\/)(?<year>(?:19|20|21)\d\d)([-_./]?)(?<month>\d\d)\2(?<day>\d\d)\/$/;
/** A folder of a meeting of several days, of which the last one stands behind the first: `2026010709`, `20260930-1001`. */
const FOLDER_OF_DAYS =
  /(?:^|\/)(?<year>(?:19|20|21)\d\d)(?<month>\d\d)(?<day>\d\d)-?(?<lastMonth>\d\d)?(?<last>\d\d)\/$/;
/** A meeting takes no more days than this. */
const mostDays = 7;
const FOLDER_OF_MONTH = /(?:^|\/)(?<year>(?:19|20|21)\d\d)[-_./]?(?<month>\d\d)\/$/;
const FOLDER_OF_YEAR = /(?:^|\/)(?<year>(?:19|20|21)\d\d)\/$/;
/** The same with folders in it that say no number: `2019/telcons/`. */
const FOLDERS_OF_YEAR = /(?:^|\/)(?<year>(?:19|20|21)\d\d)(?:\/[^/\d]+)+\/$/;
const FOLDER_OF_NAMED_MONTH = new RegExp(
  String.raw`(?:^|/)(?<year>(?:19|20|21)\d\d)[-_./ ](?:\d\d[-_. ])?${MONTH}/$`,
  'iu',
);
const NAMED_DAY = new RegExp(String.raw`^${MONTH}[-_. ]{0,2}${DAY}`, 'iu');
/** Four digits may also be the year again: `2024/2024-Q1`. */
const MONTH_AND_DAY = /^(?!(?:19|20|21)\d\d(?!\d))(?<month>\d\d)[-_.]?(?<day>\d\d)(?!\d)/;
/** Behind words, as the name of a group: `WG-10-29`; both parts of the day have to be told apart. */
const WORDS_MONTH_AND_DAY =
  /^(?:\p{L}{1,30}[-_. ]){1,4}(?<month>\d\d)[-_.](?<day>\d{1,2})(?!\d|[-_.]\d\d)/u;
const SPLIT_MONTH_AND_DAY = /^(?<month>\d\d)[-_.](?<day>\d\d)(?!\d)/;
const BARE_DAY = new RegExp(`^${DAY}`, 'iu');

/** The first day of the meeting of several that the last of the folders is named after; nothing where it is of none. */
function dateOfDays(folders: string): MeetingDate | undefined {
  const { year, month, day, lastMonth, last } = FOLDER_OF_DAYS.exec(folders)?.groups ?? {};
  const first = makeDate(Number(year), Number(month), Number(day));
  if (first === undefined) return undefined;
  return [Number(lastMonth ?? month), Number(month) + 1].some((inMonth) => {
    const until = makeDate(Number(year), inMonth, Number(last));
    const days = until && daysBetween(first, until);
    return days !== undefined && days > 0 && days < mostDays;
  })
    ? first
    : undefined;
}

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

  const first = dateOfDays(folders);
  if (first !== undefined)
    return withSlug(first, GENERIC_FILES.has(name.toLowerCase()) ? '' : name);
  const ofDay = FOLDER_OF_DAY.exec(folders);
  if (ofDay !== null) {
    const { year, month, day } = ofDay.groups ?? {};
    const date = makeDate(Number(year), Number(month), Number(day));
    if (date !== undefined && GENERIC_FILES.has(name.toLowerCase())) return { date };
    return read(ofDay, date, 0);
  }

  const ofMonth = FOLDER_OF_MONTH.exec(folders) ?? FOLDER_OF_NAMED_MONTH.exec(folders);
  const ofYear = FOLDER_OF_YEAR.exec(folders);
  const folder = ofMonth ?? ofYear ?? FOLDERS_OF_YEAR.exec(folders);
  if (folder === null) return undefined;
  const { year, month: digits, name: word = '' } = folder.groups ?? {};
  const folderMonth = digits === undefined ? monthNumber(word) : Number(digits);

  const named = NAMED_DAY.exec(name);
  if (named !== null) {
    const month = monthNumber(named.groups?.['name'] ?? '');
    const inYear = ofMonth === null ? Number(year) : yearBeside(Number(year), folderMonth, month);
    return read(folder, makeDate(inYear, month, Number(named.groups?.['day'])), named[0].length);
  }
  const inYear = ofYear === null ? SPLIT_MONTH_AND_DAY : MONTH_AND_DAY;
  const numbered = (ofMonth === null ? inYear : BARE_DAY).exec(name);
  if (numbered === null) return ofMonth === null ? dateBehindWords(name, Number(year)) : undefined;
  const month = ofMonth === null ? Number(numbered.groups?.['month']) : folderMonth;
  const date = makeDate(Number(year), month, Number(numbered.groups?.['day']));
  return read(folder, date, numbered[0].length);
}

/** The date of a file that has words before its month and day, in a folder of its year; what cannot be one says none. */
function dateBehindWords(name: string, year: number): PathDate | undefined {
  const found = WORDS_MONTH_AND_DAY.exec(name);
  const { month, day } = found?.groups ?? {};
  const date = found === null ? undefined : makeDate(year, Number(month), Number(day));
  return date && found ? withSlug(date, name.slice(found[0].length)) : undefined;
}
