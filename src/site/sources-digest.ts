import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { pathsBelow } from './paths-below.ts';

/** What is installed, which may be something else than what is asked for. */
const installed = ['../package-lock.json', '../node_modules/.package-lock.json'];

/**
 * A digest of sources and of the packages, for what is kept of what they make. Sources are files, or folders of them,
 * by their paths below `src`; those that are not there count for nothing.
 */
export function digestOfSources(sources: readonly string[]): string {
  const here = path.join(import.meta.dirname, '..');
  const digest = createHash('sha256');
  for (const file of [...sources, ...installed].flatMap((source) => pathsBelow(here, source))) {
    digest.update(`${file}\0`).update(readFileSync(path.join(here, file)));
  }
  return digest.digest('hex');
}
