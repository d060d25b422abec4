import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** What is loaded by the scripts of pages when a reader asks for it: its path below the site, and its source. */
const programs = {
  'search/search.js': 'src/search/program.ts',
  'cite/cite-box.js': 'src/components/cite-box.ts',
};

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
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'browser-programs',
                // Astro reads the content with a development server, which makes no files.
                apply: 'build',
                applyToEnvironment: ({ name }) => name === 'client',
                buildStart() {
                  for (const [fileName, source] of Object.entries(programs)) {
                    this.emitFile({
                      type: 'chunk',
                      id: fileURLToPath(new URL(source, config.root)),
                      fileName,
                      preserveSignature: 'strict',
                    });
                  }
                },
              },
            ],
          },
        });
      },
    },
  };
}
