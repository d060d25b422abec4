import type { AstroIntegration } from 'astro';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { isWithin } from '../notes/within.ts';
import { PlainError } from './plain-error.ts';
import type { VitePlugin } from './vite-plugin.ts';

/*
 * Astro makes a program of the templates of pages, runs it once, and throws it away. It depends on the templates,
 * the styles and the scripts, and on no note; to make it takes longer than to make all pages of a small archive.
 * So it is kept, and Astro is asked again only when something in it changes: see `kept-program.ts`.
 */

/** The parts of the folder of a program. */
export const programParts = {
  /** The modules that render pages. */
  pages: 'pages',
  /** Files that pages load, and those of `public/`, as they stand in the site. */
  files: 'files',
};

/** The folder of this project. */
export const project = path.join(import.meta.dirname, '../..');

/** The folder for the program that is being made. */
let wanted: string | undefined;

/** Has Astro make the program of the project in `root`, in a folder that need not exist. */
export async function makePageProgram(root: string, folder: string): Promise<void> {
  wanted = folder;
  try {
    const { build } = await import('astro');
    const configFile = root === project ? { configFile: 'src/site/astro-config.js' } : {};
    // Astro takes it without naming it: it would start a server to fill the collections, of which no page shows any.
    const options = { sync: false } as Parameters<typeof build>[1];
    await build({ root, logLevel: 'warn', ...configFile }, options);
  } finally {
    wanted = undefined;
  }
}

/**
 * Leaves the archive's own modules where they are: a build has them loaded and running when the pages begin to use
 * them, with all that they remember. They need nothing of Vite. Says in which folder the other modules of the program
 * were made.
 */
function programModules(say: (folder: string) => void): VitePlugin {
  const shared = path.join(project, 'src/archive');
  return {
    name: 'page-program',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'prerender',
    writeBundle({ dir }) {
      if (dir !== undefined) say(dir);
    },
    async resolveId(source, importer) {
      const found = await this.resolve(source, importer, { skipSelf: true });
      if (found === null || !isWithin(found.id, shared)) return null;
      return { id: pathToFileURL(found.id).href, external: true };
    },
  };
}

/** Leaves, of a build by Astro, the program that would render its pages, and has it render none. */
export function pageProgram(): AstroIntegration {
  let folder: string;
  let made: string;
  return {
    name: 'page-program',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        if (wanted === undefined) {
          throw new PlainError(
            'The site is built with: npm run build\nAstro alone makes only the program that its pages are rendered by.',
          );
        }
        folder = wanted;
        updateConfig({
          outDir: pathToFileURL(path.join(folder, programParts.files, '/')),
          vite: {
            // It may be kept in a place from which no package is found.
            environments: { prerender: { resolve: { noExternal: true } } },
            plugins: [programModules((modules) => void (made = modules))],
          },
        });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name: 'page-program',
          setup: async () =>
            cpSync(made, path.join(folder, programParts.pages), { recursive: true }),
          getStaticPaths: async () => [],
          render: () => Promise.reject(new Error('Astro renders no page.')),
        });
      },
    },
  };
}
