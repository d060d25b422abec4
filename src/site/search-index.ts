import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

import { sitePaths } from '../archive/paths.ts';
import { type SearchRecord, partMark } from '../archive/search-record.ts';
import { heldContent } from './held-content.ts';
import { PlainError } from './plain-error.ts';
import { searchMaterial } from './search-records.ts';

/** The program of the search box, below the site. */
const programFile = 'search/search.js';

/** What the browser's side (`src/search/pagefind.ts`) was written for. */
const knownVersion = '1.5.2';

/** How often a word counts, by the part of a record that holds it. The box tells the parts by these. */
const weights = { heading: 10, trail: 1.5, references: 7 };

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const weighted = (weight: number, text: string): string =>
  text === '' ? '' : `<span data-pagefind-weight="${weight}">${escapeHtml(text)}</span>`;

/** A record as a page of its own, its parts told apart by marks: heading, trail, references, text. */
function recordHtml({ heading, trail, references, text }: SearchRecord): string {
  const parts = [
    weighted(heading.routine ? 0 : weights.heading, heading.text),
    trail
      .map(({ text: parent, routine }) => weighted(routine ? 0 : weights.trail, parent))
      .join(' › '),
    weighted(weights.references, references.join(' ')),
    escapeHtml(text),
  ];
  return `<html lang="en"><body>${parts.join(` ${partMark} `)}</body></html>`;
}

function check(errors: readonly string[], what: string): void {
  if (errors.length > 0) {
    throw new PlainError(`The search index could not be built: ${what}: ${errors.join('; ')}`);
  }
}

/** Pagefind's own size of a chunk, in places of words; some 30 KB. */
const largestChunk = 20_000;
/** Smaller ones save no bytes: what is around them grows. */
const smallestChunk = 1_000;

/**
 * Places of words in a chunk of the index. A query loads a chunk for each of its words, so small ones
 * save bytes; but their list is loaded by everybody, so there should not be many.
 */
function chunkSize(records: readonly SearchRecord[]): number {
  const characters = records.reduce((sum, { text }) => sum + text.length, 0);
  return Math.min(largestChunk, Math.max(smallestChunk, Math.round(characters / 200)));
}

/** Writes the index of the records into a folder. */
async function writeIndex(records: readonly SearchRecord[], folder: string): Promise<void> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(chunkSize(records));
  try {
    const { index, errors } = await createIndex({
      forceLanguage: 'en',
      // `C++` is a word; without it, it would be `c`.
      includeCharacters: '+',
    });
    check(errors, 'starting Pagefind');
    if (index === undefined) throw new PlainError('The search index could not be built.');
    // Asked in order and answered in order, so that the n-th record is the n-th of the index.
    const batch = 500;
    for (let start = 0; start < records.length; start += batch) {
      const added = await Promise.all(
        records
          .slice(start, start + batch)
          .map((record) => index.addHTMLFile({ url: record.url, content: recordHtml(record) })),
      );
      for (const [offset, { errors: faults }] of added.entries()) {
        check(faults, records[start + offset]?.url ?? '');
      }
    }
    check((await index.writeFiles({ outputPath: folder })).errors, 'writing');
  } finally {
    await close();
  }
}

/** Leaves of Pagefind's files what the box uses, under names that do not change from build to build. */
function tidy(folder: string): void {
  const entry = JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8')) as {
    version: string;
    languages: Record<string, { hash: string }>;
  };
  if (entry.version !== knownVersion) {
    throw new PlainError(
      `Pagefind is ${entry.version}, and src/search/pagefind.ts was written for ${knownVersion}: ` +
        'read what changed in its WebAssembly, then change both.',
    );
  }
  // A server packs what is plainly WebAssembly, and better than Pagefind did.
  const engine = gunzipSync(readFileSync(join(folder, 'wasm.en.pagefind'))).subarray(12);
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith('.pf_meta')) renameSync(join(folder, name), join(folder, 'index.pf_meta'));
    else if (name !== 'index' && name !== 'fragment') {
      rmSync(join(folder, name), { recursive: true });
    }
  }
  writeFileSync(join(folder, 'engine.wasm'), engine);
}

/**
 * Puts one record for each section into a Pagefind index in `pagefind/`, and the program of the search
 * box beside the site. The index is made in a process of its own while the pages are built. Must stand before
 * `atomicOutput`. Any error of the engine ends the build.
 */
export function searchIndex(): AstroIntegration {
  let output: string;
  let base: string;
  let indexing: Promise<number> | undefined;
  const stopEngine = () => void close();

  async function index(): Promise<number> {
    const { records } = searchMaterial(heldContent().archive, sitePaths(base));
    const folder = join(output, 'pagefind');
    await writeIndex(records, folder);
    tidy(folder);
    return records.length;
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
