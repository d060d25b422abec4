import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { type Archive, buildArchive } from '../archive/archive.ts';
import { checkLinkTexts } from '../archive/checks/link-text.ts';
import {
  type Diagnostic,
  capDiagnostics,
  diagnose,
  hasErrors,
  sortDiagnostics,
} from '../archive/diagnostic.ts';
import type { Meeting } from '../archive/meeting.ts';
import { nearest } from '../archive/nearest.ts';
import { type Permalinks, pagesOf, settleAnchors } from '../archive/permalinks.ts';
import type { Template } from '../archive/routine.ts';
import type { Settings } from '../archive/settings.ts';
import type { Topic } from '../archive/topic.ts';
import { checkPermalinks, readPermalinksFile } from './check-permalinks.ts';
import { decodeText } from './decode.ts';
import { type ContentFolders } from './folders.ts';
import { guessHome } from './guess-home.ts';
import { listFiles } from './list-files.ts';
import { readNotes } from './read-notes.ts';
import { readSettings } from './read-settings.ts';
import { readTemplate } from './read-template.ts';
import { readTopics } from './read-topics.ts';
import type { ReadingCache } from './reading-cache.ts';

/** A whole content folder, read and checked. */
export interface Content {
  settings: Settings;
  topics: Topic[];
  template: Template | undefined;
  meetings: Meeting[];
  /** The meetings with the anchors that their notes give them; `meetings` has the published ones. */
  asWritten: Meeting[];
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

interface NoteFile {
  file: string;
  shown: string;
  text: string;
  folder: string;
}

/** A path as a person would type it from the working directory. */
export function shownPath(directory: string, file: string): string {
  const relative = path.relative(directory, file);
  const shown = relative.startsWith('..') ? file : relative;
  return shown.split(path.sep).join('/');
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** Reads a file as text; a file that cannot be read or decoded is a finding. */
export function readText(
  file: string,
  shown: string,
  diagnostics: Diagnostic[],
): string | undefined {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const place = { file: shown, line: 1, column: 1 };
    diagnostics.push(diagnose('file-unreadable', place, { reason: reasonOf(error) }));
    return undefined;
  }
  const decoded = decodeText(bytes);
  if ('text' in decoded) return decoded.text;
  const { problem, line, column } = decoded;
  diagnostics.push(diagnose('file-encoding', { file: shown, line, column }, { what: problem }));
  return undefined;
}

const isNote = (file: string): boolean => /\.md$/i.test(file);
const isReadme = (file: string): boolean => /(?:^|[/_-])(?:readme|index|template)\.md$/i.test(file);

function listNotes(
  folders: ContentFolders,
  directory: string,
  diagnostics: Diagnostic[],
): string[] {
  const place = (file: string) => ({
    file: shownPath(directory, path.join(folders.meetings, file)),
    line: 1,
    column: 1,
  });
  let files: ReturnType<typeof listFiles>;
  try {
    files = listFiles(folders.meetings);
  } catch (error) {
    diagnostics.push(diagnose('file-unreadable', place(''), { reason: reasonOf(error) }));
    return [];
  }
  const bare = path.dirname(folders.settings) === folders.meetings;
  return files.flatMap(({ file, link }) => {
    if (bare && (/^topics\//.test(file) || file === 'template.md')) return [];
    if (link) {
      if (isNote(file)) diagnostics.push(diagnose('file-link', place(file), {}));
      return [];
    }
    if (/\.(?:mdx|astro|markdown|txt|html?|docx?)$/i.test(file)) {
      const why = `only files that end in ".md" are notes`;
      diagnostics.push(diagnose('file-passed-over', place(file), { why }));
      return [];
    }
    if (!isNote(file)) return [];
    if (isReadme(file)) {
      const why = 'it is named as a description of its folder';
      diagnostics.push(diagnose('file-passed-over', place(file), { why }));
      return [];
    }
    return [file];
  });
}

/** Of notes that make one page, the first by path keeps it; the others are errors. */
function findTakenIds(
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

/**
 * Reads a content folder: settings, topics, template and notes, into the archive and all findings
 * about any of them. Reads files and writes none but the cache's, if there is one; throws only on
 * bugs of ours.
 */
export function loadContent(
  folders: ContentFolders,
  directory: string,
  cache?: ReadingCache,
): Content {
  const diagnostics: Diagnostic[] = [];
  const show = (file: string): string => shownPath(directory, file);
  const texts = new Map<string, string>();
  const read = (file: string): string | undefined => {
    const text = readText(file, show(file), diagnostics);
    if (text !== undefined) texts.set(show(file), text);
    return text;
  };
  const shownNote = (file: string): string => show(path.join(folders.meetings, file));
  const given = existsSync(folders.settings)
    ? readSettings(read(folders.settings), show(folders.settings), diagnostics)
    : undefined;
  const topics = existsSync(folders.topics)
    ? readTopics(folders.topics, show, read, diagnostics)
    : [];
  const template = existsSync(folders.template) ? readTemplate(read(folders.template)) : undefined;

  const files = listNotes(folders, directory, diagnostics);
  const notes = files.flatMap((file): NoteFile[] => {
    const absolute = path.join(folders.meetings, file);
    const text = read(absolute);
    return text === undefined
      ? []
      : [{ file, shown: show(absolute), text, folder: folders.meetings }];
  });
  const settings = guessHome(given, notes, show(folders.settings), diagnostics);
  const readings = readNotes({ notes, settings, files }, cache);
  const meetings = readings.flatMap(({ meeting, topicLine, diagnostics: own }, index) => {
    for (const diagnostic of own) diagnostics.push(diagnostic);
    const shown = notes[index]?.shown ?? '';
    return meeting === undefined ? [] : [{ meeting, shown, topicLine }];
  });
  checkTopics(meetings, topics, diagnostics);
  const asWritten = findTakenIds(meetings, diagnostics);
  const record = folders.permalinks ?? '';
  const permalinksText = existsSync(record) ? read(record) : undefined;
  const permalinks =
    permalinksText === undefined
      ? undefined
      : readPermalinksFile(permalinksText, show(record), diagnostics);
  const kept = asWritten.map((meeting) =>
    settleAnchors(meeting, permalinks?.meetings.get(meeting.id)),
  );
  const archive = buildArchive({
    meetings: kept,
    topics,
    settings,
    template,
    shownPath: shownNote,
  });
  // A note that could not be read takes its addresses with it; its own finding says enough.
  if (permalinks !== undefined && !hasErrors(diagnostics)) {
    const check = { known: permalinks, meetings: asWritten, pages: pagesOf(archive) };
    diagnostics.push(...checkPermalinks({ ...check, record: show(record), shownPath: shownNote }));
  }
  const textOf = ({ file }: Meeting): string => texts.get(shownNote(file)) ?? '';
  diagnostics.push(...kept.flatMap((meeting) => checkLinkTexts(meeting, textOf, shownNote)));
  return {
    settings,
    topics,
    template,
    meetings: kept,
    asWritten,
    archive,
    texts,
    shownPath: shownNote,
    ...(permalinks !== undefined && { permalinks, permalinksText: permalinksText ?? '' }),
    diagnostics: capDiagnostics(sortDiagnostics([...diagnostics, ...archive.diagnostics])),
  };
}
