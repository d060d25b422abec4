import path from 'node:path';

/** Whether a path is a folder or lies in it; both are absolute. */
export function isWithin(file: string, folder: string): boolean {
  const below = path.relative(folder, file);
  return !/^\.\.(?:[\\/]|$)|^[\\/]|^\w:/.test(below);
}
