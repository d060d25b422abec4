import type { Archive, Discussion, Passage, ReferenceThread, TopicThread } from './archive.ts';
import { type MeetingDate, daysBetween } from './date.ts';
import type { Meeting, MeetingId, Section, SectionId } from './meeting.ts';
import type { RememberedSections } from './memory.ts';
import { byCodeUnit } from './order.ts';
import { type ReferenceKey, referenceKey } from './reference.ts';
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

/** What a word counts as: its stem, or nothing where it tells no text from another. */
function termOf(word: string): string | undefined {
  return stopWords.has(word.toLowerCase()) || /^\d{1,2}$/.test(word) ? undefined : stem(word);
}

const wordsIn = (text: string): string[] =>
  text
    .replace(/\bhttps?:\/\/\S+/gi, ' ')
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}_.+]*[\p{L}\p{N}_+]/gu) ?? [];

/** The stems of a text that tell it from others. */
export function termsOf(text: string): string[] {
  return wordsIn(text).flatMap((word) => termOf(word) ?? []);
}

/** The terms of a section with their weights, sorted by term; the weights' squares sum to one. */
interface Vector {
  terms: Int32Array;
  weights: Float64Array;
}

const emptyVector: Vector = { terms: new Int32Array(0), weights: new Float64Array(0) };

/** Compares one vector with many: gives the cosine of each with the one, as terms come from `0` up to `size`. */
function comparison(size: number): (one: Vector) => (other: Vector) => number {
  // The weight of each term in the one, so that the other's terms need only be looked up.
  const weightOf = new Float64Array(size);
  let last = emptyVector;
  return (one) => {
    for (const term of last.terms) weightOf[term] = 0;
    for (let i = 0; i < one.terms.length; i++) weightOf[one.terms[i]!] = one.weights[i]!;
    last = one;
    return ({ terms, weights }) => {
      let sum = 0;
      for (let i = 0; i < terms.length; i++) sum += weightOf[terms[i]!]! * weights[i]!;
      return sum;
    };
  };
}

/** The terms of a section, by their places among all terms, and how often each stands in it. */
interface Terms {
  ids: Int32Array;
  times: Int32Array;
}

interface Entry {
  /** Absent once they are weighed. */
  terms?: Terms | undefined;
  hasText: boolean;
  vector?: Vector;
}

/** How often the terms of a section stand in it, by its heading and its own texts. */
export type TermCounts = ReadonlyMap<string, number>;

/** Counts terms; of each word it finds out once what it counts as. */
function termCounter(): (heading: string, texts: readonly string[]) => TermCounts {
  const terms = new Map<string, string | undefined>();
  return (heading, texts) => {
    const counts = new Map<string, number>();
    const count = (text: string, weight: number): void => {
      for (const word of wordsIn(text)) {
        let term = terms.get(word);
        if (term === undefined && !terms.has(word)) terms.set(word, (term = termOf(word)));
        if (term !== undefined) counts.set(term, (counts.get(term) ?? 0) + weight);
      }
    };
    count(heading, headingWeight);
    for (const text of texts) count(text, 1);
    return counts;
  };
}

/** Every section that is about a topic, with its words counted, and how many sections have each word. */
interface Entries {
  entries: Map<Section, Entry>;
  /** In how many sections each term stands. */
  spread: readonly number[];
}

function readEntries(
  archive: Archive,
  remembered: RememberedSections<TermCounts> | undefined,
): Entries {
  const counter = termCounter();
  const ids = new Map<string, number>();
  const spread: number[] = [];
  const place = (counts: TermCounts): Terms => {
    const terms = { ids: new Int32Array(counts.size), times: new Int32Array(counts.size) };
    let at = 0;
    for (const [term, times] of counts) {
      let id = ids.get(term);
      if (id === undefined) ids.set(term, (id = spread.push(0) - 1));
      spread[id]! += 1;
      terms.ids[at] = id;
      terms.times[at] = times;
      at += 1;
    }
    return terms;
  };
  const entries = new Map<Section, Entry>();
  for (const meeting of archive.meetings) {
    for (const section of meeting.sections) {
      if (archive.topicsOf(meeting.id, section.id).length === 0) continue;
      const own = ownBlocks(section, archive.routine).filter(({ kind }) => kind !== 'code');
      const read = (): TermCounts =>
        counter(
          section.heading,
          own.map(({ text }) => text),
        );
      const counts = remembered?.of(section, own, read) ?? read();
      entries.set(section, { terms: place(counts), hasText: own.length > 0 });
    }
  }
  return { entries, spread };
}

/** Weighs the terms of sections, each when it is first asked for. */
function weighing({ entries, spread }: Entries): (entry: Entry) => Vector {
  const all = entries.size;
  const rarity = Float64Array.from(spread, (count) => Math.log((1 + all) / (1 + count)));
  const weightOf = new Float64Array(spread.length);
  const weigh = ({ ids, times }: Terms): Vector => {
    for (let i = 0; i < ids.length; i++) {
      weightOf[ids[i]!] = (1 + Math.log(times[i]!)) * rarity[ids[i]!]!;
    }
    let terms = ids;
    if (terms.length > mostTerms) {
      terms = terms.sort((a, b) => weightOf[b]! - weightOf[a]! || a - b).slice(0, mostTerms);
    }
    terms.sort();
    const weights = new Float64Array(terms.length);
    for (let i = 0; i < terms.length; i++) weights[i] = weightOf[terms[i]!]!;
    const length = Math.hypot(...weights);
    if (length === 0) return emptyVector;
    for (let i = 0; i < weights.length; i++) weights[i]! /= length;
    return { terms, weights };
  };
  return (entry) => {
    if (entry.terms !== undefined) {
      entry.vector = weigh(entry.terms);
      entry.terms = undefined;
    }
    return entry.vector ?? emptyVector;
  };
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
  /** Between both meetings. */
  days: number;
  likeness: number;
  /** References that both name. */
  shared: number;
}

/** One object for each passage, to tell passages apart by. */
const placeOf = ({ meeting, section }: Passage): Section | Meeting => section ?? meeting;

/** A passage on the way through all that name one subject, with what it is compared by. */
interface Stop {
  passage: Passage;
  place: Section | Meeting;
  day: number;
  entry: Entry | undefined;
}

/** The passages of one subject in date order, and where each of them stands. */
interface Way {
  stops: readonly Stop[];
  places: ReadonlyMap<Section | Meeting, number>;
}

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
  const read = readEntries(archive, remembered);
  const { entries, spread } = read;
  const vectorOf = weighing(read);
  const compare = comparison(spread.length);
  const ways = new WeakMap<readonly Passage[], Way>();
  const wayOf = (passages: readonly Passage[]): Way => {
    let way = ways.get(passages);
    if (way === undefined) {
      const stops = passages.map((passage): Stop => {
        const { meeting, section } = passage;
        const day = daysBetween(passages[0]!.meeting.date, meeting.date);
        return { passage, place: placeOf(passage), day, entry: section && entries.get(section) };
      });
      way = { stops, places: new Map(stops.map(({ place }, at) => [place, at])) };
      ways.set(passages, way);
    }
    return way;
  };

  /** Calls `visit` for the passages of other days around one, nearest first, each way. */
  const around = (
    passages: readonly Passage[],
    passage: Passage,
    most: number,
    visit: (stop: Stop, days: number) => void,
  ): void => {
    const { stops, places } = wayOf(passages);
    const at = places.get(placeOf(passage));
    if (at === undefined) return;
    const here = stops[at]!.day;
    for (const step of [-1, 1]) {
      let steps = 0;
      for (let i = at + step; i >= 0 && i < stops.length && steps < most; i += step) {
        const stop = stops[i]!;
        if (stop.day === here) continue;
        steps += 1;
        visit(stop, Math.abs(stop.day - here));
      }
    }
  };

  const byReference = (passage: Passage): Map<object, Found> => {
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
  };

  const byTopic = (passage: Passage, known: ReadonlyMap<object, Found>): Map<object, Found> => {
    const { meeting, section } = passage;
    const found = new Map<object, Found>();
    const entry = section && entries.get(section);
    if (entry === undefined) return found;
    const cosineWith = compare(vectorOf(entry));
    for (const slug of archive.topicsOf(meeting.id, section?.id)) {
      const topic = archive.topic(slug);
      if (topic === undefined) continue;
      const subject: ThreadSubject = { kind: 'topic', topic };
      around(topic.about, passage, reach, ({ passage: other, place, entry: theirs }, days) => {
        if (theirs === undefined) return;
        const alike = cosineWith(vectorOf(theirs));
        const likeness = theirs.hasText ? alike : alike * headingAlone;
        if (likeness < nearEnough || found.has(place) || known.has(place)) return;
        found.set(place, { passage: other, subject, days, likeness, shared: 0 });
      });
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

  const meetingsOf = new WeakMap<TopicThread, number>();
  const countMeetings = (topic: TopicThread): number => {
    let count = meetingsOf.get(topic);
    if (count === undefined) {
      count = new Set(topic.about.map(({ meeting }) => meeting)).size;
      meetingsOf.set(topic, count);
    }
    return count;
  };

  const find = (passage: Passage): PassageThread => {
    const here = passage.meeting.date;
    const references = byReference(passage);
    const topics = byTopic(passage, references);
    const worth = (one: Found): number => one.likeness / (1 + one.days / halfLife);
    const inOrder = [
      ...[...references.values()].sort((a, b) => a.days - b.days || b.shared - a.shared),
      ...[...topics.values()].sort((a, b) => worth(b) - worth(a) || a.days - b.days),
    ];
    const choose = (isThere: (date: MeetingDate) => boolean): Found[] => {
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
    };
    const earlier = choose((date) => date < here);
    const later = choose((date) => date > here);
    const more = moreOf([...earlier, ...later], countMeetings);
    return {
      earlier: earlier.map(toLink),
      later: later.map(toLink),
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
function moreOf(
  chosen: readonly Found[],
  countMeetings: (topic: TopicThread) => number,
): PassageThread['more'] {
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

/** Something met together with a reference, and in how many passages. */
export interface Related<Thread> {
  thread: Thread;
  passages: number;
}

/** The references in the paragraphs and list items of a passage that discuss one. */
function besides({ meeting, section, mentions }: Discussion): Set<ReferenceKey> {
  const excerpts = new Set(mentions.map(({ block, excerpt }) => `${block} ${excerpt}`));
  return new Set(
    meeting.mentions
      .filter(
        (mention) =>
          mention.section === section?.id && excerpts.has(`${mention.block} ${mention.excerpt}`),
      )
      .map(({ reference }) => referenceKey(reference)),
  );
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
  for (const discussion of thread.discussions) {
    const { meeting, section } = discussion;
    const together = section !== undefined && !archive.routine.isRoutineHeading(section.heading);
    const beside = together ? undefined : besides(discussion);
    for (const other of archive.referencesOf(meeting.id, section?.id)) {
      if (other === thread || !other.hasPage || beside?.has(other.key) === false) continue;
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
