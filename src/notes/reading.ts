import { z } from 'zod';

import { diagnosticSchema } from '../archive/diagnostics/diagnostic-schema.ts';
import { type MeetingId, meetingSchema } from '../archive/meeting.ts';
import type { NoteReading } from './read-note.ts';

/** What was read of a note, with all that it depends on beside the note and the settings. */
export interface Reading extends NoteReading {
  /** Each relative link that was looked up, and the meeting it led to, if any. */
  lookups: [target: string, meeting: MeetingId | null][];
}

/** A reading as printed; the last guard against a file of readings that something else wrote. */
export const readingSchema = z.strictObject({
  meeting: meetingSchema.optional(),
  topicLine: z.int().positive(),
  diagnostics: z.array(diagnosticSchema),
  lookups: z.array(z.tuple([z.string(), z.string().nullable()])),
});

/** A note that was read, printed as JSON, as threads and files pass it on. */
export interface PrintedReading {
  json: string;
  /** Whether the same note will always be read in the same way. */
  lasting: boolean;
}

/** A reading out of what `printReading` printed. */
export function parseReading(json: string): Reading {
  return JSON.parse(json) as Reading;
}
