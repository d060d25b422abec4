import { type Archive, discussedTopics } from '../../archive/archive.ts';
import { formatDate } from '../../archive/dates/date.ts';
import { yearSpan } from '../../archive/discussions/timeline.ts';
import { leading } from '../../archive/outputs/list-pages.ts';
import {
  type MeetingRow,
  listedMeeting,
  meetingRowBytes,
} from '../../archive/outputs/meeting-row.ts';
import {
  type ReferenceRow,
  mostDiscussed,
  referenceRows,
} from '../../archive/outputs/reference-row.ts';
import type { Paths } from '../../archive/paths.ts';
import { countOf } from '../../archive/text/count.ts';

const latestShown = 6;
const mostBytesOfLatest = 16_000;
const subjectsShown = 6;
const topicsShown = 12;
const referencesShown = 6;

/** A topic as the home page names it. */
export interface LeadingTopic {
  name: string;
  path: string;
  /** How many sections are about it. */
  count: number;
  years: string;
}

/** What the home page shows besides the calendar: the latest meetings, and what came up most. */
export interface HomeView {
  /** How many meetings there are, and when they were; empty without any. */
  extent: string;
  /** What the link to all of them says. */
  all: string;
  latest: MeetingRow[];
  topics: LeadingTopic[];
  references: ReferenceRow[];
}

function extentOf({ meetings }: Archive): string {
  const months = [meetings.slice(0, 1), meetings.slice(-1)]
    .flat()
    .map(({ date }) => formatDate(date, 'month'));
  if (months.length === 0) return '';
  return `${countOf(meetings.length, 'meeting')}, ${[...new Set(months)].join(' to ')}`;
}

function latestMeetings(archive: Archive, paths: Paths): MeetingRow[] {
  const [newest, ...before] = archive.meetings
    .slice(-latestShown)
    .toReversed()
    .map((meeting) => listedMeeting(meeting, archive, paths, subjectsShown));
  if (newest === undefined) return [];
  const room = mostBytesOfLatest - meetingRowBytes(newest);
  return [newest, ...leading(before, room, meetingRowBytes)];
}

/** Makes the lists of the home page; the latest meeting stands there whatever its length. */
export function viewHome(archive: Archive, paths: Paths): HomeView {
  const topics = discussedTopics(archive)
    .sort((a, b) => b.about.length - a.about.length)
    .slice(0, topicsShown)
    .map(({ topic, about }) => ({
      name: topic.name,
      path: paths.topic(topic.slug),
      count: about.length,
      years: yearSpan(about.map(({ meeting }) => meeting.date)),
    }));
  const { length } = archive.meetings;
  return {
    extent: extentOf(archive),
    all: length === 1 ? 'All meetings' : `All ${countOf(length, 'meeting')}`,
    latest: latestMeetings(archive, paths),
    topics,
    references: referenceRows(mostDiscussed(archive.references, referencesShown), archive, paths),
  };
}
