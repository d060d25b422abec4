// Run by `read-in-threads.ts` in a thread of its own: takes chunks of notes until none are left.
import { workerData } from 'node:worker_threads';

import { printReading } from './print-reading.ts';
import {
  type ChunkAnswer,
  type ThreadTask,
  answered,
  chunkSize,
  claimChunk,
} from './read-in-threads.ts';
import { noteResolver } from './resolve-note.ts';

const { notes, files, claims, port } = workerData as ThreadTask;
const resolver = noteResolver(files);
const chunks = Math.ceil(notes.length / chunkSize);
for (let chunk = claimChunk(claims); chunk < chunks; chunk = claimChunk(claims)) {
  const own = notes.slice(chunk * chunkSize, (chunk + 1) * chunkSize);
  const answer: ChunkAnswer = {
    chunk,
    printed: own.map((note) => printReading(note, files, resolver)),
  };
  port.postMessage(answer);
  Atomics.store(claims, 1 + chunk, answered);
  Atomics.notify(claims, 1 + chunk);
}
