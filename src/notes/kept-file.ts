import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a file that spares work the next time, all or nothing. Where nothing can be written, that work is done
 * anew, and nothing is said.
 */
export function writeKeptFile(file: string, content: string | Uint8Array): void {
  const next = `${file}.${process.pid}`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(next, content);
    renameSync(next, file);
  } catch {
    if (existsSync(next)) rmSync(next);
  }
}
