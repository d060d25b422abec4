import { formatDate, parseDate } from '../archive/dates/date.ts';
import type { DateRange } from '../archive/dates/date-query.ts';
import type { MeetingId } from '../archive/meeting.ts';
import type { Paths } from '../archive/paths.ts';
import { referenceLabel } from '../archive/references/reference.ts';
import { countReferences } from '../archive/text/count.ts';
import type { View } from './listing.ts';
import { type Lookup, referenceOf } from './lookup.ts';
import { isWithin } from './named-time.ts';
import { foldPhrase } from './operators.ts';
import type { Query } from './query.ts';

/** A page that the query names outright; it is known without the engine. */
export interface ExactRow {
  url: string;
  title: string;
  /** What kind of page it is. */
  note: string;
}

/** Meetings of a time that is named: as many as a year has weeks, and some more. */
const mostMeetings = 60;

/** A row of a meeting, or of a place in it. */
function meetingRow(id: string, note: string, paths: Paths, anchor?: string): ExactRow {
  const date = parseDate(id.slice(0, 10));
  const title = date === undefined ? id : formatDate(date, 'long');
  const url = paths.meeting(id as MeetingId);
  return anchor === undefined
    ? { url, title, note }
    : { url: `${url}#${anchor}`, title, note: `${note}, at #${anchor}` };
}

/** Rows of the meetings next to a time in which nobody met. */
function neighbourRows(
  { from, to, precision }: DateRange,
  { meetings }: Lookup,
  paths: Paths,
): ExactRow[] {
  const before = meetings.findLast((id) => id < from);
  const after = meetings.find((id) => id > to);
  const row = (id: string, side: string): ExactRow =>
    meetingRow(id, `The meeting ${side} that ${precision}`, paths);
  return [
    ...(before === undefined ? [] : [row(before, 'before')]),
    ...(after === undefined ? [] : [row(after, 'after')]),
  ];
}

/**
 * The pages of the repository, the outcomes, the references and the meetings that a query names. What leaves sections
 * out (`-word`, a phrase, a year, a topic) asks for those that remain, not for a page of all of them: beside it only
 * references have theirs, and beside a year its meetings and the list of outcomes, whose words sections need not have.
 */
export function exactRows(
  query: Query,
  { year, topic }: Pick<View, 'year' | 'topic'>,
  lookup: Lookup,
  paths: Paths,
): ExactRow[] {
  const rows: ExactRow[] = [];
  const isPicked = query.phrases.length + query.without.length > 0 || topic !== undefined;
  const isShown = (id: string): boolean =>
    !isPicked && (year === undefined || id.startsWith(`${year}-`));
  if (query.repository !== undefined && !isPicked && year === undefined) {
    const { owner, repo, references } = query.repository;
    rows.push({
      url: paths.repository(owner, repo),
      title: `${owner}/${repo}`,
      note: `Repository, with ${countReferences(references)} discussed`,
    });
  }
  if (query.outcomes !== undefined && !isPicked) {
    rows.push({
      url: paths.outcomes(query.outcomes),
      title: query.outcomes === 'decisions' ? 'Decisions' : 'Action items',
      note: `All that the notes mark: ${lookup.outcomes[query.outcomes]}`,
    });
  }
  for (const { key } of query.references) {
    const known = lookup.references.get(key);
    if (known === undefined) continue;
    const reference = referenceOf(key, lookup);
    const kind = known.kind === 'pull' ? 'Pull request' : 'Issue';
    const times = known.meetings === 1 ? 'one meeting' : `${known.meetings} meetings`;
    rows.push({
      url: paths.reference(reference, known.kind),
      title: referenceLabel(reference, lookup.context.home),
      note: `${kind} of ${known.name}, discussed in ${times}`,
    });
  }
  if (query.recording !== undefined) {
    const id = lookup.meetings[query.recording];
    if (id !== undefined) rows.push(meetingRow(id, 'The meeting of this recording', paths));
  }
  if (query.date?.whole) {
    const { range, anchor } = query.date;
    const named = lookup.meetings.filter((id) => isWithin(id, range));
    for (const id of named.filter(isShown).slice(0, mostMeetings)) {
      rows.push(meetingRow(id, 'Meeting', paths, anchor));
    }
    if (named.length === 0) rows.push(...neighbourRows(range, lookup, paths));
  }
  const met = (query.places ?? []).flatMap((place) => lookup.meetings[place] ?? []);
  for (const id of met.filter(isShown).slice(0, mostMeetings)) {
    rows.push(meetingRow(id, 'Meeting', paths));
  }
  return rows;
}

/** A topic that is named, and in how many sections it is met. */
export interface ExactTopic {
  url: string;
  name: string;
  count: number;
}

/** The topic that the whole query names. */
export function exactTopic(typed: string, lookup: Lookup, paths: Paths): ExactTopic | undefined {
  const folded = foldPhrase(typed);
  const topic =
    lookup.topics.find(({ name }) => foldPhrase(name) === folded) ??
    lookup.topics.find(({ aliases }) => aliases.some((alias) => foldPhrase(alias) === folded));
  if (topic === undefined) return undefined;
  return { url: paths.topic(topic.slug), name: topic.name, count: topic.records.size };
}
