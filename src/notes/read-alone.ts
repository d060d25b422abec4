// Run by `read-guarded.ts` in a process of its own: a note as JSON comes in, what was read of it goes out.
import { readFileSync } from 'node:fs';

import { type PlainNote, readCaught } from './read-guarded.ts';
import { noteResolver } from './resolve-note.ts';

const { note, files } = JSON.parse(readFileSync(0, 'utf8')) as {
  note: PlainNote;
  files: string[];
};
// A pipe may be full for a moment; the stream waits for it, where a plain write would fail.
process.stdout.write(
  JSON.stringify(readCaught({ ...note, resolveNote: noteResolver(files)(note.file) })),
);
