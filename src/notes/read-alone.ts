// Run by `read-guarded.ts` in a process of its own: a note as JSON comes in, what was read of it goes out.
import { text } from 'node:stream/consumers';

import { type PlainNote, readCaught } from './read-guarded.ts';
import { noteResolver } from './resolve-note.ts';

// A pipe may be empty or full for a moment; streams wait for it, where a plain read or write would fail.
const { note, files } = JSON.parse(await text(process.stdin)) as {
  note: PlainNote;
  files: string[];
};
process.stdout.write(
  JSON.stringify(readCaught({ ...note, resolveNote: noteResolver(files)(note.file) })),
);
