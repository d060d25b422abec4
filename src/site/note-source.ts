import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Meeting } from '../archive/meeting.ts';
import { contentFolders } from '../notes/folders.ts';

/** The bytes of a meeting's note. */
export function readNoteSource({ file }: Pick<Meeting, 'file'>): Uint8Array<ArrayBuffer> {
  const { meetings } = contentFolders(process.env, process.cwd());
  return new Uint8Array(readFileSync(path.join(meetings, file)));
}
