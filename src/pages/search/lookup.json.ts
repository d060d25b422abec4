import { buildSearchLookup } from '../../archive/search-lookup.ts';
import { getArchive, paths } from '../../site/archive.ts';
import { searchMaterial } from '../../site/search-records.ts';

/** What the search box knows without the engine. */
export async function GET(): Promise<Response> {
  const archive = await getArchive();
  return Response.json(buildSearchLookup(archive, searchMaterial(archive, paths)));
}
