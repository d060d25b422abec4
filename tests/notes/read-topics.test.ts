import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

import type { Diagnostic } from '../../src/archive/diagnostics/diagnostic.ts';
import { readTopics } from '../../src/notes/read-topics.ts';
import { folder } from '../folder.ts';

test.each([
  ['packaging.md', 'How packages are made.\n', 'there is no front matter', { line: 1, column: 1 }],
  [
    'packaging.md',
    '---\nname: Packaging\n',
    'its front matter is never closed',
    { line: 1, column: 1 },
  ],
  [
    'Code Signing.md',
    '---\nname: Code signing\n---\n',
    'A topic file is named in lower-case letters, digits and single hyphens, such as `code-signing.md`; rename the file',
    { line: 1, column: 1 },
  ],
  [
    'packaging.md',
    '---\nname: Packaging\n---\n',
    'The topic’s `summary` is missing; add it, for example `summary: How packages are signed.`',
    { line: 2, column: 1 },
  ],
  [
    'packaging.md',
    '---\nname: Packaging\nsummary: Packaging: how.\n---\n',
    'a value that has ": " in it needs quotes around it',
    { line: 3, column: 10 },
  ],
])('%s of %j is refused, with one full stop', (file, text, reason, at) => {
  const directory = folder({ [file]: text });
  const diagnostics: Diagnostic[] = [];
  const read = (from: string): string => readFileSync(from, 'utf8');
  readTopics(directory, (from) => path.basename(from), read, diagnostics);
  expect(diagnostics).toMatchObject([{ message: `The topic is not accepted: ${reason}.`, ...at }]);
});
