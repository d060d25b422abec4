import path from 'node:path';
import type { AstroIntegration } from 'astro';

import type { Archive } from '../archive/archive.ts';
import type { FeedContext } from '../archive/feed.ts';
import { redirectsOf } from '../archive/redirects.ts';
import { keptFolder } from '../notes/folders.ts';
import type { Address } from './address.ts';
import { feedContext } from './feed-context.ts';
import { heldContent, heldRefusal } from './held-content.ts';
import { mediaType } from './media-types.ts';
import { searchRecords, searchWords } from './search-records.ts';
import { indexWhenAsked } from './shown-index.ts';
import { searchParts, siteFiles } from './site-files.ts';
import type { FileToWrite } from './write-files.ts';

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

const otherFiles = listOnce((context) => siteFiles(context, redirectsOf(heldContent().permalinks)));
const filesOfSearch = listOnce(({ archive, paths }) => {
  const found = searchRecords(archive, paths);
  return searchParts(archive, { ...found, ...searchWords(found.records) });
});

/** The files of `search/` are kept apart, as they are made from all words of the archive. */
const isSearchPart = /^search\/[^/]+\.(?:json|txt)$/;

const indexOf = indexWhenAsked(path.join(keptFolder(process.env, process.cwd()), 'search'));

/** The content of the file at a path below the site that no page template makes; nothing where there is none. */
async function findContent(
  context: FeedContext,
  wanted: string,
): Promise<string | Uint8Array | undefined> {
  if (wanted.startsWith('pagefind/')) {
    return (await indexOf(context.archive, context.paths)).get(wanted);
  }
  return (isSearchPart.test(wanted) ? filesOfSearch : otherFiles)(context).get(wanted)?.content();
}

/** Answers, while developing, for every file that no page template makes; each is made when it is asked for. */
export function madeFiles(): AstroIntegration {
  let address: Address;
  return {
    name: 'made-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        address = { site: config.site ?? '', base: config.base };
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const wanted = pathBelow(request.originalUrl ?? request.url ?? '', address.base);
          const refused = heldRefusal() !== undefined;
          if (refused || wanted === undefined || wanted === 'index.html') return next();
          findContent(feedContext(heldContent().archive, address), wanted).then((content) => {
            if (content === undefined) return next();
            response.setHeader('content-type', mediaType(wanted));
            response.setHeader('cache-control', 'no-cache');
            response.end(content);
          }, next);
        });
      },
    },
  };
}
