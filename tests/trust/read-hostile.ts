import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Meeting } from '../../src/archive/meeting.ts';
import { settingsSchema } from '../../src/archive/settings.ts';
import { decodeText } from '../../src/notes/decode.ts';
import { readCaught } from '../../src/notes/read-guarded.ts';
import type { NoteReading } from '../../src/notes/read-note.ts';

/** The folder of the hostile notes. */
export const hostileFolder = path.join(import.meta.dirname, '../fixtures/hostile');

const settings = settingsSchema.parse({
  title: 'Office hours',
  home: 'osquery/osquery',
  repositories: ['osquery/foundation'],
});

/** Reads a text as the note of a day, as the build does. */
export function readHostile(text: string): NoteReading {
  const file = '2020-01-02.md';
  return readCaught({ file, shown: file, text, settings, resolveNote: () => undefined });
}

/** Reads one of the hostile notes by its name. */
export function readHostileNote(name: string): NoteReading {
  const decoded = decodeText(readFileSync(path.join(hostileFolder, `${name}.md`)));
  return readHostile('text' in decoded ? decoded.text : '');
}

/** All HTML that a meeting brings onto a page of its own. */
export function htmlOf({ opening, sections }: Meeting): string {
  const blocks = [...opening, ...sections.flatMap((section) => section.blocks)];
  return [...sections.map(({ html }) => html), ...blocks.map(({ html }) => html)].join('\n');
}

/** Every id that a meeting's page gets out of its note. */
export function anchorsOf({ heading, sections }: Meeting): string[] {
  return [...(heading ? [heading.id] : []), ...sections.map(({ id }) => id)];
}
