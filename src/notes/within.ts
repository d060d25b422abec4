import path from 'node:path';

/** Whether a path is a folder or lies in it; both are absolute. */
export function isWithin(file: string, folder: string): boolean {
  const below = path.relative(folder, file);
  // From one drive of Windows to another there is no relative path.
  return !/^\.\.(?:[\\/]|$)/.test(below) && !path.isAbsolute(below);
}
