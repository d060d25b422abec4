import { findDateInHeading } from '../dates/date-in-heading.ts';
import { cutDate } from '../dates/date-in-text.ts';
import { daysBetween } from '../dates/date.ts';
import type { Heading } from './heading.ts';
import { namesMeeting, removeRecording } from './note-title.ts';
import { lettersOf } from './wording.ts';

/** A meeting of several days has them right after each other, and not more than a working week of them. */
export const fewestDaysBetween = 5;

/** What tells whether a heading is a meeting's title. */
type HeadingLine = Pick<Heading, 'text' | 'depth' | 'line'>;

/** Headings of one note that are the titles of two meetings. */
export interface TwoMeetings {
  first: HeadingLine;
  second: HeadingLine;
  /** How many more there are. */
  further: number;
}

/**
 * Two headings that are each the title of a meeting, where a note has such: of one level, with dates that are days
 * apart, and beside these nothing or the same name of a meeting. They stand below no other heading but the first
 * of the note, as where one file goes on from meeting to meeting.
 */
export function findTwoMeetings(
  headings: readonly HeadingLine[],
  seriesTitle: string,
): TwoMeetings | undefined {
  const dated = headings.flatMap((heading) => {
    const text = removeRecording(heading.text);
    const found = findDateInHeading(text);
    return found === undefined ? [] : [{ heading, date: found.date, name: cutDate(text, found) }];
  });
  const [one] = dated;
  if (one === undefined) return undefined;
  const { heading: first, name } = one;
  if (headings.some((heading, at) => at > 0 && heading.depth < first.depth)) return undefined;
  if (name !== '' && !namesMeeting(name, seriesTitle)) return undefined;
  const [second, ...further] = dated.filter(
    (other) =>
      other.heading.depth === first.depth &&
      lettersOf(other.name) === lettersOf(name) &&
      Math.abs(daysBetween(one.date, other.date)) >= fewestDaysBetween,
  );
  return second && { first, second: second.heading, further: further.length };
}
