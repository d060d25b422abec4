import type { MeetingId, SectionId } from '../meeting.ts';
import { byCodeUnit } from '../text/order.ts';
import type { TopicSlug } from '../topics/topic.ts';
import { type ByPassage, listOf } from './by-passage.ts';
import type { TopicThread } from './topic-thread.ts';

/** Topics by their slugs and by the passages that are about them. */
export interface TopicIndex {
  /** Every topic, also those nothing is about yet, by name. */
  topics: readonly TopicThread[];
  topic(slug: string): TopicThread | undefined;
  /** Topics that a section is about, by slug. */
  topicsOf(meeting: MeetingId, section: SectionId | undefined): readonly TopicSlug[];
}

/** Indexes the threads of topics, given by name. */
export function indexTopics(topics: readonly TopicThread[]): TopicIndex {
  const bySlug = new Map<string, TopicThread>(topics.map((thread) => [thread.topic.slug, thread]));
  const byPassage: ByPassage<TopicSlug> = new Map();
  for (const { topic, about } of topics.toSorted((a, b) =>
    byCodeUnit(a.topic.slug, b.topic.slug),
  )) {
    for (const { meeting, section } of about) {
      listOf(byPassage, meeting.id, section?.id).push(topic.slug);
    }
  }
  return {
    topics,
    topic: (slug) => bySlug.get(slug),
    topicsOf: (meeting, section) => byPassage.get(meeting)?.get(section) ?? [],
  };
}
