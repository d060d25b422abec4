import type { Archive, TopicThread } from '../archive/archive.ts';
import type { Paths } from '../archive/paths.ts';
import { referencesOfTopic, relatedTopics } from '../archive/thread.ts';
import { activityOf } from '../archive/timeline.ts';

/** Most links to related topics, and to references. */
const mostRelated = 12;

interface Chip {
  href: string;
  text: string;
}

/** What every page of a topic's list shows, whichever of its passages it holds. */
export interface TopicView {
  periods: ReturnType<typeof activityOf>;
  topics: Chip[];
  references: Chip[];
}

const known = new WeakMap<TopicThread, TopicView>();

/** What is told of a topic as a whole, made once: a busy topic of a large archive has hundreds of pages. */
export function viewTopic(archive: Archive, thread: TopicThread, paths: Paths): TopicView {
  let view = known.get(thread);
  if (view === undefined) {
    view = {
      periods: activityOf(archive, thread.about, thread.mentions),
      topics: relatedTopics(archive, thread)
        .slice(0, mostRelated)
        .map(({ thread: { topic } }) => ({ href: paths.topic(topic.slug), text: topic.name })),
      references: referencesOfTopic(archive, thread, mostRelated).map(
        ({ thread: { reference, kind, label }, passages }) => ({
          href: paths.reference(reference, kind),
          text: label + (passages > 1 ? ` in ${passages} sections` : ''),
        }),
      ),
    };
    known.set(thread, view);
  }
  return view;
}
