import type { Archive } from '../archive.ts';
import type { Discussion, Passage } from '../passages/passage.ts';
import { type ReferenceKey, referenceKey } from '../references/reference.ts';
import { byCodeUnit } from '../text/order.ts';
import { tallyOf } from '../text/tally.ts';
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
  const others = thread.discussions.flatMap((discussion) => {
    const { meeting, section } = discussion;
    const together = section !== undefined && !archive.routine.isRoutineHeading(section.heading);
    const beside = together ? undefined : besides(discussion);
    return archive
      .referencesOf(meeting.id, section?.id)
      .filter((other) => other !== thread && other.hasPage && beside?.has(other.key) !== false);
  });
  const { number, owner, repo } = thread.reference;
  const isAtHome = ({ reference }: ReferenceThread): boolean =>
    reference.owner === owner && reference.repo === repo;
  return [...tallyOf(others)]
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
  const topics = passages.flatMap(({ meeting, section }) =>
    archive.topicsOf(meeting.id, section?.id).flatMap((slug) => archive.topic(slug) ?? []),
  );
  return [...tallyOf(topics)]
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
  const references = about.flatMap(({ meeting, section }) =>
    archive.referencesOf(meeting.id, section?.id).filter(({ hasPage }) => hasPage),
  );
  return [...tallyOf(references)]
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
