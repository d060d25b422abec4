import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';

import { type SiteFolder, fileWriter } from './file-writer.ts';
import { pageFinisher } from './finish-page.ts';
import type { SitePolicy } from './page-policy.ts';
import { startWorker } from './worker.ts';

/** A file to be: its path below a folder, and what gives its content. */
export interface FileToWrite {
  path: string;
  content(): string | Uint8Array;
}

/** Paths of files, with their contents. */
type Batch = [below: string, content: string | Uint8Array][];

/** Where files are written. */
export interface Destination extends SiteFolder {
  /** Of pages, which are finished by what it says. */
  policy?: SitePolicy | undefined;
}

/** The bytes of a content, of which a thread was sent a bare array; they are not copied. */
const bytesOf = (content: string | Uint8Array): Buffer<ArrayBuffer> =>
  typeof content === 'string'
    ? Buffer.from(content)
    : Buffer.from(content.buffer as ArrayBuffer, content.byteOffset, content.byteLength);

/** Writes batches of files below a folder. */
export function batchWriter({ policy, ...folder }: Destination): (batch: Batch) => void {
  const write = fileWriter(folder);
  const finish = policy && pageFinisher(policy);
  return (batch) => {
    for (const [below, content] of batch) {
      write(below, finish ? finish(bytesOf(content)) : content);
    }
  };
}

/** Files that are written together. Fewer are not worth a thread. */
const mostFiles = 200;
/** A batch ends early at so many characters or bytes: what is under way is in memory twice. */
const mostSize = 4_000_000;
/** Batches that may be under way: one is written while the next is made. */
const mostUnderWay = 2;

/**
 * Writes files, in a thread of its own where they are many, so that nobody waits for the disk; gives their paths.
 * Rejects with the error of the system where one cannot be written.
 */
export async function writeFiles(
  destination: Destination,
  files: Iterable<FileToWrite> | AsyncIterable<FileToWrite>,
): Promise<Set<string>> {
  const paths = new Set<string>();
  let worker: Worker | undefined;
  let batch: Batch = [];
  let size = 0;
  let underWay = 0;
  let failure: Error | undefined;
  let wake = (): void => undefined;
  const start = (): Worker => {
    const started = startWorker('write-thread.ts', destination);
    started.on('message', () => {
      underWay -= 1;
      wake();
    });
    started.on('error', (error: Error) => {
      failure = error;
      wake();
    });
    return started;
  };
  const send = async (most: number): Promise<void> => {
    worker ??= start();
    worker.postMessage(batch);
    batch = [];
    size = 0;
    underWay += 1;
    // Batches may be done at any time while files are made, so they are counted as they are.
    while (underWay > most && failure === undefined) {
      await new Promise<void>((resolve) => (wake = resolve));
      // Node goes on hearing this thread while it has messages, and other writers would wait for all of its files.
      await nextTurn();
    }
    if (failure !== undefined) throw failure;
  };
  try {
    for await (const { path: below, content } of files) {
      const made = content();
      paths.add(below);
      batch.push([below, made]);
      size += made.length;
      if (batch.length >= mostFiles || size >= mostSize) await send(mostUnderWay);
    }
    if (worker === undefined) batchWriter(destination)(batch);
    else await send(0);
    return paths;
  } finally {
    await worker?.terminate();
  }
}
