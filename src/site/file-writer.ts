import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

import type { Address } from './address.ts';
import { feedContext } from './feed-context.ts';
import { heldContent, heldRefusal } from './held-content.ts';
import { mediaType } from './media-types.ts';
import { PlainError } from './plain-error.ts';
import { type SiteFile, siteFiles } from './site-files.ts';

/** Files that are being written at one time; their number keeps the disk busy while the next are made. */
const atOnce = 32;

/** Writes files below a folder; gives their paths. */
async function writeFiles(folder: string, files: Iterable<SiteFile>): Promise<Set<string>> {
  const written = new Set<string>();
  const made = new Map<string, Promise<unknown>>();
  const writing = new Set<Promise<void>>();
  for (const { path: below, content } of files) {
    const file = path.join(folder, below);
    const parent = path.dirname(file);
    if (!made.has(parent)) made.set(parent, mkdir(parent, { recursive: true }));
    const bytes = content();
    const write = (async () => {
      await made.get(parent);
      await writeFile(file, bytes);
    })();
    writing.add(write);
    written.add(below);
    void write.then(
      () => writing.delete(write),
      () => undefined,
    );
    if (writing.size >= atOnce) await Promise.race(writing);
  }
  await Promise.all(writing);
  return written;
}

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
          for (const { path: below, content } of siteFiles(context(), wanted)) {
            if (below !== wanted) continue;
            response.setHeader('content-type', mediaType(below));
            response.setHeader('cache-control', 'no-cache');
            return response.end(content());
          }
          return next();
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
