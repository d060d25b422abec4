import { packVocabulary } from '../../archive/search-vocabulary.ts';
import { getArchive, paths } from '../../site/archive.ts';
import { searchMaterial } from '../../site/search-records.ts';

/** The words of the archive, for the correction of misspellings. */
export async function GET(): Promise<Response> {
  return new Response(packVocabulary(searchMaterial(await getArchive(), paths).words), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
