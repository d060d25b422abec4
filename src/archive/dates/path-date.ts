import type { MeetingDate } from './date.ts';

/** What a note's path says of its date; `start` and `text` are the place in the path. */
export type PathDate =
  { date: MeetingDate; slug?: string } | { problem: 'impossible'; text: string; start: number };

/** Words that every file of notes may bear, and that therefore name none. */
const GENERIC_WORDS = new Set(['meeting', 'meetings', 'notes', 'note', 'minutes', 'mtg', 'md']);
/** Files that may stand for the whole of their folder. */
export const GENERIC_FILES = new Set(['readme', 'index']);

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

/** A date with what the name goes on with behind it. */
export function withSlug(date: MeetingDate, rest: string): PathDate {
  const slug = slugOf(rest);
  return slug === undefined ? { date } : { date, slug };
}

/** The year of a month named within a folder of another: January belongs after its December. */
export function yearBeside(year: number, folderMonth: number, month: number): number {
  return folderMonth - month > 6 ? year + 1 : year;
}
