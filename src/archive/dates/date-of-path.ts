import { DAY, MONTH, findDateShapes } from './date-in-text.ts';
import { dateFromFolders } from './date-of-folders.ts';
import { type MeetingDate, makeDate, monthNumber } from './date.ts';
import { type PathDate, withSlug, yearBeside } from './path-date.ts';

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

/**
 * A word that ends in a number, or the number of a meeting, whose digits are no part of the date behind it:
 * `minutes-Q1-2025-02-26`, `meeting-12-2025-02-26`.
 */
const NUMBERED_WORD =
  /(?<![\p{L}\p{N}])(?:\p{L}+\d{1,2}|(?:call|meeting|minutes|session|sync)[-_. #]{0,2}\d{1,3})(?=[-_. ](?:19|20|21)\d\d)/giu;

/** The number of a page of Notion, which its export puts behind the title. */
const NOTION_ID = /[ _-][0-9a-f]{32}$/;

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
