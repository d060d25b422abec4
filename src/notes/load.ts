import { type Content, assembleContent } from './assemble.ts';
import type { ContentFolders } from './folders.ts';
import { gatherContent } from './gather.ts';
import type { ReadingCache } from './reading-cache.ts';

/**
 * Reads a content folder into the archive and all findings about any of its parts. Reads files and writes none
 * but the cache's, if there is one; throws only on bugs of ours.
 */
export function loadContent(
  folders: ContentFolders,
  directory: string,
  cache?: ReadingCache,
): Content {
  return assembleContent(gatherContent(folders, directory, cache), folders, directory);
}
