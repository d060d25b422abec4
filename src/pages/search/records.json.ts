import { getArchive, paths } from '../../site/archive.ts';
import { searchMaterial } from '../../site/search-records.ts';

/** The records for the search index, which takes this file away again. */
export async function GET(): Promise<Response> {
  return Response.json(searchMaterial(await getArchive(), paths).records);
}
