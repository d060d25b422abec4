import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

import { makeFile, replaceFile } from '../../src/notes/replace-file.ts';
import { folder } from '../folder.ts';

/** What the system said, by its code and the name of the file. */
function refusalOf(act: () => void): [string | undefined, string] | undefined {
  try {
    act();
  } catch (error) {
    const { code, path: file = '' } = error as NodeJS.ErrnoException;
    return [code, path.basename(file)];
  }
  return undefined;
}

test('a file is replaced as a whole, and keeps its permissions', () => {
  const directory = folder({ 'note.md': 'Old words.\n' });
  const file = path.join(directory, 'note.md');
  const { mode } = statSync(file);
  replaceFile(file, 'New words.\n');
  expect(readFileSync(file, 'utf8')).toBe('New words.\n');
  expect(statSync(file).mode).toBe(mode);
  expect(readdirSync(directory)).toEqual(['note.md']);
});

test('what cannot be written leaves nothing behind, and the file is named', () => {
  const directory = folder({ 'taken/note.md': 'Words.\n' });
  expect(refusalOf(() => replaceFile(path.join(directory, 'taken'), 'Words.\n'))).toEqual([
    'EISDIR',
    'taken',
  ]);
  expect(refusalOf(() => replaceFile(path.join(directory, 'gone/note.md'), ''))).toEqual([
    'ENOENT',
    'note.md',
  ]);
  expect(readdirSync(directory)).toEqual(['taken']);
});

test('a new file takes the place of none', () => {
  const directory = folder({ 'note.md': 'Words.\n' });
  const file = path.join(directory, 'note.md');
  expect(refusalOf(() => makeFile(file, 'Other words.\n'))).toEqual(['EEXIST', 'note.md']);
  expect(readFileSync(file, 'utf8')).toBe('Words.\n');
});
