import { type Archive, outcomeKinds } from '../../archive/archive.ts';
import { type MeetingDate, formatDate } from '../../archive/dates/date.ts';
import {
  type Meeting,
  type MeetingId,
  type Outcome,
  type OutcomeKind,
  allOutcomeKinds,
} from '../../archive/meeting.ts';
import { onceFor } from '../../archive/once-for.ts';
import { type ListPage, listPages, outcomesOnPage } from '../../archive/outputs/list-pages.ts';
import { tellingSection } from '../../archive/passages/trail.ts';
import type { Paths } from '../../archive/paths.ts';
import { countOf } from '../../archive/text/count.ts';
import { cutAtWord } from '../../archive/text/cut-at-word.ts';
import { cutPrinted } from '../../archive/text/cut-printed.ts';
import { htmlBytes, printedBytes } from '../../archive/text/html-bytes.ts';
import { languageUnlikePage, languageWithin } from '../../archive/text/language.ts';
import { completeLinks } from './complete-links.ts';

/** A decision or an action item as its page lists it. */
export interface OutcomeRow {
  /** The language of its words, where it is not that of the site. */
  lang: string | undefined;
  /** HTML, with its links complete. */
  html: string;
  /** Of an action item, whether it is done. */
  done: boolean | undefined;
  /** What it came of: the item of the agenda or the heading above, and where that is. */
  subject: string;
  path: string;
  /** Each with the language of its name, where that is another than the words'. */
  topics: { name: string; path: string; lang: string | undefined }[];
}

/** The decisions or action items of one meeting, or those of them that stand on a page. */
export interface OutcomeGroup {
  /** What a link to them on the page ends with; absent where those of the meeting that are open have it. */
  anchor: string | undefined;
  date: MeetingDate;
  when: string;
  path: string;
  rows: OutcomeRow[];
}

/** A decision or an action item, with the meeting that it comes from. */
export interface ListedOutcome extends OutcomeRow {
  meeting: Pick<Meeting, 'id' | 'date'>;
}

type PathsOfOutcomes = Pick<Paths, 'file' | 'meeting' | 'reference' | 'topic'>;

/** Most bytes of what was decided, or of an action item. */
const longestOutcome = 4_000;

/** The subject is the item of the agenda, else the heading; below one such as "Conclusion" the heading above it. */
function subjectOf(meeting: Meeting, outcome: Outcome, { routine }: Archive) {
  const own = meeting.sections.find(({ id }) => id === outcome.section);
  const section = own && (tellingSection(meeting, own, routine) ?? own);
  return { subject: outcome.subject ?? section?.heading ?? meeting.title, id: section?.id };
}

/** All decisions or action items of an archive, in the order of the meetings and of their notes. */
export function listOutcomes(
  archive: Archive,
  kind: OutcomeKind,
  paths: PathsOfOutcomes,
): ListedOutcome[] {
  const spoken = languageUnlikePage(archive.settings.language);
  return archive.meetings.flatMap((meeting) =>
    (meeting[kind] ?? []).map((outcome): ListedOutcome => {
      const { subject, id } = subjectOf(meeting, outcome, archive);
      const slugs = new Set([
        ...archive.topicsOf(meeting.id, outcome.section),
        ...archive.topicsOf(meeting.id, id),
      ]);
      return {
        meeting,
        lang: meeting.language,
        html: cutPrinted(
          completeLinks(outcome.html, { archive, paths, from: meeting.id }),
          longestOutcome,
        ).html,
        done: outcome.done,
        subject: cutAtWord(subject),
        path: paths.meeting(meeting.id, outcome.section),
        topics: [...slugs].flatMap((slug) => {
          const name = archive.topic(slug)?.topic.name;
          const lang = languageWithin(spoken, meeting.language);
          return name === undefined ? [] : [{ name, path: paths.topic(slug), lang }];
        }),
      };
    }),
  );
}

/** About how many bytes a decision or action item has as HTML, and hardly more, were it alone of its meeting. */
function outcomeBytes({ html, subject, path, topics }: OutcomeRow): number {
  return topics.reduce(
    (bytes, topic) => bytes + 40 + htmlBytes(topic.name) + topic.path.length,
    400 + printedBytes(html) + htmlBytes(subject) + path.length,
  );
}

/** The list of all outcomes of a kind, newest page first, and the number of the page where each meeting's begin. */
interface OutcomePages {
  pages: ListPage<ListedOutcome>[];
  begins: ReadonlyMap<MeetingId, number | undefined>;
}

function pageOutcomes(archive: Archive, kind: OutcomeKind, paths: PathsOfOutcomes): OutcomePages {
  const pages = listPages(listOutcomes(archive, kind, paths), outcomesOnPage, outcomeBytes);
  // Of a meeting on two pages the older one, which comes last, has its first.
  const begins = new Map(
    pages.flatMap(({ number, items }) => items.map(({ meeting }) => [meeting.id, number] as const)),
  );
  return { pages, begins };
}

/** The pages of the lists of all outcomes, by kind; made once for an archive, as every meeting leads to them. */
export const outcomePages = onceFor(
  (archive: Archive, paths: PathsOfOutcomes): Readonly<Record<OutcomeKind, OutcomePages>> => ({
    decisions: pageOutcomes(archive, 'decisions', paths),
    actions: pageOutcomes(archive, 'actions', paths),
  }),
);

/** Links from a meeting to what its note marks, where the lists begin with that; none where it marks nothing. */
export function outcomesOfMeeting(
  archive: Archive,
  meeting: Meeting,
  paths: Paths,
): { label: string; path: string }[] {
  return allOutcomeKinds.flatMap((kind) => {
    const count = meeting[kind]?.length ?? 0;
    if (count === 0) return [];
    const number = outcomePages(archive, paths)[kind].begins.get(meeting.id);
    const list = paths.outcomes(kind);
    const page = number === undefined ? list : paths.earlier(list, number);
    const label = countOf(count, kind === 'decisions' ? 'decision' : 'action item');
    return [{ label, path: `${page}#${meeting.id}` }];
  });
}

/** Decisions or action items by meeting, the newest meeting first. */
export function outcomeGroups(
  outcomes: readonly ListedOutcome[],
  paths: Pick<Paths, 'meeting'>,
): OutcomeGroup[] {
  const groups = Map.groupBy(outcomes, ({ meeting }) => meeting);
  return [...groups].reverse().map(([{ id, date }, rows]) => {
    return { anchor: id, date, when: formatDate(date, 'medium'), path: paths.meeting(id), rows };
  });
}

/** What the list of all outcomes of a kind is called. */
const names: Readonly<Record<OutcomeKind, string>> = {
  decisions: 'Decisions',
  actions: 'Action items',
};

/** Links to the lists of what notes mark; only where they mark something. */
export function outcomeLinks(
  archive: Pick<Archive, 'meetings'>,
  paths: Pick<Paths, 'outcomes'>,
): { label: string; path: string }[] {
  return outcomeKinds(archive).map((kind) => ({ label: names[kind], path: paths.outcomes(kind) }));
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
  const open = having(false);
  const taken = new Set(open.map(({ anchor }) => anchor));
  const done = having(true).map((group) =>
    taken.has(group.anchor) ? { ...group, anchor: undefined } : group,
  );
  return { open, done };
}

/** What the list of all outcomes of a kind is called, and how many there are. */
export function describeOutcomes(
  kind: OutcomeKind,
  outcomes: readonly OutcomeRow[],
): { name: string; what: string } {
  const all = outcomes.length;
  if (kind === 'decisions') {
    return { name: names[kind], what: `${all} marked as such in the notes, the newest first.` };
  }
  const done = outcomes.filter((outcome) => outcome.done).length;
  const counts = [all > done && `${all - done} open`, done > 0 && `${done} done`].filter(Boolean);
  const what = `${counts.join(' and ')}, as the notes mark them, the newest first.`;
  return { name: names[kind], what };
}
