import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';

import { type ContentFolders, contentFolders } from '../notes/folders.ts';
import { type SiteContent, heldReader, holdContent, holdRefusal } from './held-content.ts';
import { isWithin } from './within.ts';

const folders = (): ContentFolders => contentFolders(process.env, process.cwd());

interface Refusal {
  refusal: string;
}

/** Another value whenever any file of the content changed, or the name of one, or why it is not accepted. */
function digestOf(reading: SiteContent | Refusal): string {
  const hash = createHash('sha256');
  if ('refusal' in reading) hash.update(reading.refusal);
  else for (const [file, text] of reading.texts) hash.update(JSON.stringify([file, text]));
  return hash.digest('hex');
}

interface Entry {
  id: string;
  data: Record<string, unknown>;
}

// Every collection is filled from one reading, as the parts of the content are checked against each other.
let reading: Promise<SiteContent | Refusal> | undefined;
const fillers = new Map<string, () => Promise<void>>();

/** Reads the content. What is not accepted ends a build; while developing, it is held to be shown. */
async function read({ logger, watcher }: LoaderContext): Promise<SiteContent | Refusal> {
  try {
    const content = await heldReader()(logger);
    holdContent(content);
    return content;
  } catch (error) {
    if (watcher === undefined || !(error instanceof Error)) throw error;
    logger.error(error.stack || error.message);
    holdRefusal(error.message);
    return { refusal: error.message };
  }
}

/** Reads the folder again whenever something in it changes. */
function follow({ watcher, logger }: LoaderContext): void {
  if (watcher === undefined) return;
  const watched = [...new Set(Object.values(folders()))];
  watcher.add(watched);
  const refresh = async (): Promise<void> => {
    reading = undefined;
    try {
      for (const fill of fillers.values()) await fill();
    } catch (error) {
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

/** A loader for one collection, which stays as it is while the content is not accepted. */
function contentLoader(
  name: string,
  entriesOf: (reading: SiteContent) => Entry[],
  entriesOfRefusal?: (refusal: Refusal) => Entry[],
): Loader {
  return {
    name,
    load: async (context) => {
      const { parseData, store } = context;
      fillers.set(name, async () => {
        const found = await (reading ??= read(context));
        const entries = 'refusal' in found ? entriesOfRefusal?.(found) : entriesOf(found);
        if (entries === undefined) return;
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
export function archiveLoader(): Loader {
  const entriesOf = (found: SiteContent | Refusal) => [
    { id: 'archive', data: { digest: digestOf(found) } },
  ];
  return contentLoader('archive', entriesOf, entriesOf);
}
