import { findDate, removeDate } from '../dates/date-in-text.ts';
import type { MeetingDate } from '../dates/date.ts';
import { removeOwnDate } from '../dates/own-date.ts';
import type { Meeting } from '../meeting.ts';
import { undecorated } from '../text/undecorated.ts';
import type { Heading } from './heading.ts';
import { isAgendaHeading } from './outcome-labels.ts';
import { isAttendanceHeading } from './people-labels.ts';
import { isRecordingLabel } from './recording.ts';

/** What a meeting is called by habit; a heading that says no more than this names the meeting. */
const meetingWords = /\b(?:meetings?|minutes|notes|agenda|office hours|call|sync|standup)\b/i;

/** Whether a heading says that it is of a meeting, be it by the title of the series. */
export function namesMeeting(heading: string, seriesTitle: string): boolean {
  return meetingWords.test(heading) || heading.toLowerCase().includes(seriesTitle.toLowerCase());
}

/** What says no more than that these are the notes of a meeting: `📝 Notes`, `Meeting minutes`. */
const BARE =
  /^(?:the )?(?:meeting )?(?:notes?|minutes|agenda|summary|recap)(?: ?(?:&|and|\/) ?(?:notes?|minutes))?:?$/i;

/** Whether a heading says of its meeting no more than what any note is. */
export const isBareTitle = (heading: string): boolean => BARE.test(undecorated(heading));

/** What a meeting is called of its own; nothing where its title is but that of the series, or what any meeting is. */
export function tellingTitle(
  { title }: Pick<Meeting, 'title'>,
  seriesTitle: string,
): string | undefined {
  return namesMeeting(title, seriesTitle) ? undefined : title;
}

/** What may link the recording at the end of a title: in brackets, or behind a day or a time. */
const AT_END =
  /(?:\s*\((?<inside>[^()]{1,60})\)|(?<=[\d)])\s[-–—|·•:\s]*(?<behind>\p{L}[\p{L} ]{0,60}))\s*$/u;

/** A title without what links the recording behind it: `October 29, 2019 (recording)`, `2019-10-29 - Recording`. */
export function removeRecording(title: string): string {
  const { index, groups } = AT_END.exec(title) ?? {};
  const label = groups?.['inside'] ?? groups?.['behind'] ?? '';
  return isRecordingLabel(label) ? title.slice(0, index) : title;
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
  if (first.depth > 1) {
    const isDated = date !== undefined;
    return isDated && (named || removeDate(removeRecording(first.text)) === '') ? first : undefined;
  }
  if (date !== undefined) return first;
  const isAlone = rest.every(({ depth }) => depth > 1);
  const isPart = isAttendanceHeading(first.text) || isAgendaHeading(first.text);
  return isAlone || (named && !isPart) ? first : undefined;
}

/** The first heading, if it names the meeting by its day without the year: `TSC meeting 10/29`, `October 29`. */
export function findTitleOfDay(
  headings: readonly Heading[],
  seriesTitle: string,
  date: MeetingDate,
): Heading | undefined {
  const [first] = headings;
  if (first === undefined) return undefined;
  const text = removeRecording(first.text);
  const name = removeOwnDate(text, date);
  if (name === text.trim()) return undefined;
  return name === '' || namesMeeting(name, seriesTitle) ? first : undefined;
}
