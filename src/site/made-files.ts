import type { AstroIntegration } from 'astro';
import { createRequire } from 'node:module';

import { onceFor } from '../archive/once-for.ts';
import { type Card, cardFiles } from '../archive/outputs/card.ts';
import type { FeedContext } from '../archive/outputs/feed.ts';
import { redirectsOf } from '../archive/permalinks/redirects.ts';
import { keptFolder } from '../notes/folders.ts';
import type { Address } from './address.ts';
import { feedContext } from './feed-context.ts';
import { heldContent, heldRefusal } from './held-content.ts';
import { mediaType } from './media-types.ts';
import type * as pictures from './pictures/card.ts';
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

const byPath = (files: Iterable<FileToWrite>): ReadonlyMap<string, FileToWrite> =>
  new Map([...files].map((file) => [file.path, file]));

/** What the files of an archive are made with; each is asked for by itself. */
const contextOf = onceFor(feedContext);

const otherFiles = onceFor((context: FeedContext) =>
  byPath(siteFiles(context, redirectsOf(heldContent().permalinks))),
);
const searched = onceFor(({ archive, paths }: FeedContext) => {
  const found = searchRecords(archive, paths);
  return { ...found, ...searchWords(found.records) };
});
const filesOfSearch = onceFor((context: FeedContext) =>
  byPath(searchParts(context.archive, searched(context))),
);

/** The files of `search/` are kept apart, as they are made from all words of the archive. */
const isSearchPart = /^search\/[^/]+\.(?:json|txt)$/;

const indexOf = indexWhenAsked(keptFolder(process.env, process.cwd()));

/** What the pictures for previews say, by their paths. */
const cardsOf = onceFor(
  ({ archive }: FeedContext) => new Map(cardFiles(archive).map(({ path, card }) => [path, card])),
);

// What draws is loaded when the first picture is asked for; few ever are while developing.
function drawHere(card: Card): Uint8Array {
  const require = createRequire(import.meta.url);
  const { drawCard } = require('./pictures/card.ts') as typeof pictures;
  return drawCard(card);
}

/** The content of the file at a path below the site that no page template makes; nothing where there is none. */
async function findContent(
  context: FeedContext,
  wanted: string,
): Promise<string | Uint8Array | undefined> {
  if (wanted.startsWith('pagefind/')) {
    return (await indexOf(context.archive, searched(context))).get(wanted);
  }
  if (wanted.startsWith('og/')) {
    const card = cardsOf(context).get(wanted);
    return card && drawHere(card);
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
          findContent(contextOf(heldContent().archive, address), wanted).then((content) => {
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
