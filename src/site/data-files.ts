import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

import { type DataFile, referenceFiles } from '../archive/data-files.ts';
import type { FeedContext } from '../archive/feed.ts';
import { PlainError } from './plain-error.ts';

/*
 * Pages and build hooks are loaded apart, each with modules of their own, but run in one process: the
 * archive that the pages built is handed to the hook there.
 */
const shared = globalThis as typeof globalThis & { archiveForDataFiles?: FeedContext };

/** Leaves the archive for the files that are written after the pages. */
export function leaveForDataFiles(context: FeedContext): void {
  shared.archiveForDataFiles = context;
}

/** Takes what `leaveForDataFiles` left. */
export function takeForDataFiles(): FeedContext {
  if (shared.archiveForDataFiles === undefined) {
    throw new PlainError(
      'The files of the references cannot be written: no page left the archive.',
    );
  }
  return shared.archiveForDataFiles;
}

function writeFiles(folder: string, files: Iterable<DataFile>): number {
  let count = 0;
  const made = new Set<string>();
  for (const { path: below, text } of files) {
    const file = path.join(folder, below);
    const parent = path.dirname(file);
    if (!made.has(parent)) {
      mkdirSync(parent, { recursive: true });
      made.add(parent);
    }
    writeFileSync(file, text);
    count += 1;
  }
  return count;
}

/**
 * Writes data, feed and badge of every reference into the built site. They are three small files a
 * reference, and there are many: as routes each would cost more than the page itself.
 */
export function dataFiles(): AstroIntegration {
  return {
    name: 'data-files',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const count = writeFiles(fileURLToPath(dir), referenceFiles(takeForDataFiles()));
        logger.info(`${count} files on references`);
      },
    },
  };
}
