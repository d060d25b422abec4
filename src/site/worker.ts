import path from 'node:path';
import { Worker } from 'node:worker_threads';

const running = new Set<Worker>();
let stopped = false;

/** Starts a module of this folder in a thread of its own. Throws once all were stopped. */
export function startWorker(module: string, workerData: unknown): Worker {
  if (stopped) throw new Error('The build has ended.');
  const worker = new Worker(path.join(import.meta.dirname, module), { workerData });
  running.add(worker);
  worker.once('exit', () => running.delete(worker));
  return worker;
}

/** Stops all threads for good; resolves when none of them can write any more. */
export async function stopWorkers(): Promise<void> {
  stopped = true;
  await Promise.all([...running].map((worker) => worker.terminate()));
}
