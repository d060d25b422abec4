import type { APIRoute, GetStaticPaths } from 'astro';

import { yearFile, yearsOf } from '../../../archive/api.ts';
import { addresses } from '../../../site/addresses.ts';
import { getArchive } from '../../../site/archive.ts';

export const getStaticPaths = (async () =>
  yearsOf(await getArchive()).map((year) => ({ params: { year } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) =>
  Response.json(yearFile(await getArchive(), params['year'] ?? '', addresses));
