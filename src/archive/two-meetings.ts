import { findDate, removeDate } from './date-in-text.ts';
import { type MeetingDate, daysBetween } from './date.ts';
import type { Heading } from './heading.ts';
import { namesMeeting, removeRecording } from './note-title.ts';
import { lettersOf } from './wording.ts';

/** A meeting of several days has them right after each other, and not more than a working week of them. */
const fewestDaysBetween = 5;

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
    const found = findDate(heading.text);
    return found === undefined ? [] : [{ heading, date: found.date }];
  });
  const [one] = dated;
  if (one === undefined) return undefined;
  const first = one.heading;
  if (headings.some((heading, at) => at > 0 && heading.depth < first.depth)) return undefined;
  const nameOf = ({ text }: HeadingLine): string => removeDate(removeRecording(text));
  const name = nameOf(first);
  if (name !== '' && !namesMeeting(name, seriesTitle)) return undefined;
  const isOfOther = (heading: HeadingLine, date: MeetingDate): boolean =>
    heading.depth === first.depth &&
    lettersOf(nameOf(heading)) === lettersOf(name) &&
    Math.abs(daysBetween(one.date, date)) >= fewestDaysBetween;
  const [second, ...further] = dated.filter(({ heading, date }) => isOfOther(heading, date));
  return second && { first, second: second.heading, further: further.length };
}
