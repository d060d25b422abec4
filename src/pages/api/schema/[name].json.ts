import type { APIRoute, GetStaticPaths } from 'astro';

import { apiSchema, apiSchemas } from '../../../archive/api.ts';
import { addresses } from '../../../site/addresses.ts';

type Name = keyof typeof apiSchemas;

export const getStaticPaths = (() =>
  (Object.keys(apiSchemas) as Name[]).map((name) => ({
    params: { name },
    props: { name },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ name: Name }> = ({ props }) =>
  new Response(`${JSON.stringify(apiSchema(props.name, addresses), null, 2)}\n`);
