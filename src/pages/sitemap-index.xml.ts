import type { APIRoute } from 'astro';

import { sitemapIndex, sitemaps } from '../archive/sitemap.ts';
import { addresses } from '../site/addresses.ts';
import { getArchive } from '../site/archive.ts';

export const GET: APIRoute = async () => {
  const { length } = sitemaps(await getArchive(), addresses);
  return new Response(sitemapIndex(length, addresses));
};
