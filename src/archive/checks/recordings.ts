import { type MeetingDate, daysBetween } from '../dates/date.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Meeting, Recording } from '../meeting.ts';
import { isRecordingLabel } from '../note/recording.ts';

/** A recording is put on the web some days after the meeting. */
const daysUntilPublished = 14;
/** Fewer meetings than this make no habit. */
const fewestMeetings = 3;
/** The label of the recording stands in the head of a note. */
const linesOfHead = 40;

const notRecorded =
  /\b(?:not|wasn['’]?t|isn['’]?t) (?:been )?recorded\b|\bno recording\b|\bn\/a\b/i;

/** A warning where two notes link one and the same recording. */
export function checkRecordingsTwice(
  meetings: readonly Meeting[],
  shownPath: (file: string) => string,
): Diagnostic[] {
  const first = new Map<string, Meeting>();
  return meetings.flatMap((meeting) =>
    meeting.recordings.flatMap((recording): Diagnostic[] => {
      const { url } = recording;
      const other = first.get(url);
      if (other === undefined || other.id === meeting.id) {
        first.set(url, meeting);
        return [];
      }
      const line = recordingLine(meeting, recording);
      const place = { file: shownPath(meeting.file), line, column: 1 };
      return [diagnose('recording-twice', place, { url, other: shownPath(other.file) })];
    }),
  );
}

/** The line of the block that links a recording; the first of the note where it is its heading or front matter that does. */
function recordingLine(meeting: Meeting, { id, url }: Recording): number {
  const blocks = [...meeting.opening, ...meeting.sections.flatMap((section) => section.blocks)];
  const written = id ?? url.replaceAll('&', '&#x26;');
  return blocks.find(({ html }) => html.includes(written))?.line ?? 1;
}

/** The line of the head on which a label waits for its link, and whether it says that there is none. */
function emptyLabel(text: string): { line: number; column: number; none: boolean } | undefined {
  const lines = text.split('\n').slice(0, linesOfHead);
  for (const [index, line] of lines.entries()) {
    const label = /^(\s*(?:[-*+]\s+)?)([^:：]{3,60}[:：])(.*)$/.exec(line);
    if (label === null || !isRecordingLabel((label[2] ?? '').replaceAll('*', ''))) continue;
    const none = notRecorded.test(label[3] ?? '');
    return { line: index + 1, column: (label[1]?.length ?? 0) + 1, none };
  }
  return undefined;
}

/**
 * A notice for each meeting without a recording in a series that has them, once it is old enough
 * that one would be there; none where the note says that the meeting was not recorded.
 */
export function checkRecordingsMissing(
  meetings: readonly Meeting[],
  today: MeetingDate,
  textOf: (meeting: Meeting) => string,
  shownPath: (file: string) => string,
): Diagnostic[] {
  const recorded = meetings.filter(({ recordings }) => recordings.length > 0);
  if (recorded.length < fewestMeetings || recorded.length * 2 < meetings.length) return [];
  const first = recorded[0]?.date ?? today;
  return meetings.flatMap((meeting): Diagnostic[] => {
    if (meeting.recordings.length > 0 || meeting.date < first) return [];
    if (daysBetween(meeting.date, today) <= daysUntilPublished) return [];
    const text = textOf(meeting);
    const label = emptyLabel(text);
    const head = text.split('\n', linesOfHead).join('\n');
    if (label?.none === true || (label === undefined && notRecorded.test(head))) return [];
    const { line, column } = label ?? { line: 1, column: 1 };
    return [diagnose('recording-missing', { file: shownPath(meeting.file), line, column }, {})];
  });
}
