import './src/node-version.js';
import { join } from 'node:path';
import { defineConfig } from 'astro/config';
import { headScript } from './src/components/head-script.ts';
import { type ContentFolders, contentFolders, keptFolder } from './src/notes/folders.ts';
import { readAddress } from './src/site/address.ts';
import { browserPrograms } from './src/site/browser-programs.ts';
import { contentReader } from './src/site/content-reader.ts';
import { madeFiles } from './src/site/made-files.ts';
import { isMade } from './src/site/made.ts';
import { sourceHash } from './src/site/page-policy.ts';
import { pageProgram } from './src/site/page-program.ts';
import { shownContent } from './src/site/shown-content.ts';
import { isPassedOver } from './src/site/watched.ts';

const { site, base } = readAddress(process.env);
// Variables of the environment that are called so, whoever they are meant for, would take the place of what pages
// are told by `import.meta.env`.
for (const name of ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR']) {
  delete process.env[name];
}
const project = import.meta.dirname;
const cache = keptFolder(process.env, project);
const folders = (): ContentFolders => contentFolders(process.env, project);
const content = Object.values(folders());
/** Whether a change of a file makes no difference while developing. */
const isIgnored = (file: string): boolean =>
  isMade(file, { project, cache, content }) || isPassedOver(file, folders(), project);

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  // Outside node_modules, so that `npm ci` leaves it alone and CI can keep it.
  cacheDir: join(cache, 'astro'),
  vite: {
    // Not among the packages, which may belong to another user and be shared by many builds.
    cacheDir: join(cache, 'vite'),
    // What builds make is thousands of files that nobody edits: watching them took longer than starting.
    server: { watch: { ignored: [isIgnored] } },
  },
  build: { format: 'directory', inlineStylesheets: 'always' },
  compressHTML: true,
  // Notes have a pipeline of their own, and the inline colours of Astro's would break the policy below.
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  server: { port: 4321 },
  security: {
    // Scripts and styles are the page's own, by hash; nothing is ever asked of another host.
    csp: {
      directives: [
        "default-src 'none'",
        "base-uri 'none'",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "img-src 'self' data:",
        "manifest-src 'self'",
        "worker-src 'self'",
      ],
      scriptDirective: { resources: ["'self'"], hashes: [sourceHash(headScript)] },
    },
  },
  // Of a build, Astro's part is the program that renders pages: `npm run build` does the rest.
  integrations: [contentReader(), shownContent(), madeFiles(), browserPrograms(), pageProgram()],
});
