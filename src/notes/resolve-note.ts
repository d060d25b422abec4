import path from 'node:path';

import { dateFromPath } from '../archive/dates/date-of-path.ts';
import { type MeetingId, meetingIdOf } from '../archive/meeting.ts';

/** Answers, for a note, what a relative link in it leads to: another note, or nothing. */
export type NoteResolver = (from: string) => (target: string) => MeetingId | undefined;

/** The meetings of notes, by their paths below their folder in lower case. */
function meetingsOf(files: readonly string[]): Map<string, MeetingId> {
  const ids = new Map<string, MeetingId>();
  for (const file of files) {
    const dated = dateFromPath(file);
    if (dated === undefined || 'problem' in dated) continue;
    ids.set(file.toLowerCase(), meetingIdOf(dated.date, dated.slug));
  }
  return ids;
}

/** What relative links lead to, by the paths of all notes below their folder. */
export function noteResolver(files: readonly string[]): NoteResolver {
  // Few notes link others, and then nobody asks.
  let ids: Map<string, MeetingId> | undefined;
  return (from) => (target) => {
    const absolute = path.posix.normalize(path.posix.join(path.posix.dirname(from), target));
    return (ids ??= meetingsOf(files)).get(absolute.toLowerCase());
  };
}
