import path from 'node:path';

import { type ContentFolders, contentPaths } from '../notes/folders.ts';
import { isWithin } from '../notes/within.ts';

/** The folder that holds the parts of the content, unless the whole project lies in it as well. */
function ownFolder({ settings }: ContentFolders, project: string): string | undefined {
  const root = path.dirname(settings);
  return isWithin(project, root) ? undefined : root;
}

/**
 * The paths to watch so that all of the content is followed, absolute as those given. A watcher does not reliably see
 * a path come that was not there when it was asked for, so the folder that the parts would stand in is among them.
 */
export function watchedPaths(folders: ContentFolders, project: string): string[] {
  const root = ownFolder(folders, project);
  return [...new Set([...(root === undefined ? [] : [root]), ...contentPaths(folders)])];
}

/**
 * Whether a path lies in the content's own folder but in none of its parts, so that nothing reads it: a whole
 * repository may stand there, packages and all. All are absolute paths.
 */
export function isPassedOver(file: string, folders: ContentFolders, project: string): boolean {
  const root = ownFolder(folders, project);
  if (root === undefined || file === root || !isWithin(file, root)) return false;
  return !contentPaths(folders).some((part) => isWithin(file, part));
}
