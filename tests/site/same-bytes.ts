import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { pathsBelow } from '../../src/site/paths-below.ts';

/** Every file of a folder by its path in it. */
function readFolder(folder: string): Map<string, Buffer> {
  return new Map(pathsBelow(folder).map((path) => [path, readFileSync(join(folder, path))]));
}

/** The files that two folders do not share to the byte. */
export function differingFiles(one: string, other: string): string[] {
  const [first, second] = [readFolder(one), readFolder(other)];
  const names = new Set([...first.keys(), ...second.keys()]);
  return [...names].filter((name) => !first.get(name)?.equals(second.get(name) ?? Buffer.of()));
}
