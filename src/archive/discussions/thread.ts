import type { Archive } from '../archive.ts';
import type { MeetingDate } from '../dates/date.ts';
import type { Meeting, MeetingId, Section, SectionId } from '../meeting.ts';
import type { RememberedSections } from '../memory.ts';
import { onceFor } from '../once-for.ts';
import type { Passage } from '../passages/passage.ts';
import { tellingSection } from '../passages/trail.ts';
import { byCodeUnit } from '../text/order.ts';
import type { TermCounts } from '../text/term.ts';
import type { ReferenceThread } from '../threads/reference-thread.ts';
import type { TopicThread } from '../threads/topic-thread.ts';
import { type Around, walkIn } from './around.ts';
import { type Likeness, likenessIn } from './likeness.ts';

/** What links two passages of different meetings. */
export type ThreadSubject =
  { kind: 'reference'; reference: ReferenceThread } | { kind: 'topic'; topic: TopicThread };

/** A passage of another meeting on the same subject. */
export interface ThreadLink {
  meeting: Meeting;
  /** The section to link; absent for what stands before a meeting's first heading. */
  section?: Section;
  /** What to call it: the nearest heading that is not routine; absent where there is none. */
  heading?: string;
  subject: ThreadSubject;
}

/** Where a passage's subject was met before and after, in date order, at most two each way. */
export interface PassageThread {
  earlier: ThreadLink[];
  later: ThreadLink[];
  /** The reference or topic whose page lists further passages than these. */
  more?: ThreadSubject;
}

/** Finds the thread of a passage. */
export interface Threads {
  threadOf(meeting: MeetingId, section: SectionId | undefined): PassageThread;
}

const linksEachWay = 2;
/** Sections of one topic that are compared with each other, counted in steps along its thread, each way. */
const reach = 24;
/** Passages on a reference that are looked at, each way: those shown, and some of their meetings. */
const reachOfReference = 8;
/** How alike two sections of one topic must be, as the cosine of their weighted words. */
const nearEnough = 0.12;
/** After this many days, likeness counts half. */
const halfLife = 540;
/** A list of more references than this is about none of them. */
const mostReferences = 40;

interface Found {
  passage: Passage;
  subject: ThreadSubject;
  /** Between both meetings. */
  days: number;
  likeness: number;
  /** References that both name. */
  shared: number;
}

/** The passages, by their places, that name references of a passage. */
function byReference(archive: Archive, around: Around, passage: Passage): Map<object, Found> {
  const { meeting, section } = passage;
  const references = archive.referencesOf(meeting.id, section?.id);
  const found = new Map<object, Found>();
  if (references.length > mostReferences) return found;
  for (const reference of references) {
    if (reference.meetings < 2) continue;
    around(reference.discussions, passage, reachOfReference, (other, days) => {
      const known = found.get(other.place);
      if (known !== undefined) known.shared += 1;
      else {
        const subject: ThreadSubject = { kind: 'reference', reference };
        found.set(other.place, { passage: other.passage, subject, days, likeness: 1, shared: 1 });
      }
    });
  }
  return found;
}

/** The passages, by their places, that are about a topic of a passage and near it in words, but for known ones. */
function byTopic(
  archive: Archive,
  around: Around,
  likeness: Likeness,
  passage: Passage,
  known: ReadonlyMap<object, Found>,
): Map<object, Found> {
  const { meeting, section } = passage;
  const found = new Map<object, Found>();
  const entry = section && likeness.entryOf(section);
  if (entry === undefined) return found;
  const likenessTo = likeness.to(entry);
  for (const slug of archive.topicsOf(meeting.id, section?.id)) {
    const topic = archive.topic(slug);
    if (topic === undefined) continue;
    const subject: ThreadSubject = { kind: 'topic', topic };
    around(topic.about, passage, reach, ({ passage: other, place, entry: theirs }, days) => {
      if (theirs === undefined) return;
      const alike = likenessTo(theirs);
      if (alike < nearEnough || found.has(place) || known.has(place)) return;
      found.set(place, { passage: other, subject, days, likeness: alike, shared: 0 });
    });
  }
  return found;
}

/** Of passages, the best first, those to show of one side, in date order. */
function choose(inOrder: readonly Found[], isThere: (date: MeetingDate) => boolean): Found[] {
  const chosen: Found[] = [];
  for (const one of inOrder) {
    if (chosen.length >= linksEachWay) break;
    const { meeting } = one.passage;
    // Two links into one meeting say little more than one.
    if (isThere(meeting.date) && !chosen.some((other) => other.passage.meeting === meeting)) {
      chosen.push(one);
    }
  }
  return chosen.sort((a, b) => byCodeUnit(a.passage.meeting.date, b.passage.meeting.date));
}

function toLink(archive: Archive, { passage, subject }: Found): ThreadLink {
  const { meeting, section } = passage;
  const heading = section && tellingSection(meeting, section, archive.routine)?.heading;
  return {
    meeting,
    ...(section && { section }),
    ...(heading !== undefined && { heading }),
    subject,
  };
}

/** How many meetings have a section about a topic. */
const countMeetings = onceFor(
  ({ about }: TopicThread): number => new Set(about.map(({ meeting }) => meeting)).size,
);

/**
 * Links the passages of an archive to the earlier and later ones on the same subject: those that
 * name the same references, nearest in time first; then sections about the same topic whose words
 * are near. A section under a routine heading is linked for its references alone. Comparisons are
 * bounded for each section, so that time grows with the number of sections. Terms that were counted
 * before are taken from `remembered`.
 */
export function buildThreads(
  archive: Archive,
  remembered?: RememberedSections<TermCounts>,
): Threads {
  const likeness = likenessIn(archive, remembered);
  const around = walkIn(likeness);

  const find = (passage: Passage): PassageThread => {
    const here = passage.meeting.date;
    const references = byReference(archive, around, passage);
    const topics = byTopic(archive, around, likeness, passage, references);
    const worth = (one: Found): number => one.likeness / (1 + one.days / halfLife);
    const inOrder = [
      ...[...references.values()].sort((a, b) => a.days - b.days || b.shared - a.shared),
      ...[...topics.values()].sort((a, b) => worth(b) - worth(a) || a.days - b.days),
    ];
    const earlier = choose(inOrder, (date) => date < here);
    const later = choose(inOrder, (date) => date > here);
    const more = moreOf([...earlier, ...later]);
    return {
      earlier: earlier.map((found) => toLink(archive, found)),
      later: later.map((found) => toLink(archive, found)),
      ...(more && { more }),
    };
  };

  return {
    threadOf(meetingId, sectionId) {
      const meeting = archive.meeting(meetingId);
      const section = meeting?.sections.find(({ id }) => id === sectionId);
      const isThere = meeting !== undefined && (sectionId === undefined || section !== undefined);
      return isThere ? find({ meeting, ...(section && { section }) }) : { earlier: [], later: [] };
    },
  };
}

/** The reference or topic with more passages than those chosen; of several, the one met most. */
function moreOf(chosen: readonly Found[]): PassageThread['more'] {
  const shown = new Map<ReferenceThread | TopicThread, { count: number; subject: ThreadSubject }>();
  for (const { subject } of chosen) {
    const key = subject.kind === 'reference' ? subject.reference : subject.topic;
    const entry = shown.get(key) ?? { count: 0, subject };
    entry.count += 1;
    shown.set(key, entry);
  }
  let more: { size: number; subject: PassageThread['more'] } | undefined;
  for (const { count, subject } of shown.values()) {
    const size =
      subject.kind === 'reference'
        ? subject.reference.hasPage
          ? subject.reference.meetings
          : 0
        : countMeetings(subject.topic);
    const isMore = size > count + 1 && (more === undefined || size > more.size);
    if (isMore) more = { size, subject };
  }
  return more?.subject;
}
