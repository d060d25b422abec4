import type { Archive } from '../archive.ts';
import { type MeetingDate, formatDate } from '../dates/date.ts';
import type { Meeting } from '../meeting.ts';
import { onceFor } from '../once-for.ts';
import { ownBlocks } from '../passages/routine.ts';
import { subjectsOf } from '../passages/subject.ts';
import type { Paths } from '../paths.ts';
import { cutAtWord } from '../text/cut-at-word.ts';
import { htmlBytes } from '../text/html-bytes.ts';
import { breakWords } from '../text/word-break.ts';

/** A meeting as lists show it. */
export interface MeetingRow {
  date: MeetingDate;
  /** The date in words, `29 Oct 2019`. */
  when: string;
  path: string;
  /** What it is called, where no other meeting is called so. */
  title: string | undefined;
  /** The language of title and subjects, where it is not that of the site. */
  lang: string | undefined;
  subjects: { heading: string; path: string }[];
  /** How many subjects are left out. */
  further: number;
}

/** Titles that several meetings bear, which tell none of them from the others. */
const repeatedTitles = onceFor(({ settings, meetings }: Archive): ReadonlySet<string> => {
  const seen = new Set<string>([settings.title]);
  return new Set(
    meetings.flatMap(({ title }) => {
      if (seen.has(title)) return [title];
      seen.add(title);
      return [];
    }),
  );
});

/** A meeting for a list, with at most `most` of its subjects. */
export function meetingRow(
  meeting: Meeting,
  archive: Archive,
  paths: Pick<Paths, 'meeting'>,
  most: number,
): MeetingRow {
  const subjects = subjectsOf(meeting, archive.routine);
  return {
    date: meeting.date,
    when: formatDate(meeting.date, 'medium'),
    path: paths.meeting(meeting.id),
    title: repeatedTitles(archive).has(meeting.title) ? undefined : cutAtWord(meeting.title),
    lang: meeting.language,
    subjects: subjects.slice(0, most).map(({ id, heading }) => ({
      heading: cutAtWord(heading),
      path: paths.meeting(meeting.id, id),
    })),
    further: Math.max(0, subjects.length - most),
  };
}

/**
 * A meeting for a list that says how many subjects it leaves out. It leaves out none or several: to say “1 more” takes
 * the room of the one.
 */
export function listedMeeting(
  meeting: Meeting,
  archive: Archive,
  paths: Pick<Paths, 'meeting'>,
  most: number,
): MeetingRow {
  const row = meetingRow(meeting, archive, paths, most + 1);
  if (row.further === 0) return row;
  return { ...row, subjects: row.subjects.slice(0, most), further: row.further + 1 };
}

/** About how many bytes a row has as HTML, and hardly more. */
export function meetingRowBytes({ path, title = '', subjects }: MeetingRow): number {
  return subjects.reduce(
    (bytes, subject) => bytes + 60 + htmlBytes(subject.heading) + subject.path.length,
    300 + 2 * path.length + htmlBytes(title),
  );
}

/** How much was written down of a meeting, in words, without what its notes repeat by habit. */
export function wordCountOf(meeting: Meeting, { routine }: Pick<Archive, 'routine'>): number {
  const blocks = [{ blocks: meeting.opening }, ...meeting.sections].flatMap((section) =>
    ownBlocks(section, routine),
  );
  const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean).flatMap(breakWords);
  return blocks.reduce((sum, { text }) => sum + wordsOf(text).length, 0);
}
