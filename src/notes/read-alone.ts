// Run by `read-guarded.ts` in a process of its own: a note as JSON comes in, what was read of it goes out.
import { readFileSync, writeSync } from 'node:fs';

import { type PlainNote, readCaught } from './read-guarded.ts';
import { noteResolver } from './resolve-note.ts';

const { note, files } = JSON.parse(readFileSync(0, 'utf8')) as {
  note: PlainNote;
  files: string[];
};
const answer = Buffer.from(
  JSON.stringify(readCaught({ ...note, resolveNote: noteResolver(files)(note.file) })),
);
let written = 0;
while (written < answer.length) written += writeSync(1, answer, written);
