import { findDates } from '../dates/date-in-text.ts';
import type { MeetingDate } from '../dates/date.ts';
import { removeOwnDate } from '../dates/own-date.ts';
import { type Diagnostic, diagnose, hasErrors } from '../diagnostics/diagnostic.ts';
import { type Meeting, meetingIdOf, meetingSchema } from '../meeting.ts';
import { languageUnlikePage } from '../text/language.ts';
import { type Heading, findHeadings } from './heading.ts';
import { readMinutes } from './minutes.ts';
import { readDate } from './note-date.ts';
import type { NoteInput } from './note-input.ts';
import { findTitle, findTitleOfDay, isBareTitle, removeRecording } from './note-title.ts';
import { findRecordings } from './recording-line.ts';
import { isRecordingLabel } from './recording.ts';
import { emptyAtHead, readSections } from './section.ts';
import { findTwoMeetings } from './two-meetings.ts';

/**
 * The headings that stand over all that was said: those over nothing, of which there are `empty` at the head, and the
 * one behind them if it is the day, `## January 3, 2024 ([recording](…))`, or the recording itself.
 */
function headingsOverAll(
  headings: readonly Heading[],
  empty: number,
  date: MeetingDate,
): readonly Heading[] {
  const first = headings[empty];
  const isOfDay = first && findDates(first.text).some((found) => found.date === date);
  const isOver = first !== undefined && (isOfDay || isRecordingLabel(first.text));
  return headings.slice(0, isOver ? empty + 1 : empty);
}

/**
 * Reads the meeting from a note's tree: date, title, recordings, sections, mentions and minutes, each
 * with its source line. Gives the meeting unless a finding of error level stands against it.
 */
export function readNote(input: NoteInput): { meeting?: Meeting; diagnostics: Diagnostic[] } {
  const { file, shown, text, frontMatter, frontMatterLines, settings, print } = input;
  const headings = findHeadings(text.tree);
  const dating = findTitle(headings, settings.title);
  const two = findTwoMeetings(headings, settings.title);
  const { dated, headingDate, diagnostics: ofDate } = readDate(input, dating);
  const diagnostics = [...ofDate];
  if (two !== undefined) {
    const { first, second, further } = two;
    const facts = { first: first.text, firstLine: first.line, second: second.text, further };
    const place = { file: shown, line: second.line, column: 1 };
    diagnostics.unshift(diagnose('note-two-meetings', place, facts));
  }
  if (dated === undefined) return { diagnostics };
  const { date, slug } = dated;
  const title = dating ?? findTitleOfDay(headings, settings.title, date);
  const draft = readSections(input, headings, title);
  const untitled = headings.filter((heading) => heading !== title);
  const over = headingsOverAll(untitled, emptyAtHead(draft.sections), date);
  const ofWhole = title === undefined ? over : [title, ...over];
  const recordings = findRecordings(draft, ofWhole, frontMatter.recording);
  const minutes = readMinutes(draft, print);
  // A title that is but the day says less than the heading, and a heading that any note could have less than the series.
  const heading = title && isBareTitle(title.text) ? undefined : title?.text;
  const called = [frontMatter.title, heading]
    .map((written) => written && removeOwnDate(removeRecording(written), date))
    .find((words) => words);
  const language = languageUnlikePage(frontMatter.lang ?? settings.language);
  const parsed = meetingSchema.safeParse({
    id: meetingIdOf(date, slug),
    date,
    title: called ?? settings.title,
    file,
    ...(title && { heading: { id: title.id, text: title.text, line: title.line } }),
    ...(language && { language }),
    ...(headingDate && { headingDate }),
    recordings,
    ...(frontMatter.repository && { repository: frontMatter.repository }),
    topics: frontMatter.topics ?? [],
    opening: draft.opening,
    sections: draft.sections,
    mentions: draft.mentions,
    links: [...text.links],
    ...minutes,
    ...(text.images?.length && { images: [...text.images] }),
  });
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      const line = frontMatterLines.get(String(path[0])) ?? 1;
      const facts = { key: path.join('.'), reason: message };
      diagnostics.push(diagnose('note-invalid', { file: shown, line, column: 1 }, facts));
    }
  }
  return {
    ...(parsed.success && !hasErrors(diagnostics) && { meeting: parsed.data }),
    diagnostics,
  };
}
