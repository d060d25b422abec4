import path from 'node:path';

import { findDate, findDates, removeDate } from '../archive/dates/date-in-text.ts';
import { dateFromPath } from '../archive/dates/date-of-path.ts';
import type { MeetingDate } from '../archive/dates/date.ts';
import type { PathDate } from '../archive/dates/path-date.ts';
import { Refusal } from './command.ts';

/** Which meeting a note is of. */
export interface When {
  date: MeetingDate;
  /** What tells it from another one of the same day. */
  slug?: string | undefined;
}

/** What of it was said with the command. */
export type Given = { [Key in keyof Required<When>]: When[Key] | undefined };

/** What browsers and desktops put behind the name of a file of which there is one already. */
const COPY = /(?:[ _-]+copy(?: \d{1,2})?)?(?: ?\(\d{1,2}\))?$/i;

/** What the name of a source says of its date. */
function dateOfName(name: string): PathDate | undefined {
  const stem = path.basename(name).replace(/\.(?:mdx?|markdown|html?|docx|txt)$/i, '');
  return dateFromPath(`${stem.replace(COPY, '')}.md`);
}

/** The day that stands in a line of its own before the first section, where it is the only one there. */
function dateOfOpening(lines: readonly string[]): MeetingDate | undefined {
  const text = lines.findIndex((line) => /[\p{L}\p{N}]/u.test(line));
  const section = lines.findIndex((line, index) => index > text && /^#{1,6}\s/.test(line));
  const opening = section < 0 ? lines : lines.slice(0, section);
  const days = new Set(opening.flatMap(findDates).map(({ date }) => date));
  const isAlone = (line: string): boolean =>
    findDate(line) !== undefined && !/[\p{L}\p{N}]/u.test(removeDate(line.replace(/[*_\\]+/g, '')));
  return days.size === 1 && opening.some(isAlone) ? [...days][0] : undefined;
}

/**
 * The day of the meeting: as given, or from the source's name, its front matter, its first heading, behind `Date:` or
 * `When:`, or from a line of its own near the top. Throws `Refusal` where none of them says it.
 */
export function findWhen(name: string, markdown: string, given: Given): When {
  const { date, slug } = given;
  if (date !== undefined) return { date, slug };
  const named = dateOfName(name);
  if (named !== undefined && 'date' in named) {
    return { date: named.date, slug: slug ?? named.slug };
  }
  const lines = markdown
    .split('\n', 30)
    // An escape, as of `29\. October`, is no part of a day.
    .map((line) => line.replace(/\\(?=[\p{P}\p{S}])/gu, ''));
  const front = lines.find((line) => /^date\s*[:=]/.test(line));
  const heading = lines.find((line) => /^#{1,3}\s/.test(line) && findDate(line) !== undefined);
  const labelled = lines.find(
    (line) =>
      /\bdate\b.{0,4}[:：]|^\W*when\W{0,4}[:：]/i.test(line) && findDate(line) !== undefined,
  );
  const title = lines.find((line) => line.trim() !== '' && line.trim() !== '---');
  for (const line of [front, heading, labelled, title]) {
    const found = line === undefined ? undefined : findDate(line);
    if (found !== undefined) return { date: found.date, slug };
  }
  const alone = dateOfOpening(lines);
  if (alone !== undefined) return { date: alone, slug };
  if (named !== undefined) {
    throw new Refusal(
      `${name} has a date in its name that no calendar has: give the right day with --date.`,
    );
  }
  throw new Refusal(`${name} does not say when the meeting was: give its day with --date.`);
}
