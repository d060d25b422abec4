import type { APIRoute, GetStaticPaths } from 'astro';

import type { TopicThread } from '../../../archive/archive.ts';
import { topicFeed } from '../../../archive/feed.ts';
import { feedContext } from '../../../site/addresses.ts';
import { getArchive } from '../../../site/archive.ts';

export const getStaticPaths = (async () => {
  const { topics } = await getArchive();
  const followed = topics.filter(({ about }) => about.length > 0);
  return followed.map((thread) => ({ params: { slug: thread.topic.slug }, props: { thread } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ thread: TopicThread }> = async ({ props }) =>
  new Response(topicFeed(props.thread, feedContext(await getArchive())));
