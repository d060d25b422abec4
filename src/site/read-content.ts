import { gatherContent } from '../notes/gather.ts';
import { readDefinitions } from '../notes/read-definitions.ts';
import type { ReadingCache } from '../notes/reading-cache.ts';
import type { ReadContent, ReadRequest } from './read-ahead.ts';

/** Reads all files that the site is made from. */
export function readContent({ folders, directory }: ReadRequest, cache: ReadingCache): ReadContent {
  const gathered = gatherContent(folders, directory, cache);
  const { topics, settings } = gathered;
  const definitions = readDefinitions(topics, settings, cache.definitions);
  cache.definitions.keep();
  return { gathered, definitions };
}
