import { existsSync } from 'node:fs';
import path from 'node:path';

import { contentFolders, type ContentFolders } from '../notes/folders.ts';
import type { Content } from '../notes/assemble.ts';
import { loadContent } from '../notes/load.ts';
import { Refusal, type Surroundings } from './command.ts';

/** The options that every command over a content folder takes. */
export const contentOptions = {
  content: { type: 'string' },
} as const;

/** The folders that a command works on; `--content` goes before the environment. */
export function foldersOf(
  given: string | undefined,
  { environment, directory }: Surroundings,
): ContentFolders {
  const from =
    given === undefined
      ? environment
      : { ...environment, ARCHIVE_CONTENT: given, ARCHIVE_MEETINGS: undefined };
  const folders = contentFolders(from, directory);
  if (!existsSync(folders.meetings)) {
    const shown = path.relative(directory, folders.meetings) || folders.meetings;
    throw new Refusal(`There is no folder of notes at ${shown}.`);
  }
  return folders;
}

/** Reads the content that a command works on. */
export function contentOf(given: string | undefined, surroundings: Surroundings): Content {
  return loadContent(foldersOf(given, surroundings), surroundings.directory);
}
