import { type Settings, settingsSchema } from '../src/archive/settings.ts';
import { type NoteReading, readNoteText } from '../src/notes/read-note.ts';

/** Reads the text of a note that leads to no other, with settings that only have a title unless told otherwise. */
export function readText(
  text: string,
  {
    file = '2020-01-02.md',
    settings = settingsSchema.parse({ title: 'Minutes' }),
  }: { file?: string; settings?: Settings } = {},
): NoteReading {
  return readNoteText({ file, shown: file, text, settings, resolveNote: () => undefined });
}
