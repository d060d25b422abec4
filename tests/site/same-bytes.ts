import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Every file of a folder by its path in it. */
function readFolder(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.sort().map((path) => [relative(folder, path), readFileSync(path)]));
}

/** The files that two folders do not share to the byte. */
export function differingFiles(one: string, other: string): string[] {
  const [first, second] = [readFolder(one), readFolder(other)];
  const names = new Set([...first.keys(), ...second.keys()]);
  return [...names].filter((name) => !first.get(name)?.equals(second.get(name) ?? Buffer.of()));
}
