import './src/node-version.js';
import { defineConfig } from 'astro/config';
import { buildConfig } from './astro.build.ts';
import {
  type ContentFolders,
  contentFolders,
  contentPaths,
  keptFolder,
} from './src/notes/folders.ts';
import { contentReader } from './src/site/content-reader.ts';
import { madeFiles } from './src/site/made-files.ts';
import { isMade } from './src/site/made.ts';
import { shownContent } from './src/site/shown-content.ts';
import { slashAtEnd } from './src/site/slash-at-end.ts';
import { isPassedOver } from './src/site/watched.ts';

const project = import.meta.dirname;
const cache = keptFolder(process.env, project);
const folders = (): ContentFolders => contentFolders(process.env, project);
const content = contentPaths(folders());
/** Whether a change of a file makes no difference while developing. */
const isIgnored = (file: string): boolean =>
  isMade(file, { project, cache, content }) || isPassedOver(file, folders(), project);

export default defineConfig({
  ...buildConfig,
  vite: {
    ...buildConfig.vite,
    // What builds make is thousands of files that nobody edits: watching them took longer than starting.
    server: { watch: { ignored: [isIgnored] } },
  },
  integrations: [
    contentReader(),
    shownContent(),
    madeFiles(),
    slashAtEnd(buildConfig.base),
    ...buildConfig.integrations,
  ],
});
