import { join } from 'node:path';
import type { AstroUserConfig } from 'astro';
import { headScript } from './src/components/head-script.ts';
import { keptFolder } from './src/notes/folders.ts';
import { localSite, readAddress } from './src/site/address.ts';
import { browserPrograms } from './src/site/browser-programs.ts';
import { sourceHash } from './src/site/page-policy.ts';
import { pageProgram } from './src/site/page-program.ts';

const { site, base } = readAddress(process.env);
// Variables of the environment that are called so, whoever they are meant for, would take the place of what pages
// are told by `import.meta.env`.
for (const name of ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR']) {
  delete process.env[name];
}
const cache = keptFolder(process.env, import.meta.dirname);

/**
 * What Astro is told by a build; `astro.config.ts` adds what is for developing. `defineConfig` is left out, as it brings
 * some 280 modules that nothing here needs.
 */
export const buildConfig = {
  site,
  base,
  trailingSlash: 'always',
  // Outside node_modules, so that `npm ci` leaves it alone and CI can keep it.
  cacheDir: join(cache, 'astro'),
  // Not among the packages, which may belong to another user and be shared by many builds.
  vite: { cacheDir: join(cache, 'vite') },
  build: { format: 'directory', inlineStylesheets: 'always' },
  compressHTML: true,
  // Notes have a pipeline of their own, and the inline colours of Astro's would break the policy below.
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  server: { port: Number(new URL(localSite).port) },
  security: {
    // Scripts and styles are the page's own, by hash; nothing is ever asked of another host.
    csp: {
      directives: [
        "default-src 'none'",
        "base-uri 'none'",
        "connect-src 'self'",
        "form-action 'self'",
        "img-src 'self'",
      ],
      scriptDirective: { resources: ["'self'"], hashes: [sourceHash(headScript)] },
    },
  },
  // Of a build, Astro's part is the program that renders pages: `npm run build` does the rest.
  integrations: [browserPrograms(), pageProgram()],
} satisfies AstroUserConfig;
