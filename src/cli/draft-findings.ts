import type { Diagnostic } from '../archive/diagnostics/diagnostic.ts';
import { isSettled } from '../notes/conflicts.ts';
import { readGuarded } from '../notes/read-guarded.ts';
import { noteResolver } from '../notes/resolve-note.ts';
import type { OpenedContent } from './content.ts';

/** A note that is not written yet. */
interface NoteDraft {
  /** Its path below the folder of notes, `/`-separated. */
  file: string;
  text: string;
}

/**
 * Warnings and errors that a note will have in its place, those of its size and structure among them; of one with a
 * conflict of a merge that is all, as it is not read.
 */
export function findingsOfDraft(
  { file, text }: NoteDraft,
  { content, folders }: OpenedContent,
): Diagnostic[] {
  const shown = content.shownPath(file);
  const unsettled: Diagnostic[] = [];
  if (!isSettled(text, shown, unsettled)) return unsettled;
  const { meetings, settings } = content;
  const files = meetings.map((meeting) => meeting.file);
  const note = { file, shown, text, settings, folder: folders.meetings };
  const { diagnostics } = readGuarded(note, files, noteResolver(files));
  return diagnostics.filter(({ severity }) => severity !== 'notice');
}
