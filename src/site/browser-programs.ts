import type { AstroIntegration } from 'astro';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { VitePlugin } from './vite-plugin.ts';

/** What is loaded by the scripts of pages when a reader asks for it: its path below the site, and its source. */
const programs = {
  'search/search.js': 'src/search/program.ts',
  'cite/cite-box.js': 'src/components/cite-box.ts',
};

/**
 * Builds one program. Its modules are its own, told from those of others by what stands behind their names: one that
 * another script needs as well would be a file of its own, which a browser only asks for when it has read the program.
 */
function programOf(fileName: string, source: string): VitePlugin {
  const mark = `?of=${path.parse(fileName).name}`;
  return {
    name: `browser-program of ${fileName}`,
    enforce: 'pre',
    // Astro reads the content with a development server, which makes no files.
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    buildStart() {
      this.emitFile({ type: 'chunk', id: source + mark, fileName, preserveSignature: 'strict' });
    },
    async resolveId(wanted, importer) {
      if (!importer?.endsWith(mark)) return null;
      const found = await this.resolve(wanted, importer, { skipSelf: true });
      return found?.id.endsWith('.ts') ? { ...found, id: found.id + mark } : found;
    },
  };
}

/**
 * Builds each program under a name that scripts know beforehand. Imported in the usual way, each script that
 * may load one would bring Vite's own loader along, which is larger than the script.
 */
export function browserPrograms(): AstroIntegration {
  return {
    name: 'browser-programs',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        const plugins = Object.entries(programs).map(([fileName, source]) =>
          programOf(fileName, fileURLToPath(new URL(source, config.root))),
        );
        updateConfig({ vite: { plugins } });
      },
    },
  };
}
