import type { Related } from '../../archive/discussions/related.ts';
import type { Paths } from '../../archive/paths.ts';
import type { ReferenceThread } from '../../archive/threads/reference-thread.ts';
import type { TopicThread } from '../../archive/threads/topic-thread.ts';

/** A link as a list of small labels has it. */
export interface Chip {
  href: string;
  text: string;
}

/** Links to topics that something was met together with. */
export function topicChips(
  related: readonly Related<TopicThread>[],
  paths: Pick<Paths, 'topic'>,
): Chip[] {
  return related.map(({ thread: { topic } }) => ({
    href: paths.topic(topic.slug),
    text: topic.name,
  }));
}

/** Links to references that something was met together with, each with how often where that is more than once. */
export function referenceChips(
  related: readonly Related<ReferenceThread>[],
  paths: Pick<Paths, 'reference'>,
): Chip[] {
  return related.map(({ thread: { reference, kind, label }, passages }) => ({
    href: paths.reference(reference, kind),
    text: label + (passages > 1 ? ` in ${passages} sections` : ''),
  }));
}
