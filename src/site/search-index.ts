import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';

import { sitePaths } from '../archive/paths.ts';
import type { SearchRecord } from '../archive/search-record.ts';
import { heldContent } from './held-content.ts';
import { type SearchWords, searchRecords } from './search-records.ts';
import { searchParts } from './site-files.ts';
import { writeFiles } from './write-files.ts';

/** What the thread that indexes is given: all records, and the folder of the index. */
export interface SearchRequest {
  records: readonly SearchRecord[];
  folder: string;
}

/**
 * Makes the index in a thread of its own; gives what it knows of the words, which it says first, and resolves
 * `indexed` when all is written.
 */
function indexApart(request: SearchRequest): {
  words: Promise<SearchWords>;
  indexed: Promise<void>;
} {
  const worker = new Worker(join(import.meta.dirname, 'search-thread.ts'), { workerData: request });
  const indexed = new Promise<void>((resolve, reject) => {
    worker.once('exit', () => resolve());
    worker.once('error', reject);
  });
  const words = new Promise<SearchWords>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  return { words, indexed };
}

/**
 * Has Pagefind index one record for each section, and puts the index and the texts into `pagefind/`, what the
 * search box knows without it into `search/`. All this goes on while the pages are built. Must stand before
 * `atomicOutput`. Any error of Pagefind ends the build.
 */
export function searchIndex(): AstroIntegration {
  let output: string;
  let base: string;
  let indexing: Promise<number> | undefined;

  async function index(): Promise<number> {
    const { archive } = heldContent();
    const { records, counts } = searchRecords(archive, sitePaths(base));
    const { words, indexed } = indexApart({ records, folder: join(output, 'pagefind') });
    const written = words.then((found) =>
      writeFiles(output, searchParts(archive, { records, counts, ...found })),
    );
    await Promise.all([written, indexed]);
    return records.length;
  }

  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        output = fileURLToPath(config.outDir);
        base = config.base;
      },
      // The first moment at which Astro has emptied its output folder.
      'astro:build:setup': () => {
        indexing ??= index();
        // Said by who waits for it, below.
        indexing.catch(() => undefined);
      },
      'astro:build:done': async ({ logger }) => {
        logger.info(`${await indexing} sections can be searched`);
      },
    },
  };
}
