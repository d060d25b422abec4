import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';

import { type ContentFolders, contentFolders } from '../notes/folders.ts';
import { type SiteContent, heldReader, holdContent } from './held-content.ts';

const folders = (): ContentFolders => contentFolders(process.env, process.cwd());

/** Another value whenever any file of the content changed, or the name of one. */
function digestOf({ texts }: SiteContent): string {
  const hash = createHash('sha256');
  for (const [file, text] of texts) hash.update(JSON.stringify([file, text]));
  return hash.digest('hex');
}

interface Entry {
  id: string;
  data: Record<string, unknown>;
}

// Every collection is filled from one reading, as the parts of the content are checked against each other.
let reading: Promise<SiteContent> | undefined;
const fillers = new Map<string, () => Promise<void>>();

async function current(logger: LoaderContext['logger']): Promise<SiteContent> {
  const content = await (reading ??= heldReader()(logger));
  holdContent(content);
  return content;
}

const isWithin = (file: string, folder: string): boolean =>
  file === folder || file.startsWith(`${folder}${path.sep}`);

/** Reads the folder again whenever something in it changes; an error is said, and the pages stay. */
function follow({ watcher, logger }: LoaderContext): void {
  if (watcher === undefined) return;
  const watched = [...new Set(Object.values(folders()))];
  watcher.add(watched);
  const refresh = async (): Promise<void> => {
    const before = reading;
    reading = undefined;
    try {
      for (const fill of fillers.values()) await fill();
    } catch (error) {
      reading = before;
      logger.error(error instanceof Error ? error.message : String(error));
    }
  };
  // One after the other, as an editor that saves often changes more than one file.
  let refreshed = Promise.resolve();
  for (const event of ['add', 'change', 'unlink'] as const) {
    watcher.on(event, (file: string) => {
      if (!watched.some((folder) => isWithin(path.resolve(file), folder))) return;
      refreshed = refreshed.then(refresh);
    });
  }
}

/** A loader for one collection; an error-level finding anywhere in the content ends the build. */
function contentLoader(name: string, entriesOf: (content: SiteContent) => Entry[]): Loader {
  return {
    name,
    load: async (context) => {
      const { logger, parseData, store } = context;
      fillers.set(name, async () => {
        const entries = entriesOf(await current(logger));
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
