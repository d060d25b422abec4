import { parseFeed } from '@rowanmanning/feed-parser';
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';

import { pathsBelow } from '../../src/site/paths-below.ts';
import { officeHours } from '../office-hours.ts';
import { atomFaults } from './atom-rules.ts';
import type { Sites } from './setup.ts';

const origins = { fixture: 'http://localhost:4321/', below: 'https://example.org/foundation/' };
const names = Object.keys(origins) as (keyof typeof origins & keyof Sites)[];

const read = (site: keyof Sites, file: string): string =>
  readFileSync(path.join(inject('sites')[site], file), 'utf8');

/** Files of a built site whose path fits, sorted. */
const filesOf = (site: keyof Sites, pattern: RegExp): string[] =>
  pathsBelow(inject('sites')[site]).filter((file) => pattern.test(file));

/** What an absolute address of the site leads to is there, with its anchor. */
function expectReachable(site: keyof typeof origins, address: string): void {
  expect(address.startsWith(origins[site]), address).toBe(true);
  const { pathname, hash } = new URL(address);
  const below = decodeURIComponent(pathname.slice(new URL(origins[site]).pathname.length));
  const file = below === '' || below.endsWith('/') ? `${below}index.html` : below;
  expect(existsSync(path.join(inject('sites')[site], file)), address).toBe(true);
  if (hash !== '') expect(read(site, file)).toContain(`id="${decodeURIComponent(hash.slice(1))}"`);
}

const isOwn = (site: keyof typeof origins, value: string): boolean =>
  value.startsWith(origins[site]) && !/OWNER/.test(value);

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

describe.for(names)('the data of a built site (%s)', (site) => {
  test('fits the schemas that are published with it, and leads somewhere', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const files = filesOf(site, /^api\/(?!schema\/).*\.json$/);
    expect(files).toContain('api/archive.json');
    expect(files.some((file) => /^api\/references\/.+\/\d+\.json$/.test(file))).toBe(true);
    expect(files.some((file) => /^api\/years\/\d{4}\.json$/.test(file))).toBe(true);
    for (const file of files) {
      const data = JSON.parse(read(site, file)) as { $schema: string; version: number };
      expect(data.version).toBe(1);
      expect(isOwn(site, data.$schema)).toBe(true);
      const name = data.$schema.slice(origins[site].length);
      const schema = JSON.parse(read(site, name)) as { $id: string };
      expect(schema.$id).toBe(data.$schema);
      const validate = ajv.getSchema(schema.$id) ?? ajv.compile(schema);
      expect(validate(data), `${file}: ${ajv.errorsText(validate.errors)}`).toBe(true);
      expect(validate({ ...data, version: 'one' })).toBe(false);
      for (const address of stringsIn(data).filter((text) => isOwn(site, text))) {
        expectReachable(site, address);
      }
    }
  });

  test('has feeds that a feed reader understands', () => {
    const files = filesOf(site, /(?:^|\/)feed\.xml$/);
    expect(files).toContain('feed.xml');
    expect(files.some((file) => file.startsWith('topics/'))).toBe(true);
    expect(files.some((file) => /\/(?:pull|issues)\/\d+\/feed\.xml$/.test(file))).toBe(true);
    for (const file of files) {
      const text = read(site, file);
      expect(atomFaults(text), file).toEqual([]);
      const feed = parseFeed(text);
      expect(feed.meta).toMatchObject({ type: 'atom', version: '1.0' });
      expect(feed.title).not.toBe('');
      expect(feed.self).toBe(origins[site] + file);
      expectReachable(site, feed.url ?? '');
      expect(feed.items.length, file).toBeGreaterThan(0);
      const latest = feed.items.map(({ updated }) => updated?.getTime() ?? 0);
      expect(feed.updated?.getTime()).toBe(Math.max(...latest));
      expect(latest).toEqual(latest.toSorted((a, b) => b - a));
      expect(new Set(feed.items.map(({ id }) => id)).size).toBe(feed.items.length);
      for (const { url, content, title } of feed.items) {
        expect(title).not.toBe('');
        expectReachable(site, url ?? '');
        expect(content ?? '').not.toMatch(
          /<script|<style| style=| id=| on\w+=| href="(?!https?:|mailto:)/,
        );
      }
    }
  });

  test('tells of its feeds in its pages', () => {
    const feedsIn = (file: string): string[] =>
      [...read(site, file).matchAll(/<link[^>]*type="application\/atom\+xml"[^>]*>/g)].flatMap(
        ([link]) => /href="([^"]*)"/.exec(link)?.[1] ?? [],
      );
    const base = new URL(origins[site]).pathname;
    expect(feedsIn('index.html')).toEqual([`${base}feed.xml`]);
    for (const file of filesOf(site, /^(?:topics\/[^/]+|.+\/(?:pull|issues)\/\d+)\/feed\.xml$/)) {
      expect(feedsIn(file.replace('feed.xml', 'index.html'))).toContain(base + file);
    }
  });

  test('gives no two entries of its feeds one name and different words', () => {
    const entries = new Map<string, string>();
    for (const file of filesOf(site, /^(?:topics\/[^/]+|.+\/(?:pull|issues)\/\d+)\/feed\.xml$/)) {
      for (const [, id = '', content = ''] of read(site, file).matchAll(
        /<entry>\s*<id>([^<]*)<\/id>[\s\S]*?<content[^>]*>([^<]*)<\/content>/g,
      )) {
        expect(entries.get(id) ?? content, `${id} in ${file}`).toBe(content);
        entries.set(id, content);
      }
    }
    expect(entries.size).toBeGreaterThan(0);
  });

  test('lists its pages for search engines and for language models', () => {
    const index = read(site, 'sitemap-index.xml');
    const locations = (text: string): string[] =>
      [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address!);
    const pages = locations(index).flatMap((address) => {
      expectReachable(site, address);
      return locations(read(site, address.slice(origins[site].length)));
    });
    for (const page of pages) expectReachable(site, page);
    const meetings = filesOf(site, /^meetings\/[^/]+\/index\.html$/);
    for (const file of meetings) {
      expect(pages).toContain(origins[site] + file.replace('index.html', ''));
    }
    for (const kind of ['decisions', 'actions']) {
      const isMade = filesOf(site, new RegExp(`^${kind}/index\\.html$`)).length > 0;
      expect(pages.includes(`${origins[site]}${kind}/`)).toBe(isMade);
    }
    expect(read(site, 'robots.txt')).toContain(`Sitemap: ${origins[site]}sitemap-index.xml`);
    const links = [...read(site, 'llms.txt').matchAll(/\]\(([^)]*)\)/g)].map(([, link]) => link!);
    expect(links.length).toBeGreaterThanOrEqual(meetings.length);
    for (const link of links) expectReachable(site, link);
  });

  test('is described on a page whose links lead somewhere', () => {
    const page = read(site, 'about/data/index.html');
    const main = page.slice(page.indexOf('<main'));
    const links = [...main.matchAll(/(?:href|src)="([^"#]+)"/g)].map(([, link]) => link!);
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) {
      const { href } = new URL(link, origins[site]);
      if (isOwn(site, href)) expectReachable(site, href);
    }
  });

  test('has a picture for every meeting and topic', () => {
    const pages = filesOf(site, /^(?:meetings|topics)\/[^/]+\/index\.html$/);
    // A topic that nothing is about yet is kept from being found, and is not shared.
    const found = pages.filter((name) => !/http-equiv="refresh"|"noindex"/.test(read(site, name)));
    expect(found.length).toBeGreaterThan(4);
    for (const file of found) {
      const image = /<meta property="og:image" content="([^"]*)"/.exec(read(site, file))?.[1] ?? '';
      expectReachable(site, image);
      const png = readFileSync(path.join(inject('sites')[site], image.slice(origins[site].length)));
      expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    }
  });
});

test('every note is there as it was written', () => {
  const source = path.join(officeHours, 'meetings');
  for (const file of readdirSync(source)) {
    const served = readFileSync(path.join(inject('sites').real, 'meetings', file));
    expect(served.equals(readFileSync(path.join(source, file))), file).toBe(true);
  }
});

test('meetings say what they are in structured data', () => {
  const html = read('below', 'meetings/2019-10-29/index.html');
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
  expect(JSON.parse(data)).toMatchObject({
    '@type': 'Event',
    startDate: '2019-10-29',
    url: 'https://example.org/foundation/meetings/2019-10-29/',
    recordedIn: { '@type': 'VideoObject', uploadDate: '2019-10-29' },
  });
  expect(html).toContain(
    '<meta property="og:url" content="https://example.org/foundation/meetings/2019-10-29/"',
  );
});

test('badges say how often', () => {
  const file = filesOf('fixture', /^badges\/.*\.svg$/)[0]!;
  const data = JSON.parse(
    read('fixture', file.replace('badges/', 'api/references/').replace('.svg', '.json')),
  ) as { meetings: number };
  expect(read('fixture', file)).toContain(`>${data.meetings}×</text>`);
});

test('an entry of the feed of meetings says what the meeting was about', () => {
  const titles = parseFeed(read('below', 'feed.xml')).items.map(({ title }) => title);
  expect(titles).toContain(
    '2019-10-29: There are PRs for new Windows tables by puffyCid.; Events Forwarding (@uptycs-nishant); 4.1.0 Release',
  );
});
