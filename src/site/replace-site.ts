import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import type { Address } from './address.ts';
import { type SiteFolder, fileWriter } from './file-writer.ts';
import { isFull } from './full-disk.ts';
import { isRunning } from './is-running.ts';

/** Name, inside the built site, of the record of the address it was built for. Never served. */
export const builtFor = '.built-for.json';

/** From so many pages on nobody waits until the old site is removed, which takes up to a tenth of a build. */
const manyPages = 300;

/**
 * Makes a site all or nothing. `fill` is given a fresh folder beside `output`, which takes its name only after all is
 * in it, and the site that stands there now, if any; it gives the number of pages. `address` is where the site will
 * stand. A failed build removes its folder as its process ends; what a killed one left is removed, or put back, by the
 * next.
 */
export async function replaceSite(
  output: string,
  address: Address,
  fill: (site: SiteFolder) => Promise<number>,
): Promise<void> {
  const next = sibling(output, 'next', process.pid);
  const giveUp = () => {
    if (isFull(dirname(next))) {
      process.stderr.write(
        `\nThe disk that holds ${dirname(output)} is full. Make room and build again; ` +
          `what was in ${output} is as it was.\n`,
      );
    }
    try {
      rmSync(next, { recursive: true, force: true });
    } catch {
      // What went wrong was said already, and the next build removes what is left.
    }
  };
  tidyAfterKilledBuilds(output);
  process.once('exit', giveUp);
  mkdirSync(next, { recursive: true });
  const site = { folder: next, earlier: existsSync(output) ? output : undefined };
  const pages = await fill(site);
  fileWriter(site)(builtFor, JSON.stringify(address) + '\n');
  const old = swapIn(next, output);
  process.off('exit', giveUp);
  if (old !== undefined && pages > manyPages) removeLater(old);
  else if (old !== undefined) rmSync(old, { recursive: true, force: true });
}

/** Path of a work folder beside `output`: hidden, and carrying the id of the process it belongs to. */
function sibling(output: string, role: 'next' | 'old', pid: number): string {
  return join(dirname(output), `.${basename(output)}-${role}-${pid}`);
}

/**
 * Puts the folder `next` where `output` is. Directories cannot be exchanged in one step from Node, so there
 * is a moment with no `output`; a build killed in it is mended by `tidyAfterKilledBuilds`. Gives the folder
 * in which the old site is now, if there was one.
 */
export function swapIn(next: string, output: string): string | undefined {
  const old = sibling(output, 'old', process.pid);
  const hadOutput = existsSync(output);
  if (hadOutput) renameSync(output, old);
  try {
    renameSync(next, output);
  } catch (error) {
    if (hadOutput) renameSync(old, output);
    throw error;
  }
  return hadOutput ? old : undefined;
}

/**
 * Removes a folder in a process that outlives this one. The folder gets that process's name first: until it is
 * gone, no build takes it for one that was left over.
 */
export function removeLater(old: string): void {
  const program = `
    const { renameSync, rmSync } = require('node:fs');
    const [, old] = process.argv;
    const mine = old.replace(/\\d+$/, process.pid);
    renameSync(old, mine);
    rmSync(mine, { recursive: true, force: true });`;
  spawn(process.execPath, ['--eval', program, old], { detached: true, stdio: 'ignore' })
    // The next build removes it then.
    .on('error', () => undefined)
    .unref();
}

/**
 * Removes what builds that no longer run left beside `output`. Should one have been killed between the two
 * steps of the swap, the site it had put aside goes back to its place first.
 */
export function tidyAfterKilledBuilds(output: string): void {
  if (!existsSync(dirname(output))) return;
  const mark = `.${basename(output)}-`;
  for (const name of readdirSync(dirname(output)).sort()) {
    const [, role, pid] =
      (name.startsWith(mark) && /^(next|old)-(\d+)$/.exec(name.slice(mark.length))) || [];
    if (!role || isRunning(Number(pid))) continue;
    const left = join(dirname(output), name);
    if (role === 'old' && !existsSync(output)) renameSync(left, output);
    else rmSync(left, { recursive: true, force: true });
  }
}
