import type { APIRoute } from 'astro';

import { absolute } from '../site/addresses.ts';
import { paths } from '../site/archive.ts';

/** Everything may be read; below a path of a shared host this file has no say, and does no harm. */
export const GET: APIRoute = () =>
  new Response(
    `User-agent: *\nAllow: /\n\nSitemap: ${absolute(paths.file('sitemap-index.xml'))}\n`,
  );
