import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import type { Card, CardFile } from '../archive/card.ts';
import { writeKeptFile } from '../notes/kept-file.ts';
import type { FileWriter } from './file-writer.ts';
import { drawCard } from './picture/card.ts';

/** To be raised with every change to what a card looks like: it keeps old pictures out. */
const look = 1;

const digest = (bytes: string | Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** Pictures of earlier builds, by what they say. */
export interface PictureCache {
  /** The picture of a card, as PNG. One that is not kept, or is damaged, is drawn. */
  picture(card: Card): { bytes: Uint8Array; drawn: boolean };
  /** Removes what `picture` was not asked for. */
  prune(): void;
}

/** Opens the pictures in a folder, which need not exist; where nothing can be written, none is kept. */
export function openPictureCache(folder: string): PictureCache {
  const used = new Set<string>();
  const nameOf = (card: Card): string => digest(JSON.stringify([look, card])).toString('hex');
  return {
    picture: (card) => {
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
      writeKeptFile(file, Buffer.concat([digest(bytes), bytes]));
      return { bytes, drawn: true };
    },
    prune: () => {
      try {
        for (const name of readdirSync(folder)) {
          if (!used.has(name)) rmSync(path.join(folder, name), { force: true });
        }
      } catch {
        // Nothing was kept, or somebody else keeps it.
      }
    },
  };
}

/** Writes pictures; gives how many had to be drawn, as the folder of kept ones did not have them. */
export function writePictures(
  files: readonly CardFile[],
  write: FileWriter,
  cache: string,
): number {
  const { picture, prune } = openPictureCache(cache);
  let count = 0;
  for (const { path: below, card } of files) {
    const { bytes, drawn } = picture(card);
    write(below, bytes);
    if (drawn) count += 1;
  }
  prune();
  return count;
}
