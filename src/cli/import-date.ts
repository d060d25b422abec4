import path from 'node:path';

import { findDate } from '../archive/date-in-text.ts';
import { dateFromPath } from '../archive/date-of-path.ts';
import type { MeetingDate } from '../archive/date.ts';
import { Refusal } from './command.ts';

/** Which meeting a note is of. */
export interface When {
  date: MeetingDate;
  /** What tells it from another one of the same day. */
  slug?: string | undefined;
}

/** What of it was said with the command. */
export type Given = { [Key in keyof Required<When>]: When[Key] | undefined };

/**
 * The day of the meeting: as given, or from the source's name, its front matter or its first heading. Throws
 * `Refusal` where none of them says it.
 */
export function findWhen(name: string, markdown: string, given: Given): When {
  const { date, slug } = given;
  if (date !== undefined) return { date, slug };
  const named = dateFromPath(path.basename(name).replace(/\.(?:html?|docx|txt|markdown)$/i, '.md'));
  if (named !== undefined && 'date' in named) {
    return { date: named.date, slug: slug ?? named.slug };
  }
  const lines = markdown.split('\n').slice(0, 30);
  const front = lines.find((line) => /^date:/.test(line));
  const heading = lines.find((line) => /^#{1,3}\s/.test(line) && findDate(line) !== undefined);
  const labelled = lines.find((line) => /\bdate\b.{0,4}:/i.test(line));
  const title = lines.find((line) => line.trim() !== '' && line.trim() !== '---');
  for (const line of [front, heading, labelled, title]) {
    const found = line === undefined ? undefined : findDate(line);
    if (found !== undefined) return { date: found.date, slug };
  }
  throw new Refusal(`${name} does not say when the meeting was: give its day with --date.`);
}
