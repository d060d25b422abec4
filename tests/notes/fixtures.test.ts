import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

import { formatDiagnostic } from '../../src/archive/diagnostics/report.ts';
import type { MeetingId } from '../../src/archive/meeting.ts';
import { settingsSchema } from '../../src/archive/settings.ts';
import { decodeText } from '../../src/notes/decode.ts';
import { readNoteText } from '../../src/notes/read-note.ts';

/*
 * A folder a case, named after what it shows: the note under the name that it has in the archive,
 * `meeting.json` with what must be read from it, `diagnostics.txt` with what must be said of it.
 * A missing expectation is written on a person's machine, to be read before it is committed, and
 * fails in CI.
 */
const root = path.join(import.meta.dirname, '../fixtures/notes');
const settings = settingsSchema.parse({
  title: 'Office hours',
  home: 'osquery/osquery',
  repositories: ['osquery/foundation'],
});

const resolveNote = (target: string): MeetingId | undefined =>
  /^(?:\.\/)?2019-10-29\.md$/.test(target) ? ('2019-10-29' as unknown as MeetingId) : undefined;

describe.each(readdirSync(root))('%s', (name) => {
  const folder = path.join(root, name);
  const file = readdirSync(folder).find((entry) => entry.endsWith('.md')) ?? '';
  const decoded = decodeText(readFileSync(path.join(folder, file)));
  const text = 'text' in decoded ? decoded.text : '';
  const { meeting, diagnostics } = readNoteText({
    ...{ file, shown: file, text, settings, folder, resolveNote },
  });

  test('gives the meeting', async () => {
    const json = `${JSON.stringify(meeting ?? null, undefined, 2)}\n`;
    await expect(json).toMatchFileSnapshot(path.join(folder, 'meeting.json'));
  });

  test('says what is wrong', async () => {
    const lines = diagnostics.map((diagnostic) => `${formatDiagnostic(diagnostic)}\n`).join('');
    await expect(lines).toMatchFileSnapshot(path.join(folder, 'diagnostics.txt'));
  });
});
