import type { AstroIntegration } from 'astro';

import type { Archive } from '../archive/archive.ts';
import type { FeedContext } from '../archive/outputs/feed.ts';
import { redirectsOf } from '../archive/permalinks/redirects.ts';
import { keptFolder } from '../notes/folders.ts';
import type { Address } from './address.ts';
import { feedContext } from './feed-context.ts';
import { heldContent, heldRefusal } from './held-content.ts';
import { mediaType } from './media-types.ts';
import { searchRecords, searchWords } from './search/search-records.ts';
import { indexWhenAsked } from './search/shown-index.ts';
import { searchParts, siteFiles } from './site-files.ts';
import type { FileToWrite } from './write-files.ts';

/** The path of a request below the site, a folder's as that of its index; nothing for what is not below. */
function pathBelow(url: string, base: string): string | undefined {
  const { pathname } = new URL(url, 'http://localhost');
  if (!pathname.startsWith(base)) return undefined;
  return pathname.slice(base.length).replace(/\/$/, '/index.html');
}

/** Makes something once for each archive: while developing, files are asked for one by one. */
function makeOnce<T extends object>(
  make: (context: FeedContext) => T,
): (context: FeedContext) => T {
  const made = new WeakMap<Archive, T>();
  return (context) => {
    let one = made.get(context.archive);
    if (one === undefined) made.set(context.archive, (one = make(context)));
    return one;
  };
}

const byPath = (files: Iterable<FileToWrite>): ReadonlyMap<string, FileToWrite> =>
  new Map([...files].map((file) => [file.path, file]));

const otherFiles = makeOnce((context) =>
  byPath(siteFiles(context, redirectsOf(heldContent().permalinks))),
);
const searched = makeOnce(({ archive, paths }) => {
  const found = searchRecords(archive, paths);
  return { ...found, ...searchWords(found.records) };
});
const filesOfSearch = makeOnce((context) =>
  byPath(searchParts(context.archive, searched(context))),
);

/** The files of `search/` are kept apart, as they are made from all words of the archive. */
const isSearchPart = /^search\/[^/]+\.(?:json|txt)$/;

const indexOf = indexWhenAsked(keptFolder(process.env, process.cwd()));

/** The content of the file at a path below the site that no page template makes; nothing where there is none. */
async function findContent(
  context: FeedContext,
  wanted: string,
): Promise<string | Uint8Array | undefined> {
  if (wanted.startsWith('pagefind/')) {
    return (await indexOf(context.archive, searched(context))).get(wanted);
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
