import { type ChildProcess, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';

import { isRunning } from '../../src/site/is-running.ts';
import { pathsBelow } from '../../src/site/paths-below.ts';
import { project } from './build.ts';
import { buildSmall, smallFiles, smallRoot } from './small-project.ts';

const name = 'small-kept';
const build = buildSmall(name);
const env = { TEXT: 'Hello', CASE: 'fine' };
const making = 'Making the program that renders the pages';
const programs = path.join(project, '.cache/tests', name, 'cache/program');

/** Builds, and tells whether the program was made for it, and what the first page says. */
async function built(
  change: Record<string, string> = {},
): Promise<{ made: boolean; page: string }> {
  const { code, output, dist } = await build({ ...env, ...change });
  expect(code, output).toBe(0);
  const page = readFileSync(path.join(dist, 'index.html'), 'utf8');
  return { made: output.includes(making), page };
}

/** The modules of all kept programs. */
function modules(): string[] {
  return pathsBelow(programs)
    .filter((file) => /^[0-9a-f]+\/pages\/.*\.mjs$/.test(file))
    .map((file) => path.join(programs, file));
}

describe('the program that renders pages', () => {
  beforeAll(async () => {
    smallFiles(name);
    expect(await built()).toMatchObject({ made: true });
  });

  test('is kept for the next build, which renders what is there then', async () => {
    const { made, page } = await built({ TEXT: 'Welcome' });
    expect(made).toBe(false);
    expect(page).toContain('<h1>Welcome</h1>');
  });

  test('has no copy of the modules of the archive, which a build runs already', () => {
    const shared = pathToFileURL(path.join(project, 'src/archive/text/count.ts')).href;
    const uses = modules().filter((file) => readFileSync(file, 'utf8').includes(shared));
    expect(uses).not.toEqual([]);
  });

  test('is made anew for another address', async () => {
    const elsewhere = await built({ SITE_URL: 'https://example.org' });
    expect(elsewhere.made).toBe(true);
    expect(elsewhere.page).toContain('https://example.org/');
    expect(await built()).toMatchObject({ made: false });
  });

  test('is made anew when a template changes, and found again when it changes back', async () => {
    const template = path.join(smallRoot(name), 'src/pages/index.astro');
    const before = readFileSync(template, 'utf8');
    appendFileSync(template, '<p>A line more</p>\n');
    const changed = await built();
    expect(changed.made).toBe(true);
    expect(changed.page).toContain('A line more');
    writeFileSync(template, before);
    const back = await built();
    expect(back.made).toBe(false);
    expect(back.page).not.toContain('A line more');
  });

  test('is refused where two of its templates make one page', async () => {
    const template = path.join(smallRoot(name), 'src/pages/[...twice].astro');
    const text =
      "---\nexport const getStaticPaths = () => [{ params: { twice: 'second' } }];\n---\n";
    writeFileSync(template, text);
    const { code, output } = await build(env);
    rmSync(template);
    expect(output).toContain('second/index.html is made by two templates');
    expect(output).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  });

  test('is refused where one of its pages is a file of the site', async () => {
    const file = path.join(smallRoot(name), 'public/second/index.html');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, 'not a page');
    const { code, output } = await build(env);
    rmSync(path.join(smallRoot(name), 'public'), { recursive: true });
    expect(output).toContain('second/index.html');
    expect(output).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  });

  test('is refused, and what Astro found is said, where a template cannot be read', async () => {
    const template = path.join(smallRoot(name), 'src/pages/broken.astro');
    writeFileSync(template, '---\nconst broken = {;\n---\n');
    const { code, output } = await build(env);
    rmSync(template);
    expect(output).toMatch(/src[\\/]pages[\\/]broken\.astro:2/);
    expect(output).toMatch(/Astro could not make the program that renders the pages\.\s*$/);
    expect(code).toBe(1);
    expect(readdirSync(programs).filter((name) => name.includes('.'))).toEqual([]);
  });

  test('is not made where the disk that keeps it is full, which is said', async () => {
    const guard = path.join(smallRoot(name), 'full-disk.mjs');
    // A disk cannot be filled by whoever runs the tests; so the system says that it were.
    const text = `
      import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const { statfsSync, writeFileSync } = fs;
      const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
        code: 'ENOSPC',
        syscall: 'write',
      });
      const { promises } = fs;
      const { writeFile } = promises;
      const isProgram = (file) => /[\\\\/]program[\\\\/]/.test(String(file));
      promises.writeFile = (file, ...rest) =>
        isProgram(file) ? Promise.reject(full) : writeFile(file, ...rest);
      fs.writeFileSync = (file, ...rest) => {
        if (isProgram(file)) throw full;
        return writeFileSync(file, ...rest);
      };
      fs.statfsSync = (...given) => Object.assign(statfsSync(...given), { bavail: 3 });
      syncBuiltinESMExports();`;
    writeFileSync(guard, text);
    const { code, output } = await build({
      ...env,
      PUBLIC_MAKING: 'on a full disk',
      NODE_OPTIONS: `--import=${pathToFileURL(guard).href}`,
    });
    rmSync(guard);
    expect(output).toContain(`renders the pages: the disk that holds ${programs} is full.`);
    expect(code).toBe(1);
  });

  test('is made where something that the configuration started goes on', async () => {
    expect(await built({ PUBLIC_MAKING: 'open' })).toMatchObject({ made: true });
  });

  test.for(['ended', 'dead'])('is not kept where Astro made none: %s', async (how) => {
    for (const time of ['once', 'again']) {
      const { code, output } = await build({ ...env, PUBLIC_MAKING: how });
      expect(output, time).toContain('Astro could not make the program that renders the pages.');
      expect(code).toBe(1);
    }
  });

  test.for([
    ['refuses its content', { ARCHIVE_CONTENT: path.join(smallRoot(name), 'refused') }, undefined],
    ['is killed', {}, (child: ChildProcess) => child.kill('SIGKILL')],
  ] as const)('is no longer made when the build %s', async ([, change, act]) => {
    const note = path.join(smallRoot(name), 'refused/meetings/2020-02-30.md');
    mkdirSync(path.dirname(note), { recursive: true });
    writeFileSync(note, '# A day that there is not\n');
    let maker = 0;
    const endless = { ...env, ...change, PUBLIC_MAKING: 'endless' };
    const { code } = await build(endless, (output, child) => {
      maker = Number(/endless in (\d+)/.exec(output)?.[1] ?? 0);
      if (maker > 0) act?.(child);
    });
    expect(code).not.toBe(0);
    if (act === undefined) {
      expect(readdirSync(programs).filter((name) => name.includes('.'))).toEqual([]);
    } else expect(maker).toBeGreaterThan(0);
    if (maker > 0) await expect.poll(() => isRunning(maker), { timeout: 30_000 }).toBe(false);
  });

  test.for([
    ['a module is another', (text: string) => text.replaceAll('Second', 'Fourth')],
    ['a module is cut', (text: string) => text.slice(0, text.length / 2)],
  ] as const)('is made anew when %s', async ([, damage]) => {
    const kept = modules();
    expect(kept.length).toBeGreaterThan(5);
    for (const file of kept) writeFileSync(file, damage(readFileSync(file, 'utf8')));
    const { made, page } = await built();
    expect(made).toBe(true);
    expect(page).toContain('<h1>Hello</h1>');
  });

  test('is not taken for a site: Astro alone refuses to build', () => {
    const astro = [path.join(project, 'src/site/astro.js'), 'build'];
    const { status, stdout, stderr } = spawnSync(process.execPath, astro, {
      cwd: project,
      encoding: 'utf8',
    });
    expect(stdout + stderr).toContain('npm run build');
    expect(stdout + stderr).not.toMatch(/^\s+at /m);
    expect(status).toBe(1);
  });
});
