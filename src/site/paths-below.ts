import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** The files at a path, or below it, in order; none where nothing is there. */
function* filesAt(place: string): Generator<string> {
  const stats = statSync(place, { throwIfNoEntry: false });
  if (stats?.isFile()) yield place;
  else if (stats?.isDirectory()) {
    for (const name of readdirSync(place).sort()) yield* filesAt(path.join(place, name));
  }
}

/** The paths below a folder, with slashes, of all files in a part of it. */
export function pathsBelow(folder: string, part = ''): string[] {
  return [...filesAt(path.join(folder, part))].map((file) =>
    path.relative(folder, file).replaceAll('\\', '/'),
  );
}
