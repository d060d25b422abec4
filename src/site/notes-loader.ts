import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';

import { type Diagnostic, hasErrors } from '../archive/diagnostic.ts';
import { countDiagnostics, formatDiagnostic } from '../archive/report.ts';
import { type ContentFolders, contentFolders } from '../notes/folders.ts';
import { type Content, loadContent } from '../notes/load.ts';
import { openReadingCache } from '../notes/reading-cache.ts';
import { holdContent } from './held-content.ts';
import { PlainError } from './plain-error.ts';

const folders = (): ContentFolders => contentFolders(process.env, process.cwd());

// Beside Astro's own cache; kept for the time of a development server, so that it reads only what was saved.
const cache = openReadingCache(path.resolve(process.env['ARCHIVE_CACHE'] ?? '.cache', 'notes'));

// What the last reading found; of a saved note only what is new is said.
let said = new Set<string>();

function refuse(diagnostics: readonly Diagnostic[]): PlainError {
  const list = diagnostics.map(formatDiagnostic).join('\n');
  return new PlainError(
    `The content is not accepted.\n\n${list}\n\n${countDiagnostics(diagnostics)}`,
  );
}

function read(logger: LoaderContext['logger']): Content {
  const content = loadContent(folders(), process.cwd(), cache);
  if (hasErrors(content.diagnostics)) throw refuse(content.diagnostics);
  const known = said;
  said = new Set();
  for (const diagnostic of content.diagnostics) {
    const line = formatDiagnostic(diagnostic);
    said.add(line);
    if (known.has(line)) continue;
    const say = diagnostic.severity === 'warning' ? logger.warn : logger.info;
    say.call(logger, line);
  }
  return content;
}

/** Another value whenever any file of the content changed, or the name of one. */
function digestOf({ texts }: Content): string {
  const hash = createHash('sha256');
  for (const [file, text] of texts) hash.update(JSON.stringify([file, text]));
  return hash.digest('hex');
}

interface Entry {
  id: string;
  data: Record<string, unknown>;
}

// Every collection is filled from one reading, as the parts of the content are checked against each other.
let reading: Content | undefined;
const fillers = new Map<string, () => Promise<void>>();

function current(logger: LoaderContext['logger']): Content {
  reading ??= read(logger);
  holdContent(reading);
  return reading;
}

/** Reads the folder again whenever something in it changes; an error is said, and the pages stay. */
function follow({ watcher, logger }: LoaderContext): void {
  if (watcher === undefined) return;
  const watched = [...new Set(Object.values(folders()))];
  watcher.add(watched);
  const refresh = async (file: string): Promise<void> => {
    if (!watched.some((folder) => path.resolve(file).startsWith(folder))) return;
    const before = reading;
    reading = undefined;
    try {
      for (const fill of fillers.values()) await fill();
    } catch (error) {
      reading ??= before;
      logger.error(error instanceof Error ? error.message : String(error));
    }
  };
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, refresh);
}

/** A loader for one collection; an error-level finding anywhere in the content ends the build. */
function contentLoader(name: string, entriesOf: (content: Content) => Entry[]): Loader {
  return {
    name,
    load: async (context) => {
      const { logger, parseData, store } = context;
      fillers.set(name, async () => {
        const entries = entriesOf(current(logger));
        const kept = new Set(entries.map(({ id }) => id));
        for (const id of store.keys()) if (!kept.has(id)) store.delete(id);
        for (const { id, data } of entries) {
          const digest = createHash('sha256').update(JSON.stringify(data)).digest('hex');
          if (store.get(id)?.digest === digest) continue;
          store.set({ id, data: await parseData({ id, data }), digest });
        }
      });
      if (fillers.size === 1) follow(context);
      await fillers.get(name)?.();
    },
  };
}

/** The head of every meeting, by id. */
export const meetingsLoader = (): Loader =>
  contentLoader('meetings', ({ meetings }) =>
    meetings.map(({ id, date, title, file, recordings, topics, sections, mentions }) => ({
      id,
      data: {
        ...{ id, date, title, file, recordings, topics },
        sections: sections.length,
        mentions: mentions.length,
      },
    })),
  );

/** The topics, by slug. */
export const topicsLoader = (): Loader =>
  contentLoader('topics', ({ topics }) =>
    topics.map((topic) => ({ id: topic.slug, data: { ...topic } })),
  );

/** One entry that changes with anything in the content, so that pages are made anew. */
export const archiveLoader = (): Loader =>
  contentLoader('archive', (content) => [{ id: 'archive', data: { digest: digestOf(content) } }]);
