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

/**
 * Reads the content folder, hands it to the pages and keeps one entry that changes with it. An
 * error-level finding anywhere in it ends the build; while developing it is said, and the pages stay.
 */
export function archiveLoader(): Loader {
  return {
    name: 'archive',
    load: async ({ logger, store, watcher }) => {
      const fill = (): void => {
        const content = read(logger);
        holdContent(content);
        store.clear();
        store.set({ id: 'archive', data: { digest: digestOf(content) } });
      };
      fill();
      if (watcher === undefined) return;
      const watched = [...new Set(Object.values(folders()))];
      watcher.add(watched);
      const refresh = (file: string): void => {
        if (!watched.some((folder) => path.resolve(file).startsWith(folder))) return;
        try {
          fill();
        } catch (error) {
          logger.error(error instanceof Error ? error.message : String(error));
        }
      };
      for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, refresh);
    },
  };
}
