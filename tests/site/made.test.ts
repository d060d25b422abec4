import path from 'node:path';
import { expect, test } from 'vitest';

import config from '../../astro.config.ts';
import { isMade } from '../../src/site/made.ts';

// The project lies in a folder that is called like a site, as some do.
const project = path.resolve('/home/ann/dist/archive');
const cache = path.join(project, '.cache');
const isMadeHere = (below: string, kept = cache): boolean =>
  isMade(path.resolve(project, below), {
    project,
    cache: kept,
    content: [path.join(project, 'content/meetings')],
  });

test.each([
  '.cache',
  '.cache/notes/0a1b',
  'dist',
  'dist/index.html',
  '.dist-next-123/meetings/index.html',
  '.dist-old-9',
])('%s is made', (below) => {
  expect(isMadeHere(below)).toBe(true);
});

test.each([
  '',
  'content/meetings/2021-03-02.md',
  'content/meetings/dist/2021-03-02.md',
  'content/.cache/note.md',
  '.cached/note.md',
  '..cache/note.md',
  'distance/note.md',
  '.dist-next-steps/note.md',
  'src/site/made.ts',
  '../../notes/2021-03-02.md',
  '../.cache/note.md',
])('%s is not', (below) => {
  expect(isMadeHere(below)).toBe(false);
});

test('kept work may lie elsewhere', () => {
  const elsewhere = path.resolve('/var/cache/archive');
  expect(isMadeHere('/var/cache/archive/notes/0a1b', elsewhere)).toBe(true);
  expect(isMadeHere('/var/cache/archived', elsewhere)).toBe(false);
  expect(isMadeHere('.cache/notes/0a1b', elsewhere)).toBe(false);
});

test('what lies in the content is never made, wherever the kept work is', () => {
  const note = 'content/meetings/2021-03-02.md';
  for (const kept of ['.', 'content', 'content/meetings', '..'])
    expect(isMadeHere(note, path.resolve(project, kept)), kept).toBe(false);
});

test('while developing nothing of it is watched', () => {
  const { ignored } = config.vite!.server!.watch as { ignored: ((file: string) => boolean)[] };
  const isIgnored = (below: string): boolean =>
    ignored.some((isOne) => isOne(path.resolve(import.meta.dirname, '../..', below)));
  expect(isIgnored('dist/index.html')).toBe(true);
  expect(isIgnored('content/meetings/2021-03-02.md')).toBe(false);
});
