import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1]!);

interface Manifest {
  allowScripts: Record<string, boolean>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}
const manifest = JSON.parse(read('package.json')) as Manifest;

test('every package with an install script is one that is listed, and the other way round', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { hasInstallScript?: boolean; optional?: boolean; os?: string[] }>;
  };
  const scripted = Object.entries(packages)
    .filter(([, entry]) => entry.hasInstallScript && entry.os === undefined)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  expect([...new Set(scripted)].sort()).toEqual(Object.keys(manifest.allowScripts).sort());
});

test('every dependency is pinned to the exact version', () => {
  const versions = { ...manifest.dependencies, ...manifest.devDependencies };
  const loose = Object.entries(versions).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
  expect(loose).toEqual([]);
});

test('every action that checks, builds or publishes is pinned to a commit', () => {
  const workflows = globSync('.github/workflows/*.{yml,yaml}', { cwd: root });
  const used = workflows.flatMap((file) => matches(read(file), /^\s*(?:- )?uses: *(\S+)/gm));
  expect(used.length).toBeGreaterThan(0);
  expect(used.filter((name) => !/^\.\/|@[0-9a-f]{40}$/.test(name))).toEqual([]);
});

test('every test and file that the promises name is there', () => {
  const rows = read('docs/promises.md')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) {
    const named = matches(row, /`((?:tests|src|docs|public)\/[^`]*)`/g);
    expect(
      named.some((name) => name.startsWith('tests/')),
      row,
    ).toBe(true);
    for (const name of named) expect(globSync(name, { cwd: root }), name).not.toEqual([]);
  }
});

test('what the promises tell of hostile notes is still so', () => {
  const count = globSync('tests/fixtures/hostile/*.md', { cwd: root }).length;
  expect(read('docs/promises.md')).toContain(`${count} hostile notes`);
});

test('hosts are told to send the same headers everywhere', () => {
  const sent = matches(read('public/_headers'), /^ {2}([A-Z][\w-]*: .*)$/gm).sort();
  const guide = read('docs/hosting.md');
  const cells = [...guide.matchAll(/^\| `([\w-]+)` +\| `(.*?)` +\|/gm)];
  expect(cells.map(([, name, value]) => `${name}: ${value}`).sort()).toEqual(sent);
  const served = [...guide.matchAll(/^ +add_header ([\w-]+) "?(.*?)"? always;$/gm)];
  expect(served.map(([, name, value]) => `${name}: ${value}`).sort()).toEqual(sent);
  expect(sent).toContain("Content-Security-Policy: frame-ancestors 'none'");
  expect(existsSync(join(root, 'SECURITY.md'))).toBe(true);
});

/** What the nginx of the guide calls a file; nothing where the table of the server itself says it. */
function nginxType(address: string): string | undefined {
  const guide = read('docs/hosting.md');
  const places = guide.matchAll(
    /^ +location ~ (\S+) \{ types \{ \} default_type (\S+);(?: charset_types (\S+);)? \}$/gm,
  );
  const found = [...places].find(([, pattern = '']) => new RegExp(pattern).test(address));
  if (found === undefined) return undefined;
  const [, , type = '', told] = found;
  // `charset` is added to the types that `charset_types` lists.
  return told === type && /^ +charset utf-8;$/m.test(guide) ? `${type}; charset=utf-8` : type;
}

test.each([
  ['/feed.xml', 'application/atom+xml'],
  ['/topics/packaging/feed.xml', 'application/atom+xml'],
  ['/meetings/2019-10-29.md', 'text/markdown; charset=utf-8'],
  ['/sitemap-index.xml', undefined],
  ['/feed.xml/', undefined],
  ['/newsfeed.xml', undefined],
  ['/meetings/2019-10-29/index.html', undefined],
  ['/search/index.js', undefined],
  ['/cmd', undefined],
])('nginx is told of %s the type %s', (address, type) => {
  expect(nginxType(address)).toBe(type);
});

test('nginx is told of no type in a way that takes all others away', () => {
  // A table of types takes the place of the one around it, and with nosniff a page without a type is downloaded.
  const tables = matches(read('docs/hosting.md'), /^ *(.*\btypes \{.*)$/gm);
  expect(tables.length).toBeGreaterThan(0);
  for (const line of tables) {
    expect(line).toMatch(
      /^location ~ \S+ \{ types \{ \} default_type [^;]+;(?: charset_types [^;]+;)? \}$/,
    );
  }
});
