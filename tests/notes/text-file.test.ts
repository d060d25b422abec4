import path from 'node:path';
import { expect, test } from 'vitest';

import type { Diagnostic } from '../../src/archive/diagnostics/diagnostic.ts';
import { contentFolders } from '../../src/notes/folders.ts';
import { loadContent } from '../../src/notes/load.ts';
import { readText, shownPath } from '../../src/notes/text-file.ts';
import { folder } from '../folder.ts';

test.for([
  ['/project/content/a.md', 'content/a.md'],
  ['/project/..drafts/a.md', '..drafts/a.md'],
  ['/project/q:a.md', 'q:a.md'],
  ['/projects/a.md', '/projects/a.md'],
  ['/a.md', '/a.md'],
])('%s is shown as %s in /project', ([file, shown]) => {
  expect(shownPath('/project', file!)).toBe(shown);
});

test('why a file or folder cannot be read is said in words', () => {
  const directory = folder({ 'notes.md': 'Words.' });
  const found: Diagnostic[] = [];
  readText(path.join(directory, 'gone.md'), 'gone.md', found);
  readText(directory, 'notes', found);
  for (const content of ['nowhere', 'notes.md']) {
    const folders = contentFolders({ ARCHIVE_CONTENT: content }, directory);
    found.push(...loadContent(folders, directory).diagnostics);
  }
  expect(found.map(({ file, message }) => `${file}: ${message}`)).toEqual([
    'gone.md: The file cannot be read: it is not there.',
    'notes: The file cannot be read: it is a folder.',
    'nowhere: The file cannot be read: it is not there.',
    'notes.md: The file cannot be read: a part of its path is no folder.',
  ]);
});
