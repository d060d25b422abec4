import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Archive } from '../archive/archive.ts';
import { dataFiles } from '../archive/outputs/data-files.ts';
import type { FeedContext } from '../archive/outputs/feed.ts';
import { referenceTitle } from '../archive/outputs/reference-row.ts';
import { knownPagesFile, noteFile, noteImageFile, pageFile, sitePaths } from '../archive/paths.ts';
import { knownPages } from '../archive/permalinks/known-pages.ts';
import type { Redirect } from '../archive/permalinks/redirects.ts';
import { searchFiles } from '../archive/search/search-files.ts';
import { searchPartFile } from '../archive/search/search-paths.ts';
import { contentFolders } from '../notes/folders.ts';
import { noteToShare } from '../notes/saved-page.ts';
import { redirectPage } from './redirect-page.ts';
import type { SearchRecords, SearchWords } from './search/search-records.ts';
import type { FileToWrite } from './write-files.ts';

/** The notes themselves, and the pictures that they show. */
function* copiedFiles({ meetings }: Archive): Generator<FileToWrite> {
  const { meetings: folder } = contentFolders(process.env, process.cwd());
  const images = new Map<string, string>();
  for (const { id, file, images: shown = [] } of meetings) {
    const note = path.join(folder, file);
    yield { path: noteFile({ id }), content: () => noteToShare(readFileSync(note)) };
    for (const image of shown) images.set(image.name, path.join(folder, image.file));
  }
  for (const [name, file] of images) {
    yield { path: noteImageFile(name), content: () => readFileSync(file) };
  }
}

/** What the search box knows without the index, and the words that misspellings are corrected by. */
export function* searchParts(
  archive: Archive,
  found: SearchRecords & SearchWords,
): Generator<FileToWrite> {
  for (const [name, text] of searchFiles(archive, found)) {
    yield { path: searchPartFile(name), content: () => text };
  }
}

/** The address of a reference's other kind, which GitHub knows for every number, leads to its page. */
function* otherKinds({ archive, paths, absolute }: FeedContext): Generator<FileToWrite> {
  const below = sitePaths('/');
  for (const thread of archive.references) {
    if (!thread.hasPage) continue;
    const kind = thread.kind === 'pull' ? 'issues' : 'pull';
    yield {
      path: pageFile(below.reference(thread.reference, kind)),
      content: () => {
        const to = paths.reference(thread.reference, thread.kind);
        return redirectPage({ to, address: absolute(to), name: referenceTitle(thread) });
      },
    };
  }
}

function* filesOfNow(context: FeedContext): Generator<FileToWrite> {
  for (const { path: below, text } of dataFiles(context)) yield { path: below, content: text };
  const { archive, paths } = context;
  yield { path: knownPagesFile, content: () => JSON.stringify(knownPages(archive, paths)) };
  yield* copiedFiles(archive);
  yield* otherKinds(context);
}

/** The page that a file stands beside, and the end of its path, for what people subscribe to or link; no other file. */
const besidePage = /^(?<page>.+)(?<end>\/feed\.xml)$|^(?<page>meetings\/[^/]+)(?<end>\.md)$/;

/**
 * Every file of the site that is neither a page nor of the search, nor made by a tool. They are many and small,
 * several for each reference: as routes each would cost more than a page does. Of a page that moved, its feed and its
 * note are also where they were: who reads a feed or a file follows no page that leads on.
 */
export function* siteFiles(
  context: FeedContext,
  moved: readonly Redirect[],
): Generator<FileToWrite> {
  const earlier = Map.groupBy(moved, ({ to }) => to);
  for (const file of filesOfNow(context)) {
    yield file;
    const { page = '', end = '' } = besidePage.exec(file.path)?.groups ?? {};
    for (const { from } of earlier.get(page) ?? []) {
      yield { path: from + end, content: file.content };
    }
  }
}
