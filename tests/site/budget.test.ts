import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';

import { pathsBelow } from '../../src/site/paths-below.ts';
import { kindOf } from '../bench/site-size.ts';
import { type Weight, loadedBy, weigh } from './weight.ts';

// Bytes and requests, which are the same on every machine; times are measured by `npm run bench`.
const mostBytes = 12_000;
const mostRequests = 3;
const mostScript = 4_000;
/** A list says in one page what others say in many. */
const mostBytesOfList = 20_000;
/** The program and its lists are what the page is for. */
const mostBytesOfSearch = 30_000;
const mostHtml = 100_000;
const lists = new Set(['home', 'list of meetings', 'list of topics', 'topic', 'repository']);

const dist = inject('sites').real;
const pages = pathsBelow(dist).filter((path) => path.endsWith('.html'));
const weights = new Map(pages.map((path) => [path, weigh(dist, path)]));

/** The heaviest page of each kind. */
const heaviest = new Map<string, Weight>();
for (const [path, weight] of weights) {
  const kind = kindOf(path);
  if (weight.bytes > (heaviest.get(kind)?.bytes ?? 0)) heaviest.set(kind, weight);
}

describe('what a page loads', () => {
  test('there are pages of every kind that people read', () => {
    expect([...heaviest.keys()]).toEqual(
      expect.arrayContaining(['home', 'list of meetings', 'meeting', 'topic', 'reference']),
    );
  });

  test.each([...heaviest].filter(([kind]) => kind !== 'search page'))(
    '%s: the heaviest page keeps to its budget',
    (kind, weight) => {
      const most = lists.has(kind) ? mostBytesOfList : mostBytes;
      expect(weight.bytes, `${weight.path}, in bytes as brotli`).toBeLessThanOrEqual(most);
      expect(weight.requests.length, weight.requests.join(' ')).toBeLessThanOrEqual(mostRequests);
    },
  );

  test.each([...heaviest].filter(([kind]) => kind === 'meeting' || kind === 'reference'))(
    '%s: a page to read carries little script',
    (_kind, weight) => {
      expect(weight.script, weight.path).toBeLessThanOrEqual(mostScript);
    },
  );

  test('no page loads a font, and none is too long to scroll', () => {
    for (const [path, { requests }] of weights) {
      expect(requests.filter((address) => /\.(?:woff2?|ttf|otf)\b/.test(address))).toEqual([]);
      expect(statSync(join(dist, path)).size, path).toBeLessThanOrEqual(mostHtml);
    }
  });
});

describe('what the search loads', () => {
  test('the search page asks for all that every search needs, at once', () => {
    const { requests, bytes } = weigh(dist, 'search/index.html');
    expect(
      requests.slice(1).map((address) => address.replace(/^.*?(?=search|pagefind)/, '')),
    ).toEqual(['search/search.js', 'search/lookup.json', 'pagefind/blocks.json']);
    expect(bytes).toBeLessThanOrEqual(mostBytesOfSearch);
  });

  // On a slow network each file that is only known from another costs a sixth of a second.
  test.each(['search/search.js', 'cite/cite-box.js'])('%s comes in one piece', (path) => {
    const program = readFileSync(join(dist, path), 'utf8');
    expect(program.match(/\b(?:import|from)\s*\(?["'`][^"'`]*["'`]/g)).toBeNull();
  });
});

test('what a browser asks for by itself is counted, and what it does later is not', () => {
  const html =
    '<link rel="stylesheet" href="/a.css"><link rel="canonical" href="/b/"><link rel="modulepreload" href="/c.js">' +
    '<script type="module" src="/d.js"></script><img src="/e.png"><img src="/f.png" loading="lazy">';
  expect(loadedBy(html)).toEqual([
    { address: '/a.css', script: false },
    { address: '/c.js', script: true },
    { address: '/d.js', script: true },
    { address: '/e.png', script: false },
  ]);
});
