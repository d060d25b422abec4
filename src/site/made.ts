import path from 'node:path';

/**
 * Whether a file or folder is made by builds, and edited by nobody: the site, one that is being made or removed
 * (`.dist-next-123`), or work that is kept for the next build. All are absolute paths.
 */
export function isMade(
  file: string,
  { project, cache }: { project: string; cache: string },
): boolean {
  const inCache = path.relative(cache, file);
  if (inCache === '' || !/^\.\.(?:[\\/]|$)|^[\\/]|^\w:/.test(inCache)) return true;
  const [top = ''] = path.relative(project, file).split(/[\\/]/, 1);
  return /^(?:dist|\.dist-(?:next|old)-\d+)$/.test(top);
}
