import { hash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

import type { Content } from '../notes/assemble.ts';
import { contentFolders, type ContentFolders, keptFolder } from '../notes/folders.ts';
import { listNotes } from '../notes/list-notes.ts';
import { loadContent } from '../notes/load.ts';
import { type ReadingCache, openReadingCache } from '../notes/reading-cache.ts';
import { shownPath } from '../notes/text-file.ts';
import { Refusal, type Surroundings } from './command.ts';

/** The options that every command over a content folder takes. */
export const contentOptions = {
  content: { type: 'string' },
} as const;

/** The folders that a command works on; `--content` goes before the environment. */
export function foldersOf(
  given: string | undefined,
  { environment, directory, typedIn }: Surroundings,
): ContentFolders {
  const from =
    given === undefined
      ? environment
      : {
          ...environment,
          ARCHIVE_CONTENT: path.resolve(typedIn, given),
          ARCHIVE_MEETINGS: undefined,
        };
  const folders = contentFolders(from, directory);
  if (!existsSync(folders.meetings)) {
    const shown = shownPath(directory, folders.meetings) || folders.meetings;
    throw new Refusal(
      `There is no folder of notes at ${shown}.\n` +
        'Name another with --content DIR, or make one from your notes with "npm run notes -- init DIR".',
    );
  }
  if (!statSync(folders.meetings).isDirectory()) {
    throw new Refusal(
      `${shownPath(directory, folders.meetings)} is a file, not a folder of notes.`,
    );
  }
  return folders;
}

const project = path.join(import.meta.dirname, '../..');

/**
 * The kept readings of notes that have not changed: those of the build for the content that it builds, others for
 * a content folder that is named. None in a folder that is not the program's own, which is left as it is.
 */
export function keptReadings(
  given: string | undefined,
  { environment, directory, typedIn }: Surroundings,
): ReadingCache | undefined {
  if (!environment['ARCHIVE_CACHE'] && directory !== project) return undefined;
  const other =
    given === undefined ? '' : `-${hash('sha256', path.resolve(typedIn, given)).slice(0, 12)}`;
  return openReadingCache(path.join(keptFolder(environment, directory), `notes${other}`));
}

/** The content that a command works on, as it was read, and where it lies. */
export interface OpenedContent {
  content: Content;
  folders: ContentFolders;
  /** Where below the folder of notes the first note belongs: in `meetings`, which is still to be made, or in itself. */
  first: string;
}

/** Where the first note belongs: a folder with settings is no bare folder of notes, unless notes stand in it already. */
function folderOfFirst(folders: ContentFolders, directory: string): string {
  const isBare = path.dirname(folders.settings) === folders.meetings;
  const awaits = isBare && existsSync(folders.settings);
  return awaits && listNotes(folders, directory, []).length === 0 ? 'meetings' : '';
}

/** Reads the content that a command works on. */
export function contentOf(given: string | undefined, surroundings: Surroundings): OpenedContent {
  const folders = foldersOf(given, surroundings);
  const cache = keptReadings(given, surroundings);
  const { directory } = surroundings;
  const content = loadContent(folders, directory, cache);
  return { content, folders, first: folderOfFirst(folders, directory) };
}
