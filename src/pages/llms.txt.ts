import type { APIRoute } from 'astro';

import { llmsText } from '../archive/llms-text.ts';
import { addresses } from '../site/addresses.ts';
import { getArchive } from '../site/archive.ts';

export const GET: APIRoute = async () => new Response(llmsText(await getArchive(), addresses));
