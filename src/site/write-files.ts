import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

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
  files: Iterable<FileToWrite>,
): Promise<Set<string>> {
  const paths = new Set<string>();
  let worker: Worker | undefined;
  let batch: Batch = [];
  let underWay = 0;
  const send = async (most: number): Promise<void> => {
    worker ??= new Worker(path.join(import.meta.dirname, 'write-thread.ts'), {
      workerData: folder,
    });
    worker.postMessage(batch);
    batch = [];
    for (underWay += 1; underWay > most; underWay -= 1) await once(worker, 'message');
  };
  try {
    for (const { path: below, content } of files) {
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
