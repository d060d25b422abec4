import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

import type { Diagnostic } from '../../src/archive/diagnostics/diagnostic.ts';
import { readTopics } from '../../src/notes/read-topics.ts';
import { folder } from '../folder.ts';

test.each([
  ['packaging.md', 'How packages are made.\n', 'there is no front matter'],
  ['packaging.md', '---\nname: Packaging\n', 'its front matter is never closed'],
  [
    'Code Signing.md',
    '---\nname: Code signing\n---\n',
    'A topic file is named in lower-case letters, digits and single hyphens, such as `code-signing.md`; rename the file',
  ],
  [
    'packaging.md',
    '---\nname: Packaging\n---\n',
    'The topic’s `summary` is missing; add it, for example `summary: How packages are signed.`',
  ],
  [
    'packaging.md',
    '---\nname: Packaging\nsummary: Packaging: how.\n---\n',
    'a value that has ": " in it needs quotes around it',
  ],
])('%s of %j is refused, with one full stop', (file, text, reason) => {
  const directory = folder({ [file]: text });
  const diagnostics: Diagnostic[] = [];
  const read = (at: string): string => readFileSync(at, 'utf8');
  readTopics(directory, (at) => path.basename(at), read, diagnostics);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    `The topic is not accepted: ${reason}.`,
  ]);
});
