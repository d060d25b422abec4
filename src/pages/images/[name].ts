import type { APIRoute, GetStaticPaths } from 'astro';

import { getArchive } from '../../site/archive.ts';
import { imageResponse, publishedImages } from '../../site/images.ts';

export const getStaticPaths = (async () =>
  publishedImages(await getArchive()).map(({ name, absolute }) => ({
    params: { name },
    props: { absolute },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params, props }) =>
  imageResponse(String(params['name']), String(props['absolute']));
