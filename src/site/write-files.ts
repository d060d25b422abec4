import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Worker } from 'node:worker_threads';

import { startWorker } from './worker.ts';

/** A file to be: its path below a folder, and what gives its content. */
export interface FileToWrite {
  path: string;
  content(): string | Uint8Array;
}

/** Paths of files, with their contents. */
type Batch = [below: string, content: string | Uint8Array][];

/** Writes batches of files below a folder. */
export function batchWriter(folder: string): (batch: Batch) => void {
  const made = new Set<string>();
  return (batch) => {
    for (const [below, content] of batch) {
      const file = path.join(folder, below);
      const parent = path.dirname(file);
      if (!made.has(parent)) mkdirSync(parent, { recursive: true });
      made.add(parent);
      writeFileSync(file, content);
    }
  };
}

/** Files that are written together. Fewer are not worth a thread. */
const batchSize = 200;
/** Batches that may be under way: one is written while the next is made. */
const mostUnderWay = 2;

/**
 * Writes files below a folder, in a thread of its own where they are many, so that nobody waits for the disk;
 * gives their paths. Rejects with the error of the system where one cannot be written.
 */
export async function writeFiles(
  folder: string,
  files: Iterable<FileToWrite> | AsyncIterable<FileToWrite>,
): Promise<Set<string>> {
  const paths = new Set<string>();
  let worker: Worker | undefined;
  let batch: Batch = [];
  let underWay = 0;
  let failure: Error | undefined;
  let wake = (): void => undefined;
  const start = (): Worker => {
    const started = startWorker('write-thread.ts', folder);
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
    underWay += 1;
    // Batches may be done at any time while files are made, so they are counted as they are.
    while (underWay > most && failure === undefined) {
      await new Promise<void>((resolve) => (wake = resolve));
    }
    if (failure !== undefined) throw failure;
  };
  try {
    for await (const { path: below, content } of files) {
      paths.add(below);
      batch.push([below, content()]);
      if (batch.length === batchSize) await send(mostUnderWay);
    }
    if (worker === undefined) batchWriter(folder)(batch);
    else await send(0);
    return paths;
  } finally {
    await worker?.terminate();
  }
}
