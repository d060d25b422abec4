import path from 'node:path';

import { findAdvice } from '../archive/checks/advice.ts';
import type { MeetingDate } from '../archive/dates/date.ts';
import { sortDiagnostics } from '../archive/diagnostics/diagnostic-list.ts';
import type { Diagnostic } from '../archive/diagnostics/diagnostic.ts';
import type { Content } from './assemble.ts';
import type { ContentFolders } from './folders.ts';
import { loadContent } from './load.ts';
import type { ReadingCache } from './reading-cache.ts';
import { shownPath } from './text-file.ts';

/** What a check goes by beside the content itself. */
export interface CheckOptions {
  /** The day it is in the time zone of the settings, if they name one. */
  today: (timeZone: string | undefined) => MeetingDate;
  /** Whether to look for topics without notes, and for terms without a topic. */
  aboutTopics: boolean;
  /** Readings of notes that have not changed; they make it faster, and nothing else. */
  cache?: ReadingCache | undefined;
}

/** Reads a content folder and says all that the build would say of it, and what is only advice. */
export function checkContent(
  folders: ContentFolders,
  directory: string,
  { today, aboutTopics, cache }: CheckOptions,
): { content: Content; diagnostics: Diagnostic[] } {
  const content = loadContent(folders, directory, cache);
  const settings = shownPath(directory, folders.settings);
  const lines = (content.texts.get(settings) ?? '').split('\n');
  const cadence = lines.findIndex((line) => line.startsWith('cadence:'));
  const advice = findAdvice({
    archive: content.archive,
    whole: content.whole,
    today: today(content.settings.timeZone),
    textOf: ({ file }) => content.texts.get(content.shownPath(file)) ?? '',
    shownPath: content.shownPath,
    shownTopic: (file) => shownPath(directory, path.join(folders.topics, file)),
    cadencePlace: { file: settings, line: Math.max(cadence, 0) + 1, column: 1 },
    aboutTopics,
  });
  return { content, diagnostics: sortDiagnostics([...content.diagnostics, ...advice]) };
}
