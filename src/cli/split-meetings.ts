import { findDateInHeading } from '../archive/dates/date-in-heading.ts';
import { WEEKDAY_BEFORE, cutDate } from '../archive/dates/date-in-text.ts';
import { dateFromPath } from '../archive/dates/date-of-path.ts';
import { type MeetingDate, daysBetween } from '../archive/dates/date.ts';
import { type MeetingId, meetingIdOf } from '../archive/meeting.ts';
import { namesMeeting, removeRecording } from '../archive/note/note-title.ts';
import { fewestDaysBetween } from '../archive/note/two-meetings.ts';
import { fencedLines } from '../archive/text/fenced-lines.ts';
import {
  type DocumentHeading,
  boldDepth,
  isBlank,
  readHeadings,
  withoutMarks,
} from './document-headings.ts';

/** One of the meetings of a document, as a note of its own. */
export interface MeetingPart {
  date: MeetingDate;
  /** What tells it from another one of its day. */
  slug: string | undefined;
  markdown: string;
}

/** A document that goes on from meeting to meeting, in parts. */
export interface SplitDocument {
  parts: MeetingPart[];
  /** The first words of each stretch that is of no meeting. */
  rest: string[];
}

/** A heading that names a meeting by its day. */
interface DatedHeading extends DocumentHeading {
  date: MeetingDate;
  /** What stands beside the date. */
  name: string;
}

const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const DEFINITION = /^ {0,3}\[(?<label>[^\]]+)\]:[ \t]*\S/;
const LONE_YEAR = /^\D*(?<year>(?:19|20)\d\d)\D*$/;
const YEARS = /(?<![\p{L}\d])(?:19|20)\d\d(?![\p{L}\d])/gu;
/** A day that may lack its year, and one in figures that does. */
const DAY_ALONE =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.? \d{1,2}(?:st|nd|rd|th)?(?!\d)|^\d{1,2}\/\d{1,2}(?![\d/])/iu;

/** A heading with the date by which it names a meeting; `year` is that of a day without one. */
function dateOf(
  heading: DocumentHeading,
  year: string,
  seriesTitle: string,
): DatedHeading | undefined {
  const written = removeRecording(heading.text);
  const dated = (text: string) => ({ text, found: findDateInHeading(text) });
  const first = dated(written);
  const { text, found } =
    first.found === undefined && year !== ''
      ? dated(written.replace(DAY_ALONE, (day) => day + (day.includes('/') ? '/' : ', ') + year))
      : first;
  if (found === undefined) return undefined;
  const name = cutDate(text, found);
  const isFirst = text.slice(0, found.start).replace(WEEKDAY_BEFORE, '').trim() === '';
  const namesOne = name === '' || isFirst || namesMeeting(name, seriesTitle);
  return namesOne ? { ...heading, date: found.date, name } : undefined;
}

/** The year in a heading that holds no other number. */
const yearIn = (text: string): string | undefined => LONE_YEAR.exec(text)?.groups?.['year'];

/** The only year that the name of a source has, beside whatever numbers of months: `2021-03-update.md`. */
function yearOfSource(source: string): string | undefined {
  const [year, ...others] = new Set(source.match(YEARS));
  return yearIn(source) ?? (others.length === 0 ? year : undefined);
}

/** The headings that begin a meeting each: those of the level that has the most of them. */
function findTitles(
  headings: readonly DocumentHeading[],
  source: string,
  seriesTitle: string,
): DatedHeading[] {
  const years: string[] = [];
  const dated = headings.flatMap((heading) => {
    years.length = Math.min(years.length, heading.depth);
    const year = years.findLast((found) => found !== undefined) ?? yearOfSource(source) ?? '';
    const found = dateOf(heading, year, seriesTitle);
    const own = found === undefined ? yearIn(heading.text) : undefined;
    if (own !== undefined) years[heading.depth] = own;
    return found === undefined ? [] : [found];
  });
  const levels = [...Map.groupBy(dated, ({ depth }) => depth).values()];
  const daysOf = (titles: readonly DatedHeading[]): number =>
    new Set(titles.map(({ date }) => date)).size;
  const [most = []] = levels.sort((a, b) => daysOf(b) - daysOf(a) || a[0]!.depth - b[0]!.depth);
  return daysOf(most) > 1 ? most : [];
}

/** Lines without empty ones and rules at their ends. */
function trimmed(lines: readonly string[]): string[] {
  const isNothing = (at: number): boolean =>
    isBlank(lines[at]) || (RULE.test(lines[at]!) && isBlank(lines[at - 1]));
  let from = 0;
  let to = lines.length;
  while (to > 0 && isNothing(to - 1)) to -= 1;
  while (from < to && isBlank(lines[from])) from += 1;
  return lines.slice(from, to);
}

/** The lines of a part, whose heading becomes the first one of all, and those below it follow. */
function linesOfPart(
  lines: readonly string[],
  title: DatedHeading,
  to: number,
  headings: readonly DocumentHeading[],
): string[] {
  const raised = title.depth === boldDepth ? 0 : title.depth - 1;
  const body = lines.slice(title.to, to);
  for (const { depth, from } of headings) {
    if (from < title.to || from >= to || depth === boldDepth) continue;
    // None is raised beside the first one; those that are underlined could only be.
    const less = Math.max(0, Math.min(raised, depth - 2));
    body[from - title.to] = body[from - title.to]!.replace(/#+/, (marks) => marks.slice(less));
  }
  return trimmed([`# ${title.written}`, '', ...trimmed(body)]);
}

/** Where links, pictures and footnotes are defined, by their labels in small letters. */
function definitionsIn(lines: readonly string[]): Map<string, string> {
  const code = fencedLines(lines);
  return new Map(
    lines.flatMap((line, at) => {
      const label = code.has(at) ? undefined : DEFINITION.exec(line)?.groups?.['label'];
      return label === undefined ? [] : [[label.toLowerCase(), line] as const];
    }),
  );
}

/** A part with the definitions that it uses, which may stand anywhere in the document, and without all others. */
function withDefinitions(
  part: readonly string[],
  definitions: ReadonlyMap<string, string>,
): string {
  const known = new Set(definitions.values());
  const own = trimmed(part.filter((line) => !known.has(line)));
  const text = own.join('\n').toLowerCase();
  const used = [...definitions].flatMap(([label, line]) =>
    text.includes(`[${label}]`) ? [line] : [],
  );
  return `${[...own, ...(used.length > 0 ? ['', ...used] : [])].join('\n')}\n`;
}

/** The first words of a stretch that is of no meeting; nothing where it has none but the name of a year. */
function wordsOf(stretch: readonly string[]): string | undefined {
  const telling = stretch.filter(
    (line) => !DEFINITION.test(line) && !/^[#\s]*\d{4}\s*$/.test(line),
  );
  const words = withoutMarks(telling.join(' ').replace(/#+ /g, '')).match(/\S+/g) ?? [];
  if (!words.some((word) => /\p{L}/u.test(word))) return undefined;
  return words.length > 8 ? `${words.slice(0, 8).join(' ')} …` : words.join(' ');
}

/** Whether parts are of several meetings, and not of the days of one. */
export function areSeveral(parts: readonly Pick<MeetingPart, 'date'>[]): boolean {
  const days = parts.map(({ date }) => date).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first !== undefined && daysBetween(first, last!) >= fewestDaysBetween;
}

/** What tells a meeting from others of its day that came before it: what its heading says, or a number. */
function freeSlug({ date, name }: DatedHeading, taken: ReadonlySet<MeetingId>): string | undefined {
  if (!taken.has(meetingIdOf(date, undefined))) return undefined;
  const named = dateFromPath(`${date}-${name}.md`);
  let slug = named !== undefined && 'date' in named ? named.slug : undefined;
  for (let number = 2; slug === undefined || taken.has(meetingIdOf(date, slug)); number += 1) {
    slug = String(number);
  }
  return slug;
}

/**
 * Parts a document that goes on from meeting to meeting, as many groups keep one: at the headings of one level, or the
 * lines in bold, that name a meeting by its day. The year may stand in a heading above, or in the name of the source.
 * Every line is in one of the parts, or in the rest; of a day with several meetings the further ones are called after
 * what their headings say. No parts where there are not two days.
 */
export function splitMeetings(
  markdown: string,
  source: string,
  seriesTitle: string,
): SplitDocument {
  const lines = markdown.split('\n');
  const headings = readHeadings(lines);
  const titles = findTitles(headings, source, seriesTitle);
  const [first] = titles;
  if (first === undefined) return { parts: [], rest: [] };
  // A heading of a higher level, such as the year of those that follow, ends a meeting.
  const ends = headings.filter(({ depth, text }) =>
    first.depth === boldDepth ? LONE_YEAR.test(text) && depth < boldDepth : depth < first.depth,
  );
  const cuts = [...titles, ...ends].sort((a, b) => a.from - b.from);
  const definitions = definitionsIn(lines);
  const stretches: string[][] = [lines.slice(0, cuts[0]!.from)];
  const titleAt = new Map(titles.map((title) => [title.from, title]));
  const ids = new Set<MeetingId>();
  const parts = cuts.flatMap(({ from }, at): MeetingPart[] => {
    const to = cuts[at + 1]?.from ?? lines.length;
    const title = titleAt.get(from);
    if (title === undefined) {
      stretches.push(lines.slice(from, to));
      return [];
    }
    const slug = freeSlug(title, ids);
    ids.add(meetingIdOf(title.date, slug));
    const part = linesOfPart(lines, title, to, headings);
    return [{ date: title.date, slug, markdown: withDefinitions(part, definitions) }];
  });
  return { parts, rest: stretches.flatMap((stretch) => wordsOf(stretch) ?? []) };
}
