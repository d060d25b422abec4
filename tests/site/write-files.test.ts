import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { writeFiles } from '../../src/site/write-files.ts';
import { folder } from '../folder.ts';

const numbered = (count: number) =>
  Array.from({ length: count }, (_, number) => ({
    path: `${number % 7}/${number}.txt`,
    content: () => (number % 2 === 0 ? `text ${number}` : Buffer.from([number % 256, 0])),
  }));

test.for([[0], [3], [1_150]])('all of %i files are written', async ([count]) => {
  const top = folder();
  const files = numbered(count!);
  const written = await writeFiles({ folder: top }, files);
  expect([...written]).toEqual(files.map((file) => file.path));
  const found = readdirSync(top, { recursive: true, withFileTypes: true });
  expect(found.filter((entry) => entry.isFile())).toHaveLength(count!);
  for (const { path, content } of files) {
    expect(readFileSync(join(top, path)).equals(Buffer.from(content() as string))).toBe(true);
  }
});

test('large files are written too, with all that comes after them', async () => {
  const top = folder();
  const sizes = [10, 5_000_000, 3_000_000, 3_000_000, 20];
  const files = sizes.map((size) => ({ path: `${size}`, content: () => 'ü'.repeat(size) }));
  await writeFiles({ folder: top }, files);
  for (const size of sizes) {
    expect(readFileSync(join(top, `${size}`), 'utf8')).toHaveLength(size);
  }
});

test.for([[3], [1_150]])('of %i files, one that cannot be is an error', async ([count]) => {
  const top = folder();
  writeFileSync(join(top, '2'), 'a file, and no folder');
  await expect(writeFiles({ folder: top }, numbered(count!))).rejects.toThrow(/EEXIST|ENOTDIR/);
});

test.for([[3], [1_150]])('of %i pages, each gets a policy', async ([count]) => {
  const top = folder();
  const policy = {
    directives: ["default-src 'none'"],
    scripts: { places: ["'self'"], hashes: [] },
    styles: { places: ["'self'"], hashes: [] },
    names: [],
  };
  const pages = Array.from({ length: count! }, (_, number) => ({
    path: `${number}/index.html`,
    content: () =>
      Buffer.from(`<!doctype html><meta charset="utf-8"><title>Page ${number} – ü</title>`),
  }));
  await writeFiles({ folder: top, policy }, pages);
  for (const [number, { path }] of pages.entries()) {
    const page = readFileSync(join(top, path), 'utf8');
    expect(page).toContain(`<title>Page ${number} – ü</title>`);
    expect(page).toContain('<meta charset="utf-8"><meta http-equiv="content-security-policy"');
  }
});
