import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

import { isRunning } from '../src/site/is-running.ts';

const prefix = 'archive-tests-';

/** A path in the temp folder, for what goes with this process at the latest. */
export const folderOfRun = (what: string): string =>
  path.join(tmpdir(), `${prefix}${process.pid}-${what}`);

const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** Removes the folders of the runs whose processes `isOver` holds for. */
function sweep(isOver: (pid: number) => boolean): void {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(prefix))) {
    try {
      if (isOver(parseInt(name.slice(prefix.length)))) remove(path.join(tmpdir(), name));
    } catch {
      // Somebody else's, or still written to: a later run may remove it.
    }
  }
}

/**
 * Gives the tests of a run a temp folder of their own, which goes with it: a test that is broken off removes nothing.
 * What runs that were killed have left goes, too.
 */
export default function setup({ vitest }: TestProject): () => void {
  sweep((pid) => pid !== process.pid && !isRunning(pid));
  process.once('exit', () => sweep((pid) => pid === process.pid));
  const folder = mkdtempSync(folderOfRun('files-'));
  // Passed through by another user, whom a test builds as; each test's folder is its own.
  chmodSync(folder, 0o711);
  vitest.config.env = { ...vitest.config.env, TMPDIR: folder, TEMP: folder, TMP: folder };
  return () => remove(folder);
}
