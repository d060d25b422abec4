import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Archive } from '../archive/archive.ts';
import { contentFolders } from '../notes/folders.ts';

/** The pictures that notes show, each once, by their public name, with their files on this machine. */
export function publishedImages(archive: Archive): { name: string; absolute: string }[] {
  const { meetings: folder } = contentFolders(process.env, process.cwd());
  const files = new Map<string, string>();
  for (const { images = [] } of archive.meetings) {
    for (const { name, file } of images) files.set(name, path.join(folder, file));
  }
  return [...files].map(([name, absolute]) => ({ name, absolute }));
}

const types: Readonly<Record<string, string>> = { jpg: 'image/jpeg' };

/** A picture as an answer to a request. Throws as reading a file does. */
export function imageResponse(name: string, absolute: string): Response {
  const ending = name.slice(name.lastIndexOf('.') + 1);
  const headers = { 'Content-Type': types[ending] ?? `image/${ending}` };
  return new Response(new Uint8Array(readFileSync(absolute)), { headers });
}
