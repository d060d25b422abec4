import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { replaceFile } from './replace-file.ts';

/**
 * Writes a file that spares work the next time, all or nothing. Where nothing can be written, that work is done
 * anew, and nothing is said.
 */
export function writeKeptFile(file: string, content: string | Uint8Array): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    replaceFile(file, content);
  } catch {
    // The next time the work is done anew.
  }
}
