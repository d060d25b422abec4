import { existsSync } from 'node:fs';
import path from 'node:path';

import { type Diagnostic, hasErrors } from '../archive/diagnostics/diagnostic.ts';
import type { Template } from '../archive/passages/routine.ts';
import type { Settings } from '../archive/settings.ts';
import type { Topic } from '../archive/topics/topic.ts';
import { openContentFiles } from './content-files.ts';
import type { ContentFolders } from './folders.ts';
import { guessHome } from './guess-home.ts';
import { guessOwnKeys } from './guess-own-keys.ts';
import { listNotes } from './list-notes.ts';
import { readNotes } from './read-notes.ts';
import { readSettings } from './read-settings.ts';
import { readTemplate } from './read-template.ts';
import { readTopics } from './read-topics.ts';
import type { ReadingCache } from './reading-cache.ts';

/** All that a content folder holds, each file read for itself; plain data, for one thread to hand to another. */
export interface Gathered {
  settings: Settings;
  topics: Topic[];
  template: Template | undefined;
  /** For each note that has a text its path as shown, and its reading as JSON. */
  notes: { shown: string; json: string }[];
  /** The record of published addresses, as text. */
  permalinksText: string | undefined;
  /** The text of every file that was read, by its path as shown. */
  texts: ReadonlyMap<string, string>;
  /** What was found in settings, topics and the list of files; a note's findings are with its reading. */
  diagnostics: Diagnostic[];
}

/**
 * Reads the files of a content folder: settings, topics, template, notes, published addresses. Reads files
 * and writes none but the cache's, if there is one; throws only on bugs of ours.
 */
export function gatherContent(
  folders: ContentFolders,
  directory: string,
  cache?: ReadingCache,
): Gathered {
  const diagnostics: Diagnostic[] = [];
  const { texts, show, note, plain, record } = openContentFiles(directory, diagnostics);
  const given = existsSync(folders.settings)
    ? readSettings(plain(folders.settings, { heavy: true }), show(folders.settings), diagnostics)
    : undefined;
  // What could not be read may set a home: nobody can tell that there is none.
  const guesses = hasErrors(diagnostics) ? [] : diagnostics;
  const topics = existsSync(folders.topics)
    ? readTopics(folders.topics, show, plain, diagnostics, cache?.topics)
    : [];
  cache?.topics.keep();
  const template = existsSync(folders.template)
    ? readTemplate(plain(folders.template), cache?.template)
    : undefined;
  cache?.template.keep();
  const files = listNotes(folders, directory, diagnostics);
  const folder = folders.meetings;
  const notes = files.flatMap((file) => {
    const absolute = path.join(folder, file);
    const text = note(absolute);
    return text === undefined ? [] : [{ file, shown: show(absolute), text, folder }];
  });
  const withHome = guessHome(given, notes, show(folders.settings), guesses);
  const settings =
    given === undefined ? guessOwnKeys(withHome, notes, show(folders.settings), guesses) : withHome;
  const readings = readNotes({ notes, settings, files }, cache);
  const permalinks = folders.permalinks ?? '';
  const permalinksText = existsSync(permalinks) ? record(permalinks) : undefined;
  return {
    settings,
    topics,
    template,
    notes: notes.map(({ shown }, index) => ({ shown, json: readings[index]! })),
    permalinksText,
    texts,
    diagnostics,
  };
}
