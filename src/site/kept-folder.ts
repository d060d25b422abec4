import { hash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { writeKeptFile } from '../notes/kept-file.ts';

/** What spares work the next time, each by a key that has all it depends on; safe to delete. */
export interface KeptFolder {
  /** What is kept of a key; nothing where nothing is, or where it is damaged. */
  find(key: string): Buffer | undefined;
  /** Keeps something, where anything can be written. */
  keep(key: string, content: string | Uint8Array): void;
  /** Removes what was neither found nor kept since the folder was opened. */
  prune(): void;
}

const checksum = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer');
const checksumLength = 32;

/** Names of what is kept, and of what was being written when a build was killed; others are somebody else's. */
const isKept = /^[0-9a-f]{64}(?:\.\d+)?$/;

/** Opens what is kept in a folder, which need not exist. */
export function openKeptFolder(folder: string): KeptFolder {
  const used = new Set<string>();
  const nameOf = (key: string): string => {
    const name = hash('sha256', key);
    used.add(name);
    return name;
  };
  return {
    find: (key) => {
      try {
        const stored = readFileSync(path.join(folder, nameOf(key)));
        const content = stored.subarray(checksumLength);
        return checksum(content).equals(stored.subarray(0, checksumLength)) ? content : undefined;
      } catch {
        return undefined;
      }
    },
    keep: (key, content) => {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      writeKeptFile(path.join(folder, nameOf(key)), Buffer.concat([checksum(bytes), bytes]));
    },
    prune: () => {
      try {
        for (const name of readdirSync(folder)) {
          if (isKept.test(name) && !used.has(name))
            rmSync(path.join(folder, name), { force: true });
        }
      } catch {
        // Nothing was kept, or somebody else keeps it.
      }
    },
  };
}
