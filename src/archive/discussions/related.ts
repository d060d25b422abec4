import type { Archive } from '../archive.ts';
import type { Discussion, Passage } from '../passages/passage.ts';
import { type ReferenceKey, referenceKey } from '../references/reference.ts';
import { byCodeUnit } from '../text/order.ts';
import type { ReferenceThread } from '../threads/reference-thread.ts';
import type { TopicThread } from '../threads/topic-thread.ts';

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
