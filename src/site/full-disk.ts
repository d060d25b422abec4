import { statfsSync } from 'node:fs';

/** Whether the disk of a folder has no room left for even a page; its own message names neither disk nor file. */
export function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < 64 * 1024;
  } catch {
    return false;
  }
}
