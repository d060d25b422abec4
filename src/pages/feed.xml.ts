import type { APIRoute } from 'astro';

import { meetingsFeed } from '../archive/feed.ts';
import { feedContext } from '../site/addresses.ts';
import { getArchive } from '../site/archive.ts';

export const GET: APIRoute = async () =>
  new Response(meetingsFeed(feedContext(await getArchive())));
