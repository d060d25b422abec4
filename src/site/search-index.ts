import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close } from 'pagefind';

import { sitePaths } from '../archive/paths.ts';
import { heldContent } from './held-content.ts';
import { indexRecords } from './pagefind-index.ts';
import { searchMaterial } from './search-records.ts';

/** The program of the search box, below the site. */
const programFile = 'search/search.js';

/**
 * Has Pagefind index one record for each section, and puts the index and the texts into `pagefind/` as the
 * browser loads them, and the program of the search box beside the site. Pagefind runs in a process of its own
 * while the pages are built. Must stand before `atomicOutput`. Any error of Pagefind ends the build.
 */
export function searchIndex(): AstroIntegration {
  let output: string;
  let base: string;
  let indexing: Promise<number> | undefined;
  const stopEngine = () => void close();

  async function index(): Promise<number> {
    const material = searchMaterial(heldContent().archive, sitePaths(base));
    await indexRecords(material, join(output, 'pagefind'));
    return material.records.length;
  }

  return {
    name: 'search-index',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        const id = fileURLToPath(new URL('src/search/search-box.ts', config.root));
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'search-program',
                // Astro reads the content with a development server, which makes no files.
                apply: 'build',
                applyToEnvironment: ({ name }) => name === 'client',
                buildStart() {
                  this.emitFile({
                    type: 'chunk',
                    id,
                    fileName: programFile,
                    preserveSignature: 'strict',
                  });
                },
              },
            ],
          },
        });
        // Before the folder that it writes into is removed, should the build fail.
        process.once('exit', stopEngine);
      },
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
        process.off('exit', stopEngine);
      },
    },
  };
}
