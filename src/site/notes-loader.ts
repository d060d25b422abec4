import path from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';

import { type Diagnostic, hasErrors } from '../archive/diagnostic.ts';
import { redirectsOf } from '../archive/permalink-moves.ts';
import { countDiagnostics, formatDiagnostic } from '../archive/report.ts';
import { type ContentFolders, contentFolders } from '../notes/folders.ts';
import { type Content, loadContent } from '../notes/load.ts';
import { PlainError } from './plain-error.ts';

/** The name of the one entry that holds what belongs to the whole archive. */
export const wholeArchive = 'archive';

interface Entry {
  id: string;
  data: Record<string, unknown>;
}

// Every collection comes from one reading of the folder: its parts are checked against each other.
let reading: Content | undefined;

const folders = (): ContentFolders => contentFolders(process.env, process.cwd());

function refuse(diagnostics: readonly Diagnostic[]): PlainError {
  const list = diagnostics.map(formatDiagnostic).join('\n');
  return new PlainError(
    `The content is not accepted.\n\n${list}\n\n${countDiagnostics(diagnostics)}`,
  );
}

function read(logger: LoaderContext['logger']): Content {
  if (reading !== undefined) return reading;
  const content = loadContent(folders(), process.cwd());
  if (hasErrors(content.diagnostics)) throw refuse(content.diagnostics);
  for (const diagnostic of content.diagnostics) {
    const say = diagnostic.severity === 'warning' ? logger.warn : logger.info;
    say.call(logger, formatDiagnostic(diagnostic));
  }
  reading = content;
  return content;
}

/** A loader for one part of the content folder; an error-level finding anywhere in it ends the build. */
function contentLoader(name: string, entriesOf: (content: Content) => Entry[]): Loader {
  return {
    name,
    load: async (context) => {
      const fill = async (): Promise<void> => {
        const entries = entriesOf(read(context.logger));
        context.store.clear();
        for (const { id, data } of entries) {
          context.store.set({ id, data: await context.parseData({ id, data }) });
        }
      };
      await fill();
      const { watcher } = context;
      if (watcher === undefined) return;
      const watched = [...new Set(Object.values(folders()))];
      watcher.add(watched);
      const refresh = async (file: string): Promise<void> => {
        if (!watched.some((folder) => path.resolve(file).startsWith(folder))) return;
        reading = undefined;
        try {
          await fill();
        } catch (error) {
          context.logger.error(error instanceof Error ? error.message : String(error));
        }
      };
      for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, refresh);
    },
  };
}

/** The meetings, by id. */
export const meetingsLoader = (): Loader =>
  contentLoader('meetings', ({ meetings }) => meetings.map((data) => ({ id: data.id, data })));

/** The topics, by slug. */
export const topicsLoader = (): Loader =>
  contentLoader('topics', ({ topics }) =>
    topics.map((topic) => ({ id: topic.slug, data: { ...topic } })),
  );

/** One entry with the settings, and the template if there is one. */
export const archiveLoader = (): Loader =>
  contentLoader('archive', ({ settings, template, permalinks }) => [
    {
      id: wholeArchive,
      data: {
        settings,
        ...(template && { template }),
        redirects: permalinks === undefined ? [] : redirectsOf(permalinks),
      },
    },
  ]);
