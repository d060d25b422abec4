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
 * a path come that was not there when it was asked for, so the folder that the parts would stand in is among them, and
 * the one that this stands in, unless that is watched with the project.
 */
export function watchedPaths(folders: ContentFolders, project: string): string[] {
  const root = ownFolder(folders, project);
  const parts = contentPaths(folders);
  if (root === undefined) return [...new Set(parts)];
  const around = isWithin(root, project) ? [root] : [path.dirname(root), root];
  return [...new Set([...around, ...parts])];
}

/**
 * Whether nothing reads a path that lies in the content's own folder, where a whole repository may stand, packages and
 * all, or beside that folder: it is in none of the parts, nor in the project. All are absolute paths.
 */
export function isPassedOver(file: string, folders: ContentFolders, project: string): boolean {
  const root = ownFolder(folders, project);
  if (root === undefined || file === root) return false;
  if (contentPaths(folders).some((part) => isWithin(file, part))) return false;
  if (isWithin(file, root)) return true;
  const parent = path.dirname(root);
  return file !== parent && isWithin(file, parent) && !isWithin(file, project);
}
