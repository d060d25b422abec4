import path from 'node:path';

import type { TopicSlug } from '../archive/topics/topic.ts';
import { type ContentFolders, contentFolders, keptFolder } from '../notes/folders.ts';
import type { Gathered } from '../notes/gather.ts';
import { startWorker } from './worker.ts';

/** All that the site is made from, as read from its files. */
export interface ReadContent {
  gathered: Gathered;
  definitions: Map<TopicSlug, string>;
}

/** What the thread that reads is given. */
export interface ReadRequest {
  folders: ContentFolders;
  directory: string;
  /** The folder of kept readings. */
  cache: string;
}

/** What to read, by the environment; kept readings are beside Astro's own cache. */
export function whatToRead(
  environment: Readonly<Record<string, string | undefined>>,
  directory: string,
): ReadRequest {
  return {
    folders: contentFolders(environment, directory),
    directory,
    cache: path.join(keptFolder(environment, directory), 'notes'),
  };
}

let ahead: Promise<ReadContent | undefined> | undefined;

/**
 * Begins to read the content in a thread of its own, while this one loads what renders pages. Whatever goes wrong
 * there is left to who reads it then.
 */
export function startReadingAhead(): void {
  ahead = new Promise((resolve) => {
    const worker = startWorker('read-ahead-thread.ts', whatToRead(process.env, process.cwd()));
    worker.once('message', resolve);
    worker.once('error', () => resolve(undefined));
    worker.once('exit', () => resolve(undefined));
  });
}

/** What was read ahead, once; nothing where nobody began to, or it could not be done. */
export async function takeReadAhead(): Promise<ReadContent | undefined> {
  const taken = ahead;
  ahead = undefined;
  return taken;
}
