import { DAY, MONTH } from './date-in-text.ts';
import { type MeetingDate, daysBetween, makeDate, monthNumber } from './date.ts';
import { GENERIC_FILES, type PathDate, withSlug, yearBeside } from './path-date.ts';

const FOLDER_OF_DAY = /(?:^|\/)(?<year>(?:19|20|21)\d\d)([-_.]?)(?<month>\d\d)\2(?<day>\d\d)\/$/;
/** The same in folders within one another, whose numbers may have no zero before them: `2019/9/3/`. */
const FOLDERS_OF_DAY = /(?:^|\/)(?<year>(?:19|20|21)\d\d)\/(?<month>\d{1,2})\/(?<day>\d{1,2})\/$/;
/** A folder of a meeting of several days, of which the last one stands behind the first: `2026010709`, `20260930-1001`. */
const FOLDER_OF_DAYS =
  /(?:^|\/)(?<year>(?:19|20|21)\d\d)(?<month>\d\d)(?<day>\d\d)-?(?<lastMonth>\d\d)?(?<last>\d\d)\/$/;
/** A meeting takes no more days than this. */
const mostDays = 7;
const FOLDER_OF_MONTH =
  /(?:^|\/)(?<year>(?:19|20|21)\d\d)(?:[-_.]?(?=\d\d)|\/)(?<month>\d{1,2})\/$/;
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

/** A file in one of these folders, parted where its name begins. */
interface Filed {
  whole: string;
  folders: string;
  name: string;
}

/** The date of a file whose folder is named after the day. */
function dateInFolderOfDay(filed: Filed): PathDate | undefined {
  const { folders, name } = filed;
  const isGeneric = GENERIC_FILES.has(name.toLowerCase());
  const ofDays = dateOfDays(folders);
  if (ofDays !== undefined) return withSlug(ofDays, isGeneric ? '' : name);
  const folder = FOLDER_OF_DAY.exec(folders) ?? FOLDERS_OF_DAY.exec(folders);
  if (folder === null) return undefined;
  const { year, month, day } = folder.groups ?? {};
  const date = makeDate(Number(year), Number(month), Number(day));
  if (date !== undefined) return withSlug(date, isGeneric ? '' : name);
  return impossible(filed, folder, -1);
}

/** What cannot be a date, from a folder up to `length` characters of the name; before its slash where that is -1. */
function impossible({ whole, folders }: Filed, folder: RegExpExecArray, length: number): PathDate {
  const start = folder.index + (folder[0].startsWith('/') ? 1 : 0);
  return { problem: 'impossible', text: whole.slice(start, folders.length + length), start };
}

/** The year of a folder, and its month where it is named after one. */
interface YearFolder {
  folder: RegExpExecArray;
  year: number;
  month?: number;
}

function yearFolderOf(folders: string): YearFolder | undefined {
  const ofMonth = FOLDER_OF_MONTH.exec(folders) ?? FOLDER_OF_NAMED_MONTH.exec(folders);
  const folder = ofMonth ?? FOLDER_OF_YEAR.exec(folders) ?? FOLDERS_OF_YEAR.exec(folders);
  if (folder === null) return undefined;
  const { year, month: digits, name: word = '' } = folder.groups ?? {};
  const month = digits === undefined ? monthNumber(word) : Number(digits);
  return { folder, year: Number(year), ...(ofMonth !== null && { month }) };
}

/** The month and day that a name begins with, in figures or words; only the day where the folder says the month. */
function dayOfName(name: string, { folder, year, month: ofFolder }: YearFolder) {
  const named = NAMED_DAY.exec(name);
  if (named !== null) {
    const month = monthNumber(named.groups?.['name'] ?? '');
    const inYear = ofFolder === undefined ? year : yearBeside(year, ofFolder, month);
    return { text: named[0], date: makeDate(inYear, month, Number(named.groups?.['day'])) };
  }
  const inYear = FOLDER_OF_YEAR.test(folder[0]) ? MONTH_AND_DAY : SPLIT_MONTH_AND_DAY;
  const numbered = (ofFolder === undefined ? inYear : BARE_DAY).exec(name);
  if (numbered === null) return undefined;
  const month = ofFolder ?? Number(numbered.groups?.['month']);
  return { text: numbered[0], date: makeDate(year, month, Number(numbered.groups?.['day'])) };
}

/**
 * Reads the date of a file from the folders that it stands in, together with how its name begins, which is at
 * `nameStart` of the path `whole`. A date that cannot be is reported, with its place.
 */
export function dateFromFolders(whole: string, nameStart: number): PathDate | undefined {
  const filed = { whole, folders: whole.slice(0, nameStart), name: whole.slice(nameStart) };
  const ofDay = dateInFolderOfDay(filed);
  if (ofDay !== undefined) return ofDay;
  const ofYear = yearFolderOf(filed.folders);
  if (ofYear === undefined) return undefined;
  const found = dayOfName(filed.name, ofYear);
  if (found === undefined) {
    return ofYear.month === undefined ? dateBehindWords(filed.name, ofYear.year) : undefined;
  }
  const { text, date } = found;
  if (date === undefined) return impossible(filed, ofYear.folder, text.length);
  return withSlug(date, filed.name.slice(text.length));
}

/** The date of a file that has words before its month and day, in a folder of its year; what cannot be one says none. */
function dateBehindWords(name: string, year: number): PathDate | undefined {
  const found = WORDS_MONTH_AND_DAY.exec(name);
  const { month, day } = found?.groups ?? {};
  const date = found === null ? undefined : makeDate(year, Number(month), Number(day));
  return date && found ? withSlug(date, name.slice(found[0].length)) : undefined;
}
