import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

const threads = new Set<Worker>();
const processes = new Set<ChildProcess>();
let stopped = false;

const moduleOf = (name: string): string => path.join(import.meta.dirname, name);

function refuseAfterEnd(): void {
  if (stopped) throw new Error('The build has ended.');
}

/** Starts a module, by its path below this folder, in a thread of its own. Throws once all were stopped. */
export function startWorker(module: string, workerData: unknown): Worker {
  refuseAfterEnd();
  const worker = new Worker(moduleOf(module), { workerData });
  threads.add(worker);
  worker.once('exit', () => threads.delete(worker));
  return worker;
}

/**
 * Starts a module, by its path below this folder, in a process of its own, with arguments; what it prints is printed by
 * this one. Throws once all were stopped.
 */
export function startProcess(module: string, args: readonly string[]): ChildProcess {
  refuseAfterEnd();
  // Node's inspector listens at one port, where this process listens already.
  const execArgv = process.execArgv.filter((option) => !option.startsWith('--inspect'));
  const child = fork(moduleOf(module), args, { execArgv });
  // One that could not be started never ends.
  if (child.pid !== undefined) processes.add(child);
  child.once('exit', () => processes.delete(child));
  return child;
}

/** Stops all threads and processes for good; resolves when none of them can write any more. */
export async function stopWorkers(): Promise<void> {
  stopped = true;
  const ends = [...processes].map((child) => once(child, 'exit'));
  for (const child of processes) child.kill('SIGKILL');
  await Promise.all([...ends, ...[...threads].map((worker) => worker.terminate())]);
}
