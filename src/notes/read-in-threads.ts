import { availableParallelism } from 'node:os';
import path from 'node:path';
import {
  MessageChannel,
  type MessagePort,
  Worker,
  receiveMessageOnPort,
} from 'node:worker_threads';

import { printReading } from './print-reading.ts';
import type { PlainNote } from './read-guarded.ts';
import type { PrintedReading } from './reading.ts';
import { noteResolver } from './resolve-note.ts';

/** What a thread that reads notes is given. */
export interface ThreadTask {
  notes: readonly PlainNote[];
  files: readonly string[];
  /** One number for the next chunk that nobody has taken, then one for the state of each chunk. */
  claims: Int32Array;
  port: MessagePort;
}

/** What a thread says of one chunk of notes. */
export interface ChunkAnswer {
  chunk: number;
  printed: PrintedReading[];
}

/** Notes that are taken at a time. */
export const chunkSize = 16;
/** The state of a chunk once a thread has answered for it; until then it is 0. */
export const answered = 1;
/** With fewer notes, a thread would not have started before they are read. */
const fewestForThreads = 150;
const mostThreads = 4;
/** How long a thread may take for one chunk before its notes are read here instead. */
const patience = 120_000;

/** The next chunk that nobody has taken; past the last one there are none left. */
export function claimChunk(claims: Int32Array): number {
  return Atomics.add(claims, 0, 1);
}

/**
 * Reads notes in this thread and in others beside it, and waits for all of them. What another thread does not
 * answer for is read here, so that threads that cannot start cost time and nothing else.
 */
export function readInThreads(
  notes: readonly PlainNote[],
  files: readonly string[],
): PrintedReading[] {
  const resolver = noteResolver(files);
  const readHere = (note: PlainNote): PrintedReading => printReading(note, files, resolver);
  const helpers = Math.min(availableParallelism(), mostThreads) - 1;
  if (helpers < 1 || notes.length < fewestForThreads) return notes.map(readHere);

  const chunks = Math.ceil(notes.length / chunkSize);
  const claims = new Int32Array(new SharedArrayBuffer(4 * (1 + chunks)));
  const threads = Array.from({ length: helpers }, () => {
    const { port1, port2 } = new MessageChannel();
    const task: ThreadTask = { notes, files, claims, port: port2 };
    const worker = new Worker(path.join(import.meta.dirname, 'read-thread.ts'), {
      workerData: task,
      transferList: [port2],
    });
    // A thread that fails leaves its notes unanswered, and they are read here.
    worker.on('error', () => undefined);
    worker.unref();
    return { worker, port: port1 };
  });

  const printed: PrintedReading[][] = [];
  const chunkOf = (chunk: number): readonly PlainNote[] =>
    notes.slice(chunk * chunkSize, (chunk + 1) * chunkSize);
  for (let chunk = claimChunk(claims); chunk < chunks; chunk = claimChunk(claims)) {
    printed[chunk] = chunkOf(chunk).map(readHere);
  }
  for (let chunk = 0; chunk < chunks; chunk++) {
    if (printed[chunk] === undefined) Atomics.wait(claims, 1 + chunk, 0, patience);
  }
  for (const { worker, port } of threads) {
    for (;;) {
      const message = receiveMessageOnPort(port) as { message: ChunkAnswer } | undefined;
      if (message === undefined) break;
      printed[message.message.chunk] ??= message.message.printed;
    }
    port.close();
    void worker.terminate();
  }
  for (let chunk = 0; chunk < chunks; chunk++) printed[chunk] ??= chunkOf(chunk).map(readHere);
  return printed.flat();
}
