import type { Archive, OutcomeKind } from '../../archive/archive.ts';
import { type MeetingDate, formatDate } from '../../archive/dates/date.ts';
import type { Meeting, Outcome } from '../../archive/meeting.ts';
import type { Paths } from '../../archive/paths.ts';
import { cutAtWord } from '../../archive/text/cut-at-word.ts';
import { cutPrinted, htmlBytes, printedBytes } from '../../archive/text/printed.ts';
import { completeLinks } from './complete-links.ts';

/** A decision or an action item as its page lists it. */
export interface OutcomeRow {
  /** HTML, with its links complete. */
  html: string;
  /** Of an action item, whether it is done. */
  done: boolean | undefined;
  /** What it came of: the item of the agenda or the heading above, and where that is. */
  subject: string;
  path: string;
  topics: { name: string; path: string }[];
}

/** The decisions or action items of one meeting, or those of them that stand on a page. */
export interface OutcomeGroup {
  date: MeetingDate;
  when: string;
  path: string;
  rows: OutcomeRow[];
}

/** A decision or an action item, with the meeting that it comes from. */
export interface ListedOutcome extends OutcomeRow {
  meeting: Pick<Meeting, 'id' | 'date'>;
}

/** Most bytes of what was decided, or of an action item. */
const longestOutcome = 4_000;

/** The subject is the item of the agenda, else the heading; below one such as "Conclusion" the heading above it. */
function subjectOf(meeting: Meeting, outcome: Outcome, { routine }: Archive) {
  let section = meeting.sections.find(({ id }) => id === outcome.section);
  const own = section;
  while (section?.parent !== undefined && routine.isRoutineHeading(section.heading)) {
    const { parent } = section;
    section = meeting.sections.find(({ id }) => id === parent);
  }
  const heading = (section ?? own)?.heading ?? meeting.title;
  return { subject: outcome.subject ?? heading, id: section?.id ?? own?.id };
}

/** All decisions or action items of an archive, in the order of the meetings and of their notes. */
export function listOutcomes(
  archive: Archive,
  kind: OutcomeKind,
  paths: Pick<Paths, 'file' | 'meeting' | 'reference' | 'topic'>,
): ListedOutcome[] {
  return archive.meetings.flatMap((meeting) =>
    (meeting[kind] ?? []).map((outcome): ListedOutcome => {
      const { subject, id } = subjectOf(meeting, outcome, archive);
      const slugs = new Set([
        ...archive.topicsOf(meeting.id, outcome.section),
        ...archive.topicsOf(meeting.id, id),
      ]);
      return {
        meeting,
        html: cutPrinted(completeLinks(outcome.html, { archive, paths }), longestOutcome).html,
        done: outcome.done,
        subject: cutAtWord(subject),
        path: paths.meeting(meeting.id, outcome.section),
        topics: [...slugs].flatMap((slug) => {
          const name = archive.topic(slug)?.topic.name;
          return name === undefined ? [] : [{ name, path: paths.topic(slug) }];
        }),
      };
    }),
  );
}

/** About how many bytes a decision or action item has as HTML, and hardly more, were it alone of its meeting. */
export function outcomeBytes({ html, subject, path, topics }: OutcomeRow): number {
  return topics.reduce(
    (bytes, topic) => bytes + 40 + htmlBytes(topic.name) + topic.path.length,
    400 + printedBytes(html) + htmlBytes(subject) + path.length,
  );
}

/** Decisions or action items by meeting, the newest meeting first. */
export function outcomeGroups(
  outcomes: readonly ListedOutcome[],
  paths: Pick<Paths, 'meeting'>,
): OutcomeGroup[] {
  const groups = Map.groupBy(outcomes, ({ meeting }) => meeting);
  return [...groups].reverse().map(([{ id, date }, rows]) => {
    return { date, when: formatDate(date, 'medium'), path: paths.meeting(id), rows };
  });
}

/** Links to the lists of what notes mark; only where they mark something. */
export function outcomeLinks(
  { meetings }: Archive,
  paths: Pick<Paths, 'decisions' | 'actions'>,
): { label: string; path: string }[] {
  return [
    ...(meetings.some(({ decisions }) => decisions)
      ? [{ label: 'Decisions', path: paths.decisions() }]
      : []),
    ...(meetings.some(({ actions }) => actions)
      ? [{ label: 'Action items', path: paths.actions() }]
      : []),
  ];
}

/** Action items that are open and those that are done, by meeting; a meeting is only where it has some. */
export function splitByDone(groups: readonly OutcomeGroup[]): {
  open: OutcomeGroup[];
  done: OutcomeGroup[];
} {
  const having = (isDone: boolean): OutcomeGroup[] =>
    groups
      .map((group) => ({
        ...group,
        rows: group.rows.filter(({ done = false }) => done === isDone),
      }))
      .filter(({ rows }) => rows.length > 0);
  return { open: having(false), done: having(true) };
}

/** What the list of all outcomes of a kind is called, and how many there are. */
export function describeOutcomes(
  kind: OutcomeKind,
  outcomes: readonly OutcomeRow[],
): { name: string; what: string } {
  const all = outcomes.length;
  if (kind === 'decisions') {
    return { name: 'Decisions', what: `${all} marked as such in the notes, the newest first.` };
  }
  const done = outcomes.filter((outcome) => outcome.done).length;
  const counts = [all > done && `${all - done} open`, done > 0 && `${done} done`].filter(Boolean);
  const what = `${counts.join(' and ')}, as the notes mark them, the newest first.`;
  return { name: 'Action items', what };
}
