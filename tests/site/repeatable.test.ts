import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, inject, test } from 'vitest';
import { buildSite } from './build.ts';

/** Every file of a folder by its path in it. */
function readFolder(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.sort().map((path) => [relative(folder, path), readFileSync(path)]));
}

test('a second build, far away and in another language, writes the same bytes', async () => {
  const env = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
  const again = await buildSite({ name: 'again', env });
  expect(again.code, again.output).toBe(0);
  const [first, second] = [readFolder(inject('sites').real), readFolder(again.dist)];
  expect([...second.keys()]).toEqual([...first.keys()]);
  const differing = [...first].filter(([path, bytes]) => !second.get(path)?.equals(bytes));
  expect(differing.map(([path]) => path)).toEqual([]);
});
