import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

import type { MeetingDate } from '../../src/archive/dates/date.ts';
import { diagnosticCodes } from '../../src/archive/diagnostics/diagnostic.ts';
import { formatDiagnostic } from '../../src/archive/diagnostics/report.ts';
import { checkContent } from '../../src/notes/check-content.ts';
import { contentFolders } from '../../src/notes/folders.ts';
import { corpus } from '../corpus-folder.ts';

/*
 * A content folder a code, with what must be said of it, and near misses of which nothing may be
 * said. A missing expectation is written on a person's machine, to be read before it is committed.
 */
const root = path.join(import.meta.dirname, '../fixtures/checks');
const today = () => '2020-07-01' as MeetingDate;

describe.each(readdirSync(root))('%s', (code) => {
  const folder = path.join(root, code);
  const folders = contentFolders({ ARCHIVE_CONTENT: folder }, root);
  const { diagnostics } = checkContent(folders, folder, {
    today,
    aboutTopics: code.startsWith('topic-'),
  });

  test('is a code, and found', () => {
    expect(diagnosticCodes).toContain(code);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
  });

  test('says what is wrong, and nothing else', async () => {
    const lines = diagnostics.map((diagnostic) => `${formatDiagnostic(diagnostic)}\n`).join('');
    await expect(lines).toMatchFileSnapshot(path.join(folder, 'diagnostics.txt'));
  });
});

const isThere = existsSync(corpus);
if (!isThere)
  process.emitWarning(`${corpus} is not there: the notes of other communities are not checked.`);

test.skipIf(!isThere)(
  'reads what other communities wrote, and drops no note without a word',
  () => {
    const communities = [
      'osquery',
      ...readdirSync(path.join(corpus, 'others')).map((name) => `others/${name}`),
    ];
    for (const name of communities) {
      const folder = path.join(corpus, name);
      const folders = contentFolders({ ARCHIVE_CONTENT: folder }, folder);
      const { content, diagnostics } = checkContent(folders, folder, { today, aboutTopics: true });
      const read = new Set(content.meetings.map(({ file }) => file));
      const spoken = new Set(diagnostics.map(({ file }) => file));
      const silent = readdirSync(folder).filter((file) => !read.has(file) && !spoken.has(file));
      expect(silent).toEqual([]);
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  },
  60_000,
);
