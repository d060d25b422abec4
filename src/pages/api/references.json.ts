import type { APIRoute } from 'astro';

import { referencesFile } from '../../archive/api.ts';
import { addresses, feedContext } from '../../site/addresses.ts';
import { getArchive } from '../../site/archive.ts';
import { leaveForDataFiles } from '../../site/data-files.ts';

/** The index of what `dataFiles` writes after the pages, from the archive that is left for it here. */
export const GET: APIRoute = async () => {
  const archive = await getArchive();
  leaveForDataFiles(feedContext(archive));
  return Response.json(referencesFile(archive, addresses));
};
