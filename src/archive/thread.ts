import type { Archive, Passage, ReferenceThread, TopicThread } from './archive.ts';
import { type MeetingDate, daysBetween } from './date.ts';
import type { Meeting, MeetingId, Section, SectionId } from './meeting.ts';
import { byCodeUnit } from './order.ts';
import { referenceKey } from './reference.ts';
import { ownBlocks } from './routine.ts';

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

/** Finds the thread of a passage; what it has read once it keeps. */
export interface Threads {
  threadOf(meeting: MeetingId, section: SectionId | undefined): PassageThread;
}

const linksEachWay = 2;
/** Sections of one topic that are compared with each other, counted in steps along its thread, each way. */
const reach = 24;
/** How alike two sections of one topic must be, as the cosine of their weighted words. */
const nearEnough = 0.12;
/** A section without words of its own is like many; how far its likeness is believed. */
const headingAlone = 0.6;
/** After this many days, likeness counts half. */
const halfLife = 540;
/** A heading is a section's best words. */
const headingWeight = 3;
/** Further words of a section tell little, and cost time. */
const mostTerms = 60;
/** A list of more references than this is about none of them. */
const mostReferences = 40;

const stopWords = new Set(
  'about after all also am an and any are as at be because been before being both but by can could did do does doing done down for from get had has have he her here him his how if in into is it its just like may me might more most much my need no not now of off on one only or other our out over own probably really same see seems she should so some something still such sure than that the their them then there these they thing things think this those though through to too under until up us use used using very want was way we were what when where whether which while who why will with would yes you your'.split(
    ' ',
  ),
);

/** The stem of an English word, near enough to put `packages` and `packaging` together. */
export function stem(word: string): string {
  let stemmed = word.toLowerCase().replace(/['’]s$/u, '');
  if (stemmed.length > 3) {
    stemmed = stemmed
      .replace(/ies$/, 'y')
      .replace(/(?:ss|x|z|ch|sh)es$/, (end) => end.slice(0, -2))
      .replace(/([^su])s$/, '$1');
  }
  if (stemmed.length > 5) {
    stemmed = stemmed
      .replace(/(?:ations?|ating|ated)$/, 'ate')
      .replace(/([aeiouy].*?)(?:ing|ed|er)$/, '$1')
      .replace(/([bdgklmnprt])\1$/, '$1');
  }
  return stemmed.length > 3 ? stemmed.replace(/e$/, '') : stemmed;
}

/** The stems of a text that tell it from others. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  const plain = text.replace(/\bhttps?:\/\/\S+/gi, ' ');
  for (const [word] of plain.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}_.+]*[\p{L}\p{N}_+]/gu)) {
    if (stopWords.has(word.toLowerCase()) || /^\d{1,2}$/.test(word)) continue;
    terms.push(stem(word));
  }
  return terms;
}

/** The terms of a section with their weights, sorted by term; the weights' squares sum to one. */
interface Vector {
  terms: Int32Array;
  weights: Float64Array;
}

const emptyVector: Vector = { terms: new Int32Array(0), weights: new Float64Array(0) };

function cosine(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length;) {
    const left = a.terms[i]!;
    const right = b.terms[j]!;
    if (left === right) sum += a.weights[i++]! * b.weights[j++]!;
    else if (left < right) i++;
    else j++;
  }
  return sum;
}

interface Entry {
  meeting: Meeting;
  section: Section;
  counts: Map<number, number>;
  hasText: boolean;
  vector?: Vector;
}

const entryKey = (meeting: MeetingId, section: SectionId): string => `${meeting}#${section}`;

/** Every section whose heading is its own, in date order, with its words counted. */
function readEntries(archive: Archive) {
  const ids = new Map<string, number>();
  const documents: number[] = [];
  const entries: Entry[] = [];
  for (const meeting of archive.meetings) {
    for (const section of meeting.sections) {
      if (archive.routine.isRoutineHeading(section.heading)) continue;
      const counts = new Map<number, number>();
      const count = (text: string, weight: number): void => {
        for (const term of termsOf(text)) {
          let id = ids.get(term);
          if (id === undefined) ids.set(term, (id = ids.size));
          counts.set(id, (counts.get(id) ?? 0) + weight);
        }
      };
      count(section.heading, headingWeight);
      const blocks = ownBlocks(section, archive.routine).filter(({ kind }) => kind !== 'code');
      for (const { text } of blocks) count(text, 1);
      for (const id of counts.keys()) documents[id] = (documents[id] ?? 0) + 1;
      entries.push({ meeting, section, counts, hasText: blocks.length > 0 });
    }
  }
  return { entries, documents };
}

function vectorOf(entry: Entry, documents: readonly number[], all: number): Vector {
  if (entry.vector !== undefined) return entry.vector;
  const weighted = [...entry.counts]
    .map(([id, count]) => ({
      id,
      weight: (1 + Math.log(count)) * Math.log((1 + all) / (1 + documents[id]!)),
    }))
    .sort((a, b) => b.weight - a.weight || a.id - b.id)
    .slice(0, mostTerms)
    .sort((a, b) => a.id - b.id);
  const length = Math.hypot(...weighted.map(({ weight }) => weight));
  entry.vector =
    length === 0
      ? emptyVector
      : {
          terms: Int32Array.from(weighted, ({ id }) => id),
          weights: Float64Array.from(weighted, ({ weight }) => weight / length),
        };
  return entry.vector;
}

/** The nearest heading over a passage, its own included, that is not routine. */
function headingOf(archive: Archive, meeting: Meeting, section: Section | undefined) {
  let at = section;
  while (at !== undefined && archive.routine.isRoutineHeading(at.heading)) {
    const { parent } = at;
    at = meeting.sections.find(({ id }) => id === parent);
  }
  return at?.heading;
}

interface Found {
  passage: Passage;
  subject: ThreadSubject;
  /** Steps along the thread: the less, the nearer in time. */
  steps: number;
  likeness: number;
  shared: number;
}

const isSame = (a: Passage, b: Passage): boolean =>
  a.meeting === b.meeting && a.section?.id === b.section?.id;

/**
 * Links the passages of an archive to the earlier and later ones on the same subject: those that
 * name the same references, nearest in time first; then sections about the same topic whose words
 * are near. A section under a routine heading is linked for its references alone. Comparisons are bounded for each section, so that time grows with the number of sections.
 */
export function buildThreads(archive: Archive): Threads {
  const { entries, documents } = readEntries(archive);
  const byPassage = new Map(
    entries.map((entry) => [entryKey(entry.meeting.id, entry.section.id), entry]),
  );
  const places = new Map<readonly Passage[], Map<string, number>>();
  const placeIn = (passages: readonly Passage[], key: string): number | undefined => {
    let index = places.get(passages);
    if (index === undefined) {
      index = new Map(
        passages.map(({ meeting, section }, at) => [`${meeting.id}#${section?.id ?? ''}`, at]),
      );
      places.set(passages, index);
    }
    return index.get(key);
  };

  /** Calls `visit` for passages of other days around one place, nearest first, each way. */
  const around = (
    passages: readonly Passage[],
    at: number,
    visit: (passage: Passage, steps: number) => void,
  ): void => {
    const { meeting } = passages[at]!;
    for (const way of [-1, 1]) {
      let steps = 0;
      for (let i = at + way; i >= 0 && i < passages.length && steps < reach; i += way) {
        if (passages[i]!.meeting.date === meeting.date) continue;
        steps += 1;
        visit(passages[i]!, steps);
      }
    }
  };

  const byReference = (passage: Passage, key: string): Found[] => {
    const { meeting, section } = passage;
    const references = archive.referencesOf(meeting.id, section?.id);
    const found: Found[] = [];
    if (references.length > mostReferences) return found;
    for (const reference of references) {
      const at = placeIn(reference.discussions, key);
      if (at === undefined || reference.meetings < 2) continue;
      around(reference.discussions, at, (other, steps) => {
        const known = found.find((one) => isSame(one.passage, other));
        if (known !== undefined) {
          known.shared += 1;
          known.steps = Math.min(known.steps, steps);
        } else {
          const subject: ThreadSubject = { kind: 'reference', reference };
          found.push({ passage: other, subject, steps, likeness: 1, shared: 1 });
        }
      });
    }
    return found;
  };

  const byTopic = (passage: Passage, key: string): Found[] => {
    const entry = byPassage.get(key);
    if (entry === undefined) return [];
    const vector = vectorOf(entry, documents, entries.length);
    const found: Found[] = [];
    const compare = (subject: ThreadSubject) => (other: Passage, steps: number) => {
      const theirs = other.section && byPassage.get(entryKey(other.meeting.id, other.section.id));
      if (theirs === undefined || found.some((one) => isSame(one.passage, other))) return;
      const alike = cosine(vector, vectorOf(theirs, documents, entries.length));
      const likeness = theirs.hasText ? alike : alike * headingAlone;
      if (likeness < nearEnough) return;
      found.push({ passage: other, subject, steps, likeness, shared: 0 });
    };
    for (const slug of archive.topicsOf(passage.meeting.id, passage.section?.id)) {
      const topic = archive.topic(slug);
      const at = topic && placeIn(topic.about, key);
      if (topic !== undefined && at !== undefined) {
        around(topic.about, at, compare({ kind: 'topic', topic }));
      }
    }
    return found;
  };

  const toLink = ({ passage, subject }: Found): ThreadLink => {
    const { meeting, section } = passage;
    const heading = headingOf(archive, meeting, section);
    return {
      meeting,
      ...(section && { section }),
      ...(heading !== undefined && { heading }),
      subject,
    };
  };

  const known = new Map<string, PassageThread>();
  const find = (passage: Passage, key: string): PassageThread => {
    const here = passage.meeting.date;
    const references = byReference(passage, key);
    const topics = byTopic(passage, key).filter(
      ({ passage: other }) => !references.some((one) => isSame(one.passage, other)),
    );
    const choose = (isThere: (date: MeetingDate) => boolean): Found[] => {
      const chosen: Found[] = [];
      const takeFrom = (found: Found[], compare: (a: Found, b: Found) => number): void => {
        for (const one of found.filter((f) => isThere(f.passage.meeting.date)).sort(compare)) {
          if (chosen.length >= linksEachWay) return;
          // Two links into one meeting say little more than one.
          if (!chosen.some(({ passage: other }) => other.meeting === one.passage.meeting)) {
            chosen.push(one);
          }
        }
      };
      const days = ({ passage: other }: Found): number =>
        Math.abs(daysBetween(here, other.meeting.date));
      const nearest = (a: Found, b: Found): number => days(a) - days(b);
      const worth = (one: Found): number => one.likeness / (1 + days(one) / halfLife);
      takeFrom(references, (a, b) => nearest(a, b) || b.shared - a.shared || a.steps - b.steps);
      takeFrom(topics, (a, b) => worth(b) - worth(a) || nearest(a, b));
      return chosen.sort((a, b) => byCodeUnit(a.passage.meeting.date, b.passage.meeting.date));
    };
    const earlier = choose((date) => date < here);
    const later = choose((date) => date > here);
    const chosen = [...earlier, ...later];
    const more = moreOf(chosen);
    return {
      earlier: earlier.map(toLink),
      later: later.map(toLink),
      ...(more && { more }),
    };
  };

  return {
    threadOf(meetingId, sectionId) {
      const key = `${meetingId}#${sectionId ?? ''}`;
      let thread = known.get(key);
      if (thread === undefined) {
        const meeting = archive.meeting(meetingId);
        const section = meeting?.sections.find(({ id }) => id === sectionId);
        const isThere = meeting !== undefined && (sectionId === undefined || section !== undefined);
        thread = isThere
          ? find({ meeting, ...(section && { section }) }, key)
          : { earlier: [], later: [] };
        known.set(key, thread);
      }
      return thread;
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
        : new Set(subject.topic.about.map(({ meeting }) => meeting)).size;
    const isMore = size > count + 1 && (more === undefined || size > more.size);
    if (isMore) more = { size, subject };
  }
  return more?.subject;
}

/** Something met together with a reference, and in how many passages. */
export interface Related<Thread> {
  thread: Thread;
  passages: number;
}

/**
 * The references with a page that are discussed in the same sections, most often first, then the nearest by number. Under
 * a routine heading, where lists of unrelated things stand, only those in the same paragraph or list
 * item count.
 */
export function relatedReferences(
  archive: Archive,
  thread: ReferenceThread,
  most: number,
): Related<ReferenceThread>[] {
  const counts = new Map<ReferenceThread, number>();
  for (const { meeting, section, mentions } of thread.discussions) {
    const together = section !== undefined && !archive.routine.isRoutineHeading(section.heading);
    const excerpts = new Set(mentions.map(({ block, excerpt }) => `${block} ${excerpt}`));
    const inSamePassage = new Set(
      meeting.mentions
        .filter(
          (mention) =>
            mention.section === section?.id && excerpts.has(`${mention.block} ${mention.excerpt}`),
        )
        .map(({ reference }) => referenceKey(reference)),
    );
    for (const other of archive.referencesOf(meeting.id, section?.id)) {
      if (other === thread || !other.hasPage || !(together || inSamePassage.has(other.key)))
        continue;
      counts.set(other, (counts.get(other) ?? 0) + 1);
    }
  }
  const { number, owner, repo } = thread.reference;
  const isAtHome = ({ reference }: ReferenceThread): boolean =>
    reference.owner === owner && reference.repo === repo;
  return [...counts]
    .map(([other, passages]) => ({ thread: other, passages }))
    .sort(
      (a, b) =>
        b.passages - a.passages ||
        Number(isAtHome(b.thread)) - Number(isAtHome(a.thread)) ||
        Math.abs(a.thread.reference.number - number) -
          Math.abs(b.thread.reference.number - number) ||
        byCodeUnit(a.thread.key, b.thread.key),
    )
    .slice(0, most);
}

function countTopics(archive: Archive, passages: readonly Passage[]): Related<TopicThread>[] {
  const counts = new Map<TopicThread, number>();
  for (const { meeting, section } of passages) {
    for (const slug of archive.topicsOf(meeting.id, section?.id)) {
      const topic = archive.topic(slug);
      if (topic !== undefined) counts.set(topic, (counts.get(topic) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([thread, passages]) => ({ thread, passages }))
    .sort(
      (a, b) => b.passages - a.passages || byCodeUnit(a.thread.topic.slug, b.thread.topic.slug),
    );
}

/** The topics of the sections that discuss a reference, or are about a topic, most often first. */
export function relatedTopics(
  archive: Archive,
  thread: ReferenceThread | TopicThread,
): Related<TopicThread>[] {
  if ('discussions' in thread) return countTopics(archive, thread.discussions);
  return countTopics(archive, thread.about).filter((related) => related.thread !== thread);
}

/** The references that have a page and are named in the sections about a topic, most often first. */
export function referencesOfTopic(
  archive: Archive,
  { about }: TopicThread,
  most: number,
): Related<ReferenceThread>[] {
  const counts = new Map<ReferenceThread, number>();
  for (const { meeting, section } of about) {
    for (const thread of archive.referencesOf(meeting.id, section?.id)) {
      if (thread.hasPage) counts.set(thread, (counts.get(thread) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([thread, passages]) => ({ thread, passages }))
    .sort(
      (a, b) =>
        b.passages - a.passages ||
        b.thread.meetings - a.thread.meetings ||
        byCodeUnit(b.thread.dates.at(-1) ?? '', a.thread.dates.at(-1) ?? '') ||
        byCodeUnit(a.thread.key, b.thread.key),
    )
    .slice(0, most);
}
