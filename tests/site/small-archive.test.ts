import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';

import { buildSite, project } from './build.ts';
import { type BuiltPage, readPages } from './built-pages.ts';

// One note of no recording, that is about no topic and names no pull request: what a community
// begins with.
let dist: string;
let pages: BuiltPage[];

beforeAll(async () => {
  const content = path.join(project, '.cache/tests/small-archive-content');
  mkdirSync(path.join(content, 'meetings'), { recursive: true });
  writeFileSync(path.join(content, 'archive.yaml'), 'title: Community call\n');
  writeFileSync(
    path.join(content, 'meetings/2025-02-04.md'),
    '# Community call\n\nWe met for ten minutes.\n',
  );
  const built = await buildSite({ name: 'small-archive', env: { ARCHIVE_CONTENT: content } });
  expect(built.code, built.output).toBe(0);
  dist = built.dist;
  pages = readPages(dist);
}, 120_000);

test('nothing leads to a list that holds nothing', () => {
  expect(pages.length).toBeGreaterThan(5);
  const empty = pages.flatMap(({ path: at, links }) =>
    links
      .filter(({ url }) => /^\/(?:topics|references)\//.test(url))
      .map(({ url }) => `${at}: ${url}`),
  );
  expect(empty).toEqual([]);
});

test('the list of meetings is led to from the header, the search and the page of what is not there', () => {
  for (const at of ['', 'search/', '404.html']) {
    const links = pages.find((page) => page.path === at)!.links.map(({ url }) => url);
    expect(links, at).toContain('/meetings/');
  }
});

test('a list that holds nothing keeps its address, and search engines are kept away', () => {
  for (const at of ['topics/', 'references/']) {
    const { html } = pages.find((page) => page.path === at)!;
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toMatch(/<p[^>]*>\s*No (?:section|pull request)/);
  }
  const found = readFileSync(path.join(dist, 'sitemap-0.xml'), 'utf8');
  expect(found).toContain('/meetings/<');
  expect(found).not.toMatch(/\/(?:topics|references)\/</);
});

test('a meeting says nothing of recordings where the community makes none', () => {
  const { html } = pages.find((page) => page.path === 'meetings/2025-02-04/')!;
  const header = /<h1[^]*?<\/header>/.exec(html)![0];
  expect(header).toContain('4 February 2025');
  expect(header).not.toMatch(/recording/i);
  expect(header, 'an empty line of facts').not.toMatch(/<p[^>]*>\s*<\/p>/);
});
