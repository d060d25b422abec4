import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

import type { Archive } from '../archive/archive.ts';
import type { FeedContext } from '../archive/feed.ts';
import type { Address } from './address.ts';
import { feedContext } from './feed-context.ts';
import { heldContent, heldRefusal } from './held-content.ts';
import { mediaType } from './media-types.ts';
import { PlainError } from './plain-error.ts';
import { searchRecords, searchWords } from './search-records.ts';
import { searchParts, siteFiles } from './site-files.ts';
import { type FileToWrite, writeFiles } from './write-files.ts';

/** Throws where a page and a file want to be the same. */
function refuseTwice(pages: readonly { pathname: string }[], files: ReadonlySet<string>): void {
  for (const { pathname } of pages) {
    if (!files.has(`${pathname}index.html`)) continue;
    throw new PlainError(
      `Two things want to be /${pathname}: a page, and a file beside the pages.`,
    );
  }
}

/** The path of a request below the site, a folder's as that of its index; nothing for what is not below. */
function pathBelow(url: string, base: string): string | undefined {
  const { pathname } = new URL(url, 'http://localhost');
  if (!pathname.startsWith(base)) return undefined;
  return pathname.slice(base.length).replace(/\/$/, '/index.html');
}

/** Lists files by their paths, once for each archive: while developing they are asked for one by one. */
function listOnce(
  list: (context: FeedContext) => Iterable<FileToWrite>,
): (context: FeedContext) => ReadonlyMap<string, FileToWrite> {
  const listed = new WeakMap<Archive, Map<string, FileToWrite>>();
  return (context) => {
    let files = listed.get(context.archive);
    if (files === undefined) {
      files = new Map([...list(context)].map((file) => [file.path, file]));
      listed.set(context.archive, files);
    }
    return files;
  };
}

const otherFiles = listOnce(siteFiles);
const filesOfSearch = listOnce(({ archive, paths }) => {
  const found = searchRecords(archive, paths);
  return searchParts(archive, { ...found, ...searchWords(found.records) });
});

/** The files of `search/` are kept apart, as they are made from all words of the archive. */
const isSearchPart = /^search\/[^/]+\.(?:json|txt)$/;

/** The file at a path below the site that no page template makes. */
function findFile(context: FeedContext, wanted: string): FileToWrite | undefined {
  return (isSearchPart.test(wanted) ? filesOfSearch : otherFiles)(context).get(wanted);
}

/**
 * Writes into the built site every file that no page template makes, and answers for them while
 * developing, where each is made when it is asked for.
 */
export function fileWriter(): AstroIntegration {
  let address: Address;
  let output: string;
  let writing: Promise<Set<string>> | undefined;
  const context = () => feedContext(heldContent().archive, address);
  return {
    name: 'file-writer',
    hooks: {
      'astro:config:done': ({ config }) => {
        address = { site: config.site ?? '', base: config.base };
        output = fileURLToPath(config.outDir);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const wanted = pathBelow(request.originalUrl ?? request.url ?? '', address.base);
          const refused = heldRefusal() !== undefined;
          if (refused || wanted === undefined || wanted === 'index.html') return next();
          const file = findFile(context(), wanted);
          if (file === undefined) return next();
          response.setHeader('content-type', mediaType(wanted));
          response.setHeader('cache-control', 'no-cache');
          return response.end(file.content());
        });
      },
      // The first moment at which Astro has emptied its output folder.
      'astro:build:setup': () => {
        writing ??= writeFiles(output, siteFiles(context()));
        // Said by who waits for it, below.
        writing.catch(() => undefined);
      },
      'astro:build:done': async ({ pages, logger }) => {
        const files = await writing;
        if (files === undefined) return;
        refuseTwice(pages, files);
        logger.info(`${files.size} files beside the pages`);
      },
    },
  };
}
