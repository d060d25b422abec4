import path from 'node:path';

import { type Archive, buildArchive } from '../archive/archive.ts';
import { checkLinkTexts } from '../archive/checks/link-text.ts';
import { capDiagnostics, sortDiagnostics } from '../archive/diagnostics/diagnostic-list.ts';
import { type Diagnostic, diagnose, hasErrors } from '../archive/diagnostics/diagnostic.ts';
import type { Meeting } from '../archive/meeting.ts';
import {
  type ArchiveMemory,
  type Remembered,
  newArchiveMemory,
  rememberAnswers,
} from '../archive/memory.ts';
import type { Template } from '../archive/passages/routine.ts';
import type { Permalinks } from '../archive/permalinks/permalinks.ts';
import { settleAnchors } from '../archive/permalinks/public-names.ts';
import { pagesOf } from '../archive/permalinks/recorded-pages.ts';
import { withTakenAddresses } from '../archive/permalinks/taken-addresses.ts';
import type { Settings } from '../archive/settings.ts';
import { nearest } from '../archive/text/nearest.ts';
import type { Topic } from '../archive/topics/topic.ts';
import { checkPermalinks } from './check-permalinks.ts';
import type { ContentFolders } from './folders.ts';
import type { Gathered } from './gather.ts';
import { readPermalinksFile } from './read-permalinks.ts';
import { type Reading, parseReading } from './reading.ts';
import { shownPath } from './text-file.ts';

/** A whole content folder, read and checked. */
export interface Content {
  settings: Settings;
  topics: Topic[];
  template: Template | undefined;
  meetings: Meeting[];
  /** The meetings with the anchors that their notes give them; `meetings` has the published ones. */
  asWritten: Meeting[];
  /** How many notes were read, those among them that are left out for their errors. */
  notesRead: number;
  /** Whether nothing of it is left out for an error, so that it can be told what it lacks. */
  whole: boolean;
  archive: Archive;
  /** The text of every file that was read, by its path as shown. */
  texts: ReadonlyMap<string, string>;
  /** The path to show for a note's own path. */
  shownPath: (file: string) => string;
  /** What was published, and the file's text; absent where there is no record. */
  permalinks?: Permalinks;
  permalinksText?: string;
  /** By file, line and column; anything of error level means that no site may be built. */
  diagnostics: Diagnostic[];
}

/** The meetings with a page of their own: of notes that make one page the first by path; the others are errors. */
function keepFirstOfId(
  read: readonly { meeting: Meeting; shown: string }[],
  diagnostics: Diagnostic[],
): Meeting[] {
  const owners = new Map<string, string>();
  return read.flatMap(({ meeting, shown }) => {
    const other = owners.get(meeting.id);
    if (other === undefined) {
      owners.set(meeting.id, shown);
      return [meeting];
    }
    const place = { file: shown, line: 1, column: 1 };
    diagnostics.push(diagnose('id-taken', place, { id: meeting.id, other }));
    return [];
  });
}

/** Topics that front matter names and nobody has described are errors. */
function checkTopics(
  read: readonly { meeting: Meeting; shown: string; topicLine: number }[],
  topics: readonly Topic[],
  diagnostics: Diagnostic[],
): void {
  const slugs = topics.map(({ slug }) => slug as string);
  for (const { meeting, shown, topicLine } of read) {
    for (const topic of meeting.topics) {
      if (slugs.includes(topic)) continue;
      const place = { file: shown, line: topicLine, column: 1 };
      diagnostics.push(diagnose('topic-unknown', place, { topic, near: nearest(topic, slugs) }));
    }
  }
}

/** What is kept from one assembling to the next, so that only what was changed costs time. */
export interface AssemblyMemory {
  /** The reading of each note, by its JSON. */
  readings: Remembered<Reading>;
  archive: ArchiveMemory;
}

/** A memory with nothing in it. */
export function newAssemblyMemory(): AssemblyMemory {
  return { readings: rememberAnswers(), archive: newArchiveMemory() };
}

/** Makes what was gathered into an archive, and checks its parts against each other. */
export function assembleContent(
  gathered: Gathered,
  folders: ContentFolders,
  directory: string,
  memory?: AssemblyMemory,
): Content {
  const { settings, topics, template, texts, permalinksText } = gathered;
  const diagnostics = [...gathered.diagnostics];
  const shownNote = (file: string): string =>
    shownPath(directory, path.join(folders.meetings, file));
  memory?.readings.begin();
  const meetings = gathered.notes.flatMap(({ shown, json }) => {
    const parse = (): Reading => parseReading(json);
    const { meeting, topicLine, diagnostics: own } = memory?.readings.of(json, parse) ?? parse();
    for (const diagnostic of own) diagnostics.push(diagnostic);
    return meeting === undefined ? [] : [{ meeting, shown, topicLine }];
  });
  checkTopics(meetings, topics, diagnostics);
  const asWritten = keepFirstOfId(meetings, diagnostics);
  const record = shownPath(directory, folders.permalinks ?? '');
  const permalinks =
    permalinksText === undefined
      ? undefined
      : withTakenAddresses(readPermalinksFile(permalinksText, record, diagnostics), asWritten);
  const kept = asWritten.map((meeting) =>
    settleAnchors(meeting, permalinks?.meetings.get(meeting.id)),
  );
  const archive = buildArchive(
    { meetings: kept, topics, settings, template, shownPath: shownNote },
    memory?.archive,
  );
  const whole = !hasErrors(diagnostics);
  // A note that could not be read takes its addresses with it; its own finding says enough.
  if (permalinks !== undefined && whole) {
    const check = { known: permalinks, meetings: asWritten, pages: pagesOf(archive, topics) };
    const shown = { record, recordText: permalinksText ?? '', shownPath: shownNote };
    diagnostics.push(...checkPermalinks({ ...check, ...shown }));
  }
  const textOf = ({ file }: Meeting): string => texts.get(shownNote(file)) ?? '';
  diagnostics.push(...kept.flatMap((meeting) => checkLinkTexts(meeting, textOf, shownNote)));
  return {
    settings,
    topics,
    template,
    meetings: kept,
    asWritten,
    notesRead: gathered.notes.length,
    whole,
    archive,
    texts,
    shownPath: shownNote,
    ...(permalinks !== undefined && { permalinks, permalinksText: permalinksText ?? '' }),
    diagnostics: capDiagnostics(sortDiagnostics([...diagnostics, ...archive.diagnostics])),
  };
}
