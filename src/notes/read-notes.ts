import { hash } from 'node:crypto';

import type { PlainNote } from './read-guarded.ts';
import { readInThreads } from './read-in-threads.ts';
import type { NoteSettings } from './read-note.ts';
import { readerVersion } from './reader-version.ts';
import type { ReadingCache } from './reading-cache.ts';
import type { PrintedReading } from './reading.ts';
import { noteResolver } from './resolve-note.ts';

/** Notes to read, and all that their readings depend on but for the code. */
export interface NotesInput {
  notes: readonly Omit<PlainNote, 'settings'>[];
  settings: NoteSettings;
  /** Paths of all notes below their folder, those that cannot be read among them. */
  files: readonly string[];
}

/**
 * Reads notes, in their order, and gives each reading as JSON. With a cache, notes that were read before are
 * taken from there if nothing that they depend on has changed: the note, its path, the settings it is read by, where
 * its links lead, the code that reads.
 */
export function readNotes(input: NotesInput, cache: ReadingCache | undefined): string[] {
  const { files } = input;
  const { title, language, home, repositories, shortNames, ownKeys } = input.settings;
  const settings: NoteSettings = { title, language, home, repositories, shortNames, ownKeys };
  const notes = input.notes.map((note): PlainNote => ({ ...note, settings }));
  if (cache === undefined) {
    return readInThreads(notes, files).map(({ json }) => json);
  }
  const shared = hash('sha256', JSON.stringify([readerVersion(), settings]));
  const keys = notes.map(({ file, shown, text }) => cache.keyOf(file, [shared, file, shown, text]));
  const resolver = noteResolver(files);
  const known = cache.find(keys, ({ lookups }, index) => {
    const resolve = resolver(notes[index]?.file ?? '');
    return lookups.every(([target, meeting]) => (resolve(target) ?? null) === meeting);
  });
  const missing = [...notes.keys()].filter((index) => known[index] === undefined);
  const printed = readInThreads(
    missing.flatMap((index) => notes[index] ?? []),
    files,
  );
  const fresh = new Map(
    missing.map((index, at): [number, PrintedReading] => [index, printed[at]!]),
  );
  return cache.keep(keys, known, fresh);
}
