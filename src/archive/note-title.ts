import { findDate, removeDate } from './date-in-text.ts';
import type { Heading } from './heading.ts';

/** What a meeting is called by habit; a heading that says no more than this names the meeting. */
const meetingWords = /\b(?:meetings?|minutes|notes|agenda|office hours|call|sync|standup)\b/i;

/** Whether a heading says that it is of a meeting, be it by the title of the series. */
export function namesMeeting(heading: string, seriesTitle: string): boolean {
  return meetingWords.test(heading) || heading.toLowerCase().includes(seriesTitle.toLowerCase());
}

/**
 * The heading that names the meeting: the first one, if it carries a date or stands alone on the
 * first level. Where a note has several first-level headings, they are its sections instead,
 * unless the first says what kind of text this is ("Meeting notes").
 */
export function findTitle(headings: readonly Heading[], seriesTitle: string): Heading | undefined {
  const [first, ...rest] = headings;
  if (first === undefined) return undefined;
  const named = namesMeeting(first.text, seriesTitle);
  const date = findDate(first.text);
  if (first.depth > 1)
    return date !== undefined && (named || removeDate(first.text) === '') ? first : undefined;
  if (date !== undefined || named) return first;
  return rest.some(({ depth }) => depth === 1) ? undefined : first;
}
