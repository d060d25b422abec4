// Run by `write-files.ts` in a thread of its own.
import { parentPort, workerData } from 'node:worker_threads';

import { type Destination, batchWriter } from './write-files.ts';

const write = batchWriter(workerData as Destination);
parentPort?.on('message', (batch) => {
  write(batch);
  parentPort?.postMessage('written');
});
