import type { ChildProcess } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { type Build, buildSite, project } from './build.ts';

function source(name: string): string {
  return JSON.stringify(pathToFileURL(path.join(project, 'src', name)).href);
}

// A site of two pages, the second of which does what the environment says.
const files = {
  'astro.config.mjs': `
    import { pageProgram } from ${source('site/page-program.ts')};
    const making = process.env.PUBLIC_MAKING;
    if (making === 'endless' || making === 'open') setInterval(() => {}, 60_000);
    if (making === 'ended') process.exit(0);
    if (making === 'endless') console.log('endless in ' + process.pid);
    if (making === 'endless' || making === 'dead') await new Promise(() => {});
    export default {
      site: process.env.SITE_URL ?? 'http://localhost:4321',
      trailingSlash: 'always', cacheDir: process.env.ARCHIVE_CACHE,
      integrations: [pageProgram()],
    };`,
  'src/pages/index.astro': `---
    import { countOf } from ${source('archive/text/count.ts')};
    ---
    <h1>{process.env.TEXT}</h1><p>{Astro.url.href}, {countOf(2, 'page')}</p>`,
  'src/pages/second.astro': `---
    import { PlainError } from ${source('site/plain-error.ts')};
    const wanted = process.env.CASE;
    if (wanted === 'plain') throw new PlainError('meetings/a.md:3:1 no such day');
    if (wanted === 'bug') undefined.length;
    if (wanted === 'hang') { console.log('hanging now'); await new Promise((done) => setTimeout(done, 60_000)); }
    if (/^[0-9]+$/.test(wanted)) return new Response(wanted === '200' ? null : 'no', { status: Number(wanted) });
    ---
    <h1>Second</h1>`,
  'content/meetings/2019-10-29.md': `
    # Office hours

    ## Packaging

    We spoke about packages.`,
};

/** The folder of a small project of the given name. */
export const smallRoot = (name: string): string =>
  path.join(project, '.cache/tests', `${name}-project`);

/** Writes the files of a small project anew. */
export function smallFiles(name: string): void {
  for (const folder of [smallRoot(name), path.join(project, '.cache/tests', name)]) {
    rmSync(folder, { recursive: true, force: true });
  }
  for (const [below, text] of Object.entries(files)) {
    const file = path.join(smallRoot(name), below);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text.replaceAll(/^ {4}/gm, '').trimStart());
  }
}

/** What builds the small project of a name, with what it kept from earlier builds. */
export function buildSmall(
  name: string,
): (
  env: Record<string, string>,
  seen?: (output: string, build: ChildProcess) => void,
) => Promise<Build> {
  const root = smallRoot(name);
  const content = { ARCHIVE_CONTENT: path.join(root, 'content') };
  return (env, seen) =>
    buildSite({ name, root, keep: true, env: { ...content, ...env }, ...(seen ? { seen } : {}) });
}
