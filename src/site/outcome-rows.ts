import type { Archive } from '../archive/archive.ts';
import { type MeetingDate, formatDate } from '../archive/date.ts';
import type { Meeting, Outcome } from '../archive/meeting.ts';
import type { Paths } from '../archive/paths.ts';
import { completeLinks } from './complete-links.ts';

/** The two things that notes mark. */
export type OutcomeKind = 'decisions' | 'actions';

/** A decision or an action item as its page lists it. */
export interface OutcomeRow {
  /** HTML, with its links complete. */
  html: string;
  /** Of an action item, whether it is done. */
  done: boolean | undefined;
  /** What it came of: the heading above, and where that is. */
  subject: string;
  path: string;
  topics: { name: string; path: string }[];
}

/** The decisions or action items of one meeting. */
export interface OutcomeGroup {
  date: MeetingDate;
  when: string;
  path: string;
  rows: OutcomeRow[];
}

/** Below a heading such as "Conclusion" the subject is the heading above it. */
function subjectOf(meeting: Meeting, outcome: Outcome, { routine }: Archive) {
  let section = meeting.sections.find(({ id }) => id === outcome.section);
  const own = section;
  while (section?.parent !== undefined && routine.isRoutineHeading(section.heading)) {
    const { parent } = section;
    section = meeting.sections.find(({ id }) => id === parent);
  }
  return { subject: (section ?? own)?.heading ?? meeting.title, id: section?.id ?? own?.id };
}

/** All decisions or action items of an archive by meeting, the newest first. */
export function outcomeGroups(
  archive: Archive,
  kind: OutcomeKind,
  paths: Pick<Paths, 'file' | 'meeting' | 'reference' | 'topic'>,
): OutcomeGroup[] {
  return archive.meetings.toReversed().flatMap((meeting): OutcomeGroup[] => {
    const outcomes = meeting[kind] ?? [];
    if (outcomes.length === 0) return [];
    const rows = outcomes.map((outcome): OutcomeRow => {
      const { subject, id } = subjectOf(meeting, outcome, archive);
      const slugs = new Set([
        ...archive.topicsOf(meeting.id, outcome.section),
        ...archive.topicsOf(meeting.id, id),
      ]);
      return {
        html: completeLinks(outcome.html, { archive, paths }),
        done: outcome.done,
        subject,
        path: paths.meeting(meeting.id, outcome.section),
        topics: [...slugs].flatMap((slug) => {
          const name = archive.topic(slug)?.topic.name;
          return name === undefined ? [] : [{ name, path: paths.topic(slug) }];
        }),
      };
    });
    const path = paths.meeting(meeting.id);
    return [{ date: meeting.date, when: formatDate(meeting.date, 'medium'), path, rows }];
  });
}
