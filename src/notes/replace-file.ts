import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** Has a failure name the file that was meant; of a full disk the system names none. */
const aboutFile = (error: unknown, file: string): unknown =>
  error instanceof Error ? Object.assign(error, { path: file, dest: undefined }) : error;

/**
 * Writes a file all or nothing: beside it first, under a name that nothing reads, so that what was there stays until
 * the new content is complete. Keeps the permissions of a file that is there. Throws what the system says, with the
 * path of the file.
 */
export function replaceFile(file: string, content: string | Uint8Array): void {
  const next = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`);
  try {
    const isThere = existsSync(file);
    // Only the folder has to be writable for another file to take its place.
    if (isThere) accessSync(file, constants.W_OK);
    writeFileSync(next, content);
    if (isThere) chmodSync(next, statSync(file).mode);
    renameSync(next, file);
  } catch (error) {
    rmSync(next, { force: true });
    throw aboutFile(error, file);
  }
}

/** Writes a file that is not there yet, or nothing. Throws what the system says, with the path of the file. */
export function makeFile(file: string, content: string): void {
  try {
    writeFileSync(file, content, { flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST') rmSync(file, { force: true });
    throw aboutFile(error, file);
  }
}
