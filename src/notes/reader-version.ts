import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { listFiles } from './list-files.ts';

const source = path.join(import.meta.dirname, '..');
let version: string | undefined;

/** A digest of all that turns a note into a reading: our code, the packages it uses, and Node. */
export function readerVersion(): string {
  if (version !== undefined) return version;
  const digest = createHash('sha256').update(JSON.stringify(process.versions));
  for (const folder of ['archive', 'markdown', 'notes']) {
    for (const { file } of listFiles(path.join(source, folder))) {
      digest.update(`\0${folder}/${file}\0`).update(readFileSync(path.join(source, folder, file)));
    }
  }
  version = digest.update(readFileSync(path.join(source, '../package-lock.json'))).digest('hex');
  return version;
}
