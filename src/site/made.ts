import path from 'node:path';

import { isWithin } from '../notes/within.ts';

/**
 * Whether a file or folder is made by builds, and edited by nobody: the site, one that is being made or removed
 * (`.dist-next-123`), or work that is kept for the next build. Nothing in the content is. All are absolute paths.
 */
export function isMade(
  file: string,
  { project, cache, content }: { project: string; cache: string; content: readonly string[] },
): boolean {
  if (content.some((folder) => isWithin(file, folder))) return false;
  if (isWithin(file, cache)) return true;
  const [top = ''] = path.relative(project, file).split(/[\\/]/, 1);
  return /^(?:dist|\.dist-(?:next|old)-\d+)$/.test(top);
}
