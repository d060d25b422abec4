import type { APIRoute } from 'astro';

import { archiveFile } from '../../archive/api.ts';
import { addresses } from '../../site/addresses.ts';
import { getArchive } from '../../site/archive.ts';

export const GET: APIRoute = async () => Response.json(archiveFile(await getArchive(), addresses));
