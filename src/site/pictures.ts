import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

import { type Card, type CardFile, cardFiles } from '../archive/card.ts';
import { takeForDataFiles } from './data-files.ts';
import { drawCard } from './picture/card.ts';

/** To be raised with every change to what a card looks like: it keeps old pictures out. */
const look = 1;

const digest = (bytes: string | Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** Pictures by what they say; a damaged one is drawn again. */
function openCache(folder: string) {
  mkdirSync(folder, { recursive: true });
  const used = new Set<string>();
  const nameOf = (card: Card): string => digest(JSON.stringify([look, card])).toString('hex');
  return {
    picture: (card: Card): { bytes: Uint8Array; drawn: boolean } => {
      const name = nameOf(card);
      const file = path.join(folder, name);
      used.add(name);
      try {
        const stored = readFileSync(file);
        const bytes = stored.subarray(32);
        if (digest(bytes).equals(stored.subarray(0, 32))) return { bytes, drawn: false };
      } catch {
        // Not drawn yet.
      }
      const bytes = drawCard(card);
      const fresh = `${file}.${process.pid}`;
      writeFileSync(fresh, Buffer.concat([digest(bytes), bytes]));
      renameSync(fresh, file);
      return { bytes, drawn: true };
    },
    /** Removes what this build had no use for. */
    prune: (): void => {
      for (const name of readdirSync(folder)) {
        if (!used.has(name)) rmSync(path.join(folder, name), { force: true });
      }
    },
  };
}

/** Writes the pictures below `folder`; gives how many had to be drawn. */
export function writePictures(files: readonly CardFile[], folder: string, cache: string): number {
  const { picture, prune } = openCache(cache);
  let count = 0;
  for (const parent of new Set(files.map((file) => path.dirname(file.path)))) {
    mkdirSync(path.join(folder, parent), { recursive: true });
  }
  for (const { path: below, card } of files) {
    const { bytes, drawn } = picture(card);
    writeFileSync(path.join(folder, below), bytes);
    if (drawn) count += 1;
  }
  prune();
  return count;
}

/** Draws the picture of every meeting and topic for previews, and keeps them in the cache. */
export function pictures(): AstroIntegration {
  let cache: string;
  return {
    name: 'pictures',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = path.join(fileURLToPath(config.cacheDir), 'pictures');
      },
      'astro:build:done': ({ dir, logger }) => {
        const files = cardFiles(takeForDataFiles().archive);
        const drawn = writePictures(files, fileURLToPath(dir), cache);
        logger.info(`${files.length} pictures, ${drawn} of them drawn`);
      },
    },
  };
}
