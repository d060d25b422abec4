import { type Archive, discussedTopics } from '../../archive/archive.ts';
import { activityOf, mostBars, yearSpan } from '../../archive/discussions/timeline.ts';
import { pagesInOrder, topicsOnPage } from '../../archive/outputs/list-pages.ts';
import type { Paths } from '../../archive/paths.ts';
import { htmlBytes } from '../../archive/text/html-bytes.ts';
import type { TopicThread } from '../../archive/threads/topic-thread.ts';

/** A topic as the list of all names it. */
export interface TopicRow {
  name: string;
  href: string;
  summary: string;
  /** How many sections are about it. */
  count: number;
  years: string;
  /** How many in each period. */
  counts: number[];
}

/** The topics on pages, in the order of the archive. */
export function pagesOfTopics(archive: Archive, paths: Paths): TopicThread[][] {
  // Of each period in which a topic came up there is a bar of at most 16 bytes.
  const bytesOf = ({ topic: { name, slug, summary }, about }: TopicThread): number =>
    430 +
    16 * Math.min(mostBars, about.length) +
    htmlBytes(name) +
    htmlBytes(summary) +
    paths.topic(slug).length;
  return pagesInOrder(discussedTopics(archive), topicsOnPage, bytesOf);
}

/** Rows of the list of topics. */
export function topicRows(
  threads: readonly TopicThread[],
  archive: Archive,
  paths: Paths,
): TopicRow[] {
  return threads.map(({ topic, about }) => ({
    name: topic.name,
    href: paths.topic(topic.slug),
    summary: topic.summary,
    count: about.length,
    years: yearSpan(about.map(({ meeting }) => meeting.date)),
    counts: activityOf(archive, about, []).map((period) => period.about),
  }));
}
