import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

import { isRunning } from '../src/site/is-running.ts';

const prefix = 'archive-tests-';

/** A path in the temp folder, for what goes with this process at the latest. */
export const folderOfRun = (what: string): string =>
  path.join(tmpdir(), `${prefix}${process.pid}-${what}`);

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Of a run of somebody else, who is the one to remove it.
  }
}

/** Removes the folders of the runs whose processes `isOver` holds for. */
function sweep(isOver: (pid: number) => boolean): void {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(prefix))) {
    if (isOver(parseInt(name.slice(prefix.length)))) remove(path.join(tmpdir(), name));
  }
}

/**
 * Gives the tests of a run a temp folder of their own, which goes with it: a test that is broken off removes nothing.
 * What runs that were killed have left goes, too.
 */
export default function setup({ vitest }: TestProject): () => void {
  sweep((pid) => pid !== process.pid && !isRunning(pid));
  process.once('exit', () => sweep((pid) => pid === process.pid));
  const folder = folderOfRun('files');
  mkdirSync(folder, { mode: 0o700 });
  vitest.config.env = { ...vitest.config.env, TMPDIR: folder, TEMP: folder, TMP: folder };
  return () => remove(folder);
}
