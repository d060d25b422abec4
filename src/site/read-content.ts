import { setFlagsFromString } from 'node:v8';

import { gatherContent } from '../notes/gather.ts';
import { readDefinitions } from '../notes/read-definitions.ts';
import type { ReadingCache } from '../notes/reading-cache.ts';
import type { ReadContent, ReadRequest } from './read-ahead.ts';

/** From so many meetings on, memory is spared. */
const manyMeetings = 2_000;

/**
 * Lets the heap of each thread grow by 40 % before garbage is collected, and no longer to a multiple of what is in
 * use: at 7,600 meetings half of the memory, for some more work.
 */
function spareMemory(): void {
  setFlagsFromString('--heap-growing-percent=40');
}

/** Reads all files that the site is made from. */
export function readContent({ folders, directory }: ReadRequest, cache: ReadingCache): ReadContent {
  const gathered = gatherContent(folders, directory, cache);
  const { topics, settings } = gathered;
  // Before another thread is given all of it, which then lets its heap grow by what it holds.
  if (gathered.notes.length > manyMeetings) spareMemory();
  const definitions = readDefinitions(topics, settings, cache.definitions);
  cache.definitions.keep();
  return { gathered, definitions };
}
