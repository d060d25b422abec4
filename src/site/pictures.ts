import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';

import { type CardFile, cardFiles } from '../archive/card.ts';
import { heldContent } from './held-content.ts';

/** What the thread that draws is given: pictures, the folder of the site, the folder of kept pictures. */
export interface PicturesRequest {
  files: readonly CardFile[];
  folder: string;
  cache: string;
}

/** Draws and writes pictures in a thread of its own; gives how many had to be drawn. */
function drawApart(request: PicturesRequest): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(import.meta.dirname, 'pictures-thread.ts'), {
      workerData: request,
    });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/**
 * Draws the picture of every meeting and topic for previews while the pages are built, and keeps them in
 * the cache.
 */
export function pictures(): AstroIntegration {
  let request: PicturesRequest;
  let drawing: Promise<number> | undefined;
  return {
    name: 'pictures',
    hooks: {
      'astro:config:done': ({ config }) => {
        const cache = path.join(fileURLToPath(config.cacheDir), 'pictures');
        request = { files: [], folder: fileURLToPath(config.outDir), cache };
      },
      // The first moment at which Astro has emptied its output folder.
      'astro:build:setup': () => {
        if (drawing !== undefined) return;
        request = { ...request, files: cardFiles(heldContent().archive) };
        drawing = drawApart(request);
        // Said by who waits for it, below.
        drawing.catch(() => undefined);
      },
      'astro:build:done': async ({ logger }) => {
        const drawn = await drawing;
        logger.info(`${request.files.length} pictures, ${drawn} of them drawn`);
      },
    },
  };
}
