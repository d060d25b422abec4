import type { APIRoute, GetStaticPaths } from 'astro';

import { sitemaps } from '../archive/sitemap.ts';
import { addresses } from '../site/addresses.ts';
import { getArchive } from '../site/archive.ts';

export const getStaticPaths = (async () =>
  sitemaps(await getArchive(), addresses).map((text, index) => ({
    params: { part: String(index) },
    props: { text },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
