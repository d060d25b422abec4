import { z } from 'zod';

import { type Diagnostic, diagnosticCodes } from '../archive/diagnostic.ts';
import { type MeetingId, meetingSchema } from '../archive/meeting.ts';
import { weigh } from '../markdown/limits.ts';
import { type PlainNote, readGuarded } from './read-guarded.ts';
import type { NoteReading } from './read-note.ts';
import type { NoteResolver } from './resolve-note.ts';

/** What was read of a note, with all that it depends on beside the note and the settings. */
export interface Reading extends NoteReading {
  /** Each relative link that was looked up, and the meeting it led to, if any. */
  lookups: [target: string, meeting: MeetingId | null][];
}

const position = z.int().positive();

/** A reading as printed; the last guard against a file of readings that something else wrote. */
export const readingSchema = z.strictObject({
  meeting: meetingSchema.optional(),
  topicLine: position,
  diagnostics: z.array(
    z.strictObject({
      code: z.enum(diagnosticCodes),
      severity: z.enum(['error', 'warning', 'notice']),
      message: z.string(),
      fix: z.string(),
      file: z.string(),
      line: position,
      column: position,
    } satisfies Record<keyof Diagnostic, z.ZodType>),
  ),
  lookups: z.array(z.tuple([z.string(), z.string().nullable()])),
});

/** A note that was read, printed as JSON, as threads and files pass it on. */
export interface PrintedReading {
  json: string;
  /** Whether the same note will always be read in the same way. */
  lasting: boolean;
}

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
  const reading = readGuarded(note, files, recording);
  return {
    json: JSON.stringify({ ...reading, lookups: [...lookups] }),
    lasting:
      !weigh(note.text).heavy &&
      (reading.meeting?.images ?? []).length === 0 &&
      reading.diagnostics.every(({ code }) => code !== 'note-given-up' && code !== 'image-missing'),
  };
}

/** A reading out of what `printReading` printed. */
export function parseReading(json: string): Reading {
  return JSON.parse(json) as Reading;
}
