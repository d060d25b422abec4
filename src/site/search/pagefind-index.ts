import { gunzipSync } from 'node:zlib';
import { createIndex } from 'pagefind';

import { PlainError } from '../plain-error.ts';
import { type IndexedWord, readChunk } from './pagefind-chunk.ts';

/** A file of the index as Pagefind gives it. */
interface IndexFile {
  path: string;
  content: Uint8Array;
}

/** What `pagefind-chunk.ts` was written for. */
const knownVersion = '1.5.2';

// Its own, as what is kept of the index depends on every module that makes it.
const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function check(errors: readonly string[], what: string): void {
  if (errors.length > 0) {
    throw new PlainError(`The search index could not be built: ${what}: ${errors.join('; ')}`);
  }
}

/**
 * Has Pagefind index a text as a single page; gives the files that it would write. It says that it wrote them before
 * the disk has them whole.
 */
async function askPagefind(text: string): Promise<IndexFile[]> {
  const { index, errors } = await createIndex({
    // Of no language: words stay as they are written, and the box tells their forms itself.
    forceLanguage: 'unknown',
    // `C++` is a word; without it, it would be `c`.
    includeCharacters: '+',
  });
  check(errors, 'starting Pagefind');
  if (index === undefined) throw new PlainError('The search index could not be built.');
  const content = `<html><body>${escapeHtml(text)}</body></html>`;
  const added = await index.addHTMLFile({ url: '/', content });
  check(added.errors, 'giving it the texts');
  const { files, errors: faults } = await index.getFiles();
  check(faults, 'asking for the files');
  await index.deleteIndex();
  return files;
}

/** The words of an index that Pagefind made. */
function* readWords(files: readonly IndexFile[]): Generator<IndexedWord> {
  const entry = files.find(({ path }) => path === 'pagefind-entry.json')?.content ?? '{}';
  const { version } = JSON.parse(Buffer.from(entry).toString()) as { version?: string };
  if (version !== knownVersion) {
    throw new PlainError(
      `Pagefind is ${version}, and src/site/search/pagefind-chunk.ts was written for ` +
        `${knownVersion}: read what changed in its index, then change both.`,
    );
  }
  for (const { path, content } of files) {
    if (path.endsWith('.pf_index')) yield* readChunk(gunzipSync(content));
  }
}

/**
 * The words of a text, in no order, as Pagefind indexes them. Throws where it fails or is not as it was known. To have
 * it index one long text takes a third of the time of as many short ones, each of which it asks for, cuts and packs.
 */
export async function indexText(text: string): Promise<IndexedWord[]> {
  return [...readWords(await askPagefind(text))];
}
