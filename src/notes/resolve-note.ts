import path from 'node:path';

import { dateFromPath } from '../archive/dates/date-of-path.ts';
import { type MeetingId, meetingIdOf } from '../archive/meeting.ts';
import { wikiNameIn } from '../archive/text/wiki-target.ts';

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

/** A name as those of one note are alike in wikis: without its ending, in small letters, with hyphens for spaces. */
const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\.md$/, '')
    .replace(/[\s_]+/g, '-');

/** The meetings of notes by the end of their paths, from each folder on; a name that several have leads nowhere. */
function meetingsByName(ids: ReadonlyMap<string, MeetingId>): Map<string, MeetingId | undefined> {
  const byName = new Map<string, MeetingId | undefined>();
  for (const [file, id] of ids) {
    const parts = plainName(file).split('/');
    for (const at of parts.keys()) {
      const name = parts.slice(at).join('/');
      byName.set(name, byName.has(name) ? undefined : id);
    }
  }
  return byName;
}

/** The forms in which the generators of sites and wikis link a note: as it is, without its ending, or as its page. */
const formsOf = (target: string): string[] => {
  const bare = target.replace(/(?:\/|\/index\.html|\.html)$/, '');
  return [target, `${bare}.md`, `${bare}/index.md`];
};

/** What relative links lead to, by the paths of all notes below their folder. */
export function noteResolver(files: readonly string[]): NoteResolver {
  // Few notes link others, and then nobody asks.
  let ids: Map<string, MeetingId> | undefined;
  let names: Map<string, MeetingId | undefined> | undefined;
  return (from) => (target) => {
    ids ??= meetingsOf(files);
    const name = wikiNameIn(target);
    if (name !== undefined) return (names ??= meetingsByName(ids)).get(plainName(name));
    for (const form of formsOf(target)) {
      const absolute = path.posix.normalize(path.posix.join(path.posix.dirname(from), form));
      const id = ids.get(absolute.toLowerCase());
      if (id !== undefined) return id;
    }
    return undefined;
  };
}
