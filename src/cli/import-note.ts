import path from 'node:path';

import type { MeetingDate } from '../archive/dates/date.ts';
import { meetingIdOf } from '../archive/meeting.ts';
import type { ContentFolders } from '../notes/folders.ts';
import { isWithin } from '../notes/within.ts';
import { Refusal } from './command.ts';
import type { OpenedContent } from './content.ts';
import { factsOfMarkdown, findLosses } from './fidelity.ts';
import { type Given, type When, findWhen } from './import-date.ts';
import { type HeldPictures, placePictures } from './import-pictures.ts';
import type { Import, TakenOver } from './import-report.ts';
import type { Source } from './import-source.ts';
import { areSeveral, splitMeetings } from './split-meetings.ts';
import { takeOver } from './take-over.ts';
import { fileIn, usualFolder } from './usual-folder.ts';

/** The file of a meeting below the folder of notes: the one that has it already, or a new one named after its date, where others lie. */
function fileOf({ date, slug }: When, { content, first }: OpenedContent): string {
  const id = meetingIdOf(date, slug);
  const known = content.asWritten.find((meeting) => meeting.id === id);
  return known?.file ?? fileIn(usualFolder(content.meetings, date, first), `${id}.md`);
}

/** The path of a source below the folder of notes, where it is a file there. */
function pathAmongNotes({ file }: Source, folder: string): string | undefined {
  if (file === undefined || !isWithin(file, folder)) return undefined;
  return path.relative(folder, file).split(path.sep).join('/');
}

/** The same, where it is to stay a note of its day. */
function ownFile(source: Source, folder: string, { date, slug }: Given): string | undefined {
  if (date !== undefined || slug !== undefined) return undefined;
  const own = pathAmongNotes(source, folder);
  return own !== undefined && /\.md$/i.test(own) ? own : undefined;
}

/** A note of its own, with its pictures. */
function noteOf(
  markdown: string,
  file: string,
  date: MeetingDate,
  { source, held, folders }: { source: Source; held: HeldPictures; folders: ContentFolders },
): Import {
  const note = path.join(folders.meetings, file);
  const placed = placePictures(markdown, note, { held, file: source.file });
  const kept = factsOfMarkdown(markdown);
  return { ...placed, source: source.name, date, file, kept };
}

/** Makes a note of a source, or, with `split`, one of each of its meetings. Throws `Refusal` where that is not possible. */
export async function makeNotes(
  source: Source,
  into: OpenedContent,
  given: Given & { split: boolean },
): Promise<TakenOver> {
  const { content, folders } = into;
  const { facts, held, kept, markdown, dropped, anchors } = await takeOver(source);
  const losses = findLosses(facts, kept, dropped);
  const from = { source, held, folders };
  const document = splitMeetings(markdown, source.name, content.settings.title);
  const { parts } = document;
  if (given.split) {
    if (parts.length === 0) {
      throw new Refusal(
        `${source.name} does not go on from meeting to meeting: no headings of one level have two days. Take it over without --split.`,
      );
    }
    const notes = parts.map((part) => noteOf(part.markdown, fileOf(part, into), part.date, from));
    const own = pathAmongNotes(source, folders.meetings);
    const left = own === undefined || notes.some((note) => note.file === own) ? undefined : own;
    return { notes, dropped, losses, rest: document.rest, meetings: 0, left };
  }
  const when = findWhen(source.name, markdown, given);
  const file = ownFile(source, folders.meetings, given) ?? fileOf(when, into);
  const note = { ...noteOf(markdown, file, when.date, from), kept };
  return {
    notes: [note],
    dropped,
    losses,
    anchors,
    rest: [],
    meetings: areSeveral(parts) ? parts.length : 0,
  };
}
