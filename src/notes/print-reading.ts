import type { MeetingId } from '../archive/meeting.ts';
import { weigh } from '../markdown/weigh.ts';
import { type PlainNote, readGuarded } from './read-guarded.ts';
import type { PrintedReading } from './reading.ts';
import type { NoteResolver } from './resolve-note.ts';

/**
 * Reads a note and prints the outcome. A heavy note is read by a process with a time limit, so that
 * the outcome may be another one the next time; so may one that a shortage of memory ended, or one
 * with pictures, which change without the note.
 */
export function printReading(
  note: PlainNote,
  files: readonly string[],
  resolver: NoteResolver,
): PrintedReading {
  const lookups = new Map<string, MeetingId | null>();
  const recording: NoteResolver = (from) => (target) => {
    const meeting = resolver(from)(target);
    lookups.set(target, meeting ?? null);
    return meeting;
  };
  const weight = weigh(note.text);
  const reading = readGuarded(note, files, recording, weight);
  return {
    json: JSON.stringify({ ...reading, lookups: [...lookups] }),
    lasting:
      !weight.heavy &&
      (reading.meeting?.images ?? []).length === 0 &&
      reading.diagnostics.every(({ code }) => code !== 'note-given-up' && code !== 'image-missing'),
  };
}
