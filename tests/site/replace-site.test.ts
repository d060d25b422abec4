import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { removeLater, swapIn, tidyAfterKilledBuilds } from '../../src/site/replace-site.ts';
import { folder } from '../folder.ts';
import { buildSmall, smallFiles, smallRoot } from './small-project.ts';

const small = 'small-replaced';
const root = smallRoot(small);
const build = buildSmall(small);

/** Everything in a folder, hidden work folders beside it included, as path and text. */
function snapshot(dist: string): Record<string, string> {
  const folder = dirname(dist);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(folder, 'cache')));
  return Object.fromEntries(names.sort().map((path) => [path, readFileSync(path, 'utf8')]));
}

describe('a build', () => {
  let dist: string;
  let before: Record<string, string>;

  beforeAll(async () => {
    smallFiles(small);
    const built = await build({ TEXT: 'first', CASE: 'fine' });
    expect(built.code).toBe(0);
    dist = built.dist;
    before = snapshot(dist);
    expect(Object.keys(before)).toContain(join(dist, 'second/index.html'));
  });

  test.for([
    ['plain', 'meetings/a.md:3:1 no such day'],
    ['bug', '/second/ could not be built (from src/pages/second.astro): TypeError'],
    [
      '404',
      '/second/ could not be built: it answers with status 404 (from src/pages/second.astro)',
    ],
    ['307', 'status 307'],
    ['500', 'status 500'],
    ['200', 'it is empty'],
  ])('that fails leaves the site as it was: %s', async ([wanted, message]) => {
    const failed = await build({ TEXT: 'newer', CASE: wanted! });
    expect(failed.code).toBe(1);
    expect(failed.output).toContain(message);
    // No stack for an error that a person can put right.
    if (wanted === 'plain') expect(failed.output).not.toMatch(/^\s+at |Stack trace/m);
    expect(snapshot(dist)).toEqual(before);
  });

  test.for([
    ['search', 'records', 'the search index is broken'],
    ['pictures', 'files', 'no pen'],
  ])('one of whose threads fails leaves the site as it was: %s', async ([name, given, message]) => {
    const guard = join(root, `no-${name}.mjs`);
    const text = `
      import { isMainThread, workerData } from 'node:worker_threads';
      if (!isMainThread && workerData?.${given}?.length > 0 && workerData.site) throw new Error('${message}');`;
    writeFileSync(guard, text);
    const env = { NODE_OPTIONS: `--import=${pathToFileURL(guard).href}` };
    const failed = await build({ TEXT: 'newer', CASE: 'fine', ...env });
    expect(failed.code).toBe(1);
    expect(failed.output).toContain(message);
    expect(snapshot(dist)).toEqual(before);
  });

  test('that finds the disk full says so, and leaves the site as it was', async () => {
    // A disk cannot be filled by whoever runs the tests; so the system says that it were.
    const guard = join(root, 'full-disk.mjs');
    const text = `
      import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const { writeFileSync } = fs;
      const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
        code: 'ENOSPC',
        syscall: 'write',
      });
      fs.writeFileSync = (file, ...rest) => {
        if (/-next-\\d+\\/index\\.html$/.test(String(file))) throw full;
        writeFileSync(file, ...rest);
      };
      const { statfsSync } = fs;
      fs.statfsSync = (...given) => Object.assign(statfsSync(...given), { bavail: 3 });
      syncBuiltinESMExports();`;
    writeFileSync(guard, text);
    const env = { NODE_OPTIONS: `--import=${pathToFileURL(guard).href}` };
    const failed = await build({ TEXT: 'newer', CASE: 'fine', ...env });
    expect(failed.code).toBe(1);
    expect(failed.output).toContain('no space left on device');
    expect(failed.output).not.toMatch(/^\s+at /m);
    expect(failed.output).toContain(`The disk that holds ${dirname(dist)} is full.`);
    expect(snapshot(dist)).toEqual(before);
  });

  test('that is killed leaves the site as it was, and the next one tidies up', async () => {
    const killed = await build({ TEXT: 'newer', CASE: 'hang' }, (output, child) => {
      if (output.includes('hanging now')) child.kill('SIGKILL');
    });
    expect(killed.code).not.toBe(0);
    const left = snapshot(dist);
    expect(left).toMatchObject(before);
    expect(Object.keys(left).some((path) => path.includes('.dist-next-'))).toBe(true);

    const next = await build({ TEXT: 'newer', CASE: 'fine' });
    expect(next.code).toBe(0);
    expect(Object.keys(snapshot(dist))).toEqual(Object.keys(before));
    expect(readFileSync(join(dist, 'index.html'), 'utf8')).toContain('newer');
  });

  test('takes over each file that is as it was', async () => {
    const numbers = () => {
      const files = Object.keys(snapshot(dist));
      return new Map(files.map((file) => [relative(dist, file), statSync(file).ino]));
    };
    const first = numbers();
    const next = await build({ TEXT: 'newest', CASE: 'fine' });
    expect(next.code).toBe(0);
    const second = numbers();
    const written = [...second.keys()].filter((file) => second.get(file) !== first.get(file));
    expect(written.sort()).toEqual(['index.html']);
  });
});

describe('work folders', () => {
  // No process has this id: it is above the highest that Linux, macOS and Windows give out in practice.
  const gone = 4_999_999;

  function list(top: string): string[] {
    return readdirSync(top).sort();
  }

  test('of a build killed in the middle of the swap give the old site back', () => {
    const top = folder({ [`.dist-old-${gone}/a`]: 'old', [`.dist-next-${gone}/a`]: 'new' });
    tidyAfterKilledBuilds(join(top, 'dist'));
    expect(list(top)).toEqual(['dist']);
    expect(readFileSync(join(top, 'dist/a'), 'utf8')).toBe('old');
  });

  test('that are left over go, what only looks like them stays', () => {
    const others = ['.dist-next-', '.dist-next-x', '.dist-nextish-1', 'dist-old-1', '.dist2-old-1'];
    const running = `.dist-next-${process.ppid}`;
    const top = folder({
      'dist/a': 'site',
      [`.dist-old-${gone}/a`]: '',
      [`.dist-next-${gone}/a`]: '',
      [`${running}/a`]: 'a build that still runs',
      ...Object.fromEntries(others.map((name) => [`${name}/a`, ''])),
    });
    tidyAfterKilledBuilds(join(top, 'dist'));
    expect(list(top)).toEqual(['dist', running, ...others].sort());
  });

  test('are not needed for a first build', () => {
    const top = folder({ 'next/a': 'new' });
    swapIn(join(top, 'next'), join(top, 'dist'));
    expect(list(top)).toEqual(['dist']);
  });

  test('of a large site are removed without waiting, by a process that they are named for', async () => {
    const top = folder({ 'dist/a': 'site', [`.dist-old-${process.pid}/a`]: 'old' });
    removeLater(join(top, `.dist-old-${process.pid}`));
    await expect.poll(() => list(top), { timeout: 10_000 }).toEqual(['dist']);
  });

  test('a swap that cannot be done puts the old site back', () => {
    const top = folder({ 'dist/a': 'old' });
    expect(() => swapIn(join(top, 'missing'), join(top, 'dist'))).toThrow();
    expect(list(top)).toEqual(['dist']);
    expect(existsSync(join(top, 'dist/a'))).toBe(true);
  });
});
