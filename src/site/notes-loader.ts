import type { Loader, LoaderContext } from 'astro/loaders';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { type ContentFolders, contentFolders, contentPaths } from '../notes/folders.ts';
import { isWithin } from '../notes/within.ts';
import {
  type SiteContent,
  heldReader,
  heldRefusal,
  holdContent,
  holdRefusal,
} from './held-content.ts';
import { describeError } from './plain-error.ts';
import { watchedPaths } from './watched.ts';

const folders = (): ContentFolders => contentFolders(process.env, process.cwd());

interface Entry {
  id: string;
  data: Record<string, unknown>;
}

// Every collection is filled from one reading, as the parts of the content are checked against each other.
let reading: Promise<SiteContent | undefined> | undefined;
const fillers = new Map<string, () => Promise<void>>();

/** Milliseconds from the first sign of a change until it is read, and until what was read of it is refused. */
const settling = 50;
/** Whether something changed that is still to be read. */
let isWaiting = false;

/** Reads the content, where anything does. Of what is not accepted, why is held to be shown, and nothing is given. */
async function read(context: LoaderContext): Promise<SiteContent | undefined> {
  // Which collection asks first is chance.
  const logger = context.logger.fork('content');
  try {
    const content = await heldReader()?.(logger);
    if (content === undefined) return undefined;
    if (heldRefusal() !== undefined) logger.info('The content is accepted again.');
    holdContent(content);
    return content;
  } catch (error) {
    if (context.watcher === undefined || !(error instanceof Error)) throw error;
    // A folder that is being copied, or a file that is not written at once, is soon whole.
    await setTimeout(settling);
    if (isWaiting) return undefined;
    // What is saved beside it may leave it as it is.
    if (heldRefusal() !== error.message) logger.error(describeError(error));
    holdRefusal(error.message);
    return undefined;
  }
}

/** Reads the folder again whenever something in it changes. */
function follow({ watcher, logger }: LoaderContext): void {
  if (watcher === undefined) return;
  let parts = folders();
  watcher.add(watchedPaths(parts, process.cwd()));
  const refresh = async (): Promise<void> => {
    // A file that is being written is empty first, and tells of itself twice.
    await setTimeout(settling);
    isWaiting = false;
    reading = undefined;
    try {
      for (const fill of fillers.values()) await fill();
    } catch (error) {
      logger.error(describeError(error));
    }
  };
  // One after the other, as an editor that saves often changes more than one file.
  let refreshed = Promise.resolve();
  for (const event of ['add', 'change', 'unlink', 'addDir', 'unlinkDir'] as const) {
    watcher.on(event, (changed: string) => {
      const before = parts;
      // Which folder has the notes depends on what stands in it.
      parts = folders();
      const file = path.resolve(changed);
      const isRead = [before, parts].some((of) =>
        contentPaths(of).some((part) => isWithin(file, part)),
      );
      const isOfFile = !event.endsWith('Dir');
      if (!(isOfFile && isRead) && before.meetings === parts.meetings) return;
      if (isWaiting) return;
      isWaiting = true;
      refreshed = refreshed.then(refresh);
    });
  }
}

/**
 * A loader for one collection. While developing it is filled once, and what comes later is only held to its schema:
 * pages show what is held, see `held-content.ts`.
 */
function contentLoader(name: string, entriesOf: (reading: SiteContent) => Entry[]): Loader {
  return {
    name,
    load: async (context) => {
      const { parseData, store } = context;
      let isFilled = false;
      fillers.set(name, async () => {
        const found = await (reading ??= read(context));
        if (found === undefined) return;
        const entries = entriesOf(found);
        // Astro would have browsers load their pages a second time for what none of them shows.
        if (isFilled && context.watcher !== undefined) {
          for (const { id, data } of entries) await parseData({ id, data });
          return;
        }
        isFilled = true;
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
