import { existsSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

import { buildSite } from './build.ts';
import { type BuiltPage, readPages } from './built-pages.ts';
import { dayOf, longContent, meetings } from './long-content.ts';

const mostHtml = 100_000;

let dist: string;
let pages: Map<string, BuiltPage>;

beforeAll(async () => {
  const built = await buildSite({ name: 'long', env: { ARCHIVE_CONTENT: longContent() } });
  expect(built.code, built.output).toBe(0);
  dist = built.dist;
  pages = new Map(readPages(dist).map((page) => [page.path, page]));
}, 180_000);

/** The pages of a list, newest first, as they lead from each to the next older one. */
function chainFrom(list: string): BuiltPage[] {
  const all = [...pages.values()].filter(
    ({ path: at }) => at === list || at.startsWith(`${list}earlier/`),
  );
  const numbers = all
    .map(({ path: at }) => Number(/earlier\/(\d+)\/$/.exec(at)?.[1] ?? Number.NaN))
    .filter((number) => !Number.isNaN(number))
    .sort((a, b) => b - a);
  return [list, ...numbers.map((number) => `${list}earlier/${number}/`)].map((at) =>
    pages.get(at)!,
  );
}

const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const matches = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map((match) => match[1]!);
/** What stands in the list of a page of a reference. */
const discussionsOf = ({ html }: BuiltPage): string =>
  /<ol class="plain discussions"[\s\S]*?<\/ol>/.exec(html)?.[0] ?? '';
const datesOf = (page: BuiltPage): string[] =>
  matches(discussionsOf(page), /<time datetime="([^"]+)"/g);

test('no page is longer than it may be, but for a meeting whose note is', () => {
  const long = [...pages.values()]
    .filter(({ path: at }) => !/^meetings\/\d/.test(at))
    .filter(({ html }) => Buffer.byteLength(html) >= mostHtml)
    .map(({ path: at, html }) => `${at} ${Buffer.byteLength(html)}`);
  expect(long).toEqual([]);
});

describe('a reference discussed in very many meetings', () => {
  const list = 'acme/app/issues/20/';

  test('has every discussion on one of its pages, the newest first', () => {
    const chain = chainFrom(list);
    expect(chain.length).toBeGreaterThan(2);
    const days = Array.from({ length: meetings }, (_, index) => dayOf(index));
    expect(chain.flatMap(datesOf)).toEqual(days.toReversed());
  });

  test('says in words what is on a page, and that the newest comes first', () => {
    const [first, second] = chainFrom(list).map(({ html }) => textOf(html));
    expect(first).toMatch(
      /130 sections in all; on this page the latest \d+, of \w+ 201\d – \w+ 2017, the newest first/,
    );
    expect(second).toMatch(
      /130 sections in all; on this page \d+, of \w+ 201\d – \w+ 201\d, the newest first/,
    );
    expect(first).toContain('7 days earlier');
    expect(first).not.toContain('days later');
  });

  test('calls each page by its months, with an address, a title and a description of its own', () => {
    const chain = chainFrom(list);
    const heads = chain.map(({ html }) => ({
      canonical: /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1],
      title: /<title>([^<]+)<\/title>/.exec(html)?.[1],
      description: /<meta name="description" content="([^"]+)"/.exec(html)?.[1],
      heading: textOf(/<h1>(.*?)<\/h1>/.exec(html)?.[1] ?? ''),
    }));
    for (const [place, { canonical, title, heading }] of heads.entries()) {
      expect(canonical).toMatch(new RegExp(`/${chain[place]!.path}$`));
      expect(title).toBe(`${heading} · Long calls`);
    }
    expect(heads[0]?.heading).toBe('Issue or pull request #20');
    expect(heads[1]?.heading).toMatch(/^Issue or pull request #20, \w+ 201\d – \w+ 201\d$/);
    expect(new Set(heads.map(({ title }) => title)).size).toBe(heads.length);
    expect(new Set(heads.map(({ description }) => description)).size).toBe(heads.length);
  });

  test('leads from the first page to all, and from each to those beside it and back', () => {
    const chain = chainFrom(list);
    const linksOf = ({ html }: BuiltPage): string[] =>
      matches(html, /href="(\/acme\/app\/issues\/20\/(?:earlier\/\d+\/)?)"/g);
    const addresses = chain.map(({ path: at }) => `/${at}`);
    expect(linksOf(chain[0]!)).toEqual(addresses.slice(1));
    for (const [place, page] of chain.entries()) {
      if (place === 0) continue;
      const beside = [addresses[place - 1], addresses[place + 1]].filter((at) => at !== undefined);
      expect(linksOf(page)).toEqual([addresses[0], ...beside]);
    }
  });

  test('has its feed and data, and the comment to post, on its own address alone', () => {
    const chain = chainFrom(list);
    expect(existsSync(path.join(dist, 'acme/app/issues/20/feed.xml'))).toBe(true);
    for (const [place, { html, links }] of chain.entries()) {
      expect(links.map(({ url }) => url)).toContain('/acme/app/issues/20/feed.xml');
      expect(html.includes('<comment-box')).toBe(place === 0);
    }
    expect(chain[0]?.html).toMatch(/\d+ earlier discussions, the first on 6 Jan 2015\]/);
  });

  test('cuts what is endless, and leads to all of it', () => {
    const cut = `/meetings/${dayOf(40)}/#standing-item-of-call-40`;
    const page = chainFrom(list).find((each) => each.links.some(({ url }) => url === cut))!;
    expect(matches(page.html, /href="([^"]*)"[^>]*>More of it in the notes<\/a>/g)).toEqual([cut]);
    expect(discussionsOf(page)).toContain('…');
  });

  test('is linked to the top of a meeting whose heading is too long for an address', () => {
    const links = chainFrom(list).flatMap((page) => page.links.map(({ url }) => url));
    expect(links).toContain(`/meetings/${dayOf(60)}/`);
  });
});

test('a reference discussed seldom has one page, from the beginning on', () => {
  const page = pages.get('acme/app/issues/100/')!;
  expect(page.html).not.toContain('class="pager"');
  expect(page.html).not.toContain('newest first');
  expect(chainFrom('acme/app/issues/100/')).toHaveLength(1);
});

test.each([
  ['the home repository', 'acme/app/', 1 + 3 * meetings, /href="\/acme\/app\/issues\/(\d+)\/"/g],
  ['the meetings', 'meetings/', meetings, /<a class="when" href="\/meetings\/([^"/]+)\/"/g],
  ['the decisions', 'decisions/', 399 + meetings, /RESOLVED: (call \d+ number \d+)/g],
  ['the action items', 'actions/', 2 * meetings, /((?:Do|Done) call \d+)/g],
  [
    'a topic',
    'topics/standing-item/',
    meetings - 1,
    /<h3[^>]*>\s*<a href="\/meetings\/([^"/]+)\//g,
  ],
])('%s: everything is on one of several pages', (_name, list, count, pattern) => {
  const chain = chainFrom(list);
  expect(chain.length).toBeGreaterThan(1);
  const listed = chain.map(({ html }) =>
    html.replace(/<section aria-labelledby="site.most"[\s\S]*?<\/section>/, ''),
  );
  const found = listed.flatMap((html) => [...new Set(matches(html, pattern))]);
  expect(new Set(found).size).toBe(count);
  expect(found).toHaveLength(count);
});

test.each([
  ['the meetings', 'meetings/', meetings],
  ['the home repository', 'acme/app/', 1 + 3 * meetings],
])('%s: a year is counted whole on each page that has some of it', (_name, list, count) => {
  const whole = new Map<string, Set<number>>();
  const shown = new Map<string, number>();
  for (const { html } of chainFrom(list)) {
    for (const heading of html.match(/<h2 id="(?:site\.)?\d{4}"[\s\S]*?<\/h2>/g) ?? []) {
      const year = /\d{4}/.exec(heading)![0];
      const [, some, all] = /(?:(\d+) of )?(\d+) ?(?:meetings?)?\s*<\/span>/.exec(heading) ?? [];
      // Without a count all of it is there.
      if (all === undefined) continue;
      whole.set(year, (whole.get(year) ?? new Set()).add(Number(all)));
      shown.set(year, (shown.get(year) ?? 0) + Number(some ?? all));
    }
  }
  expect([...whole.values()].every(({ size }) => size === 1)).toBe(true);
  const parted = [...whole].filter(([year, all]) => shown.get(year) === [...all][0]);
  expect(parted).toHaveLength(whole.size);
  expect(whole.size).toBeGreaterThan(0);
  const total = [...whole.values()].reduce((sum, [all = 0]) => sum + all, 0);
  expect(total).toBeLessThanOrEqual(count);
});

test.each([
  ['repository', 'references/', (number: number) => `/org${number}/tool-of-${number}/`],
  ['topic', 'topics/', (number: number) => `/topics/subject-${number}/`],
])('every %s is on a page of its list', (_name, list, addressOf) => {
  const listing = [...pages.values()].filter(
    ({ path: at }) => at === list || at.startsWith(`${list}page/`),
  );
  expect(listing.length).toBeGreaterThan(1);
  const linked = new Set(listing.flatMap(({ links }) => links.map(({ url }) => url)));
  for (let number = 100; number < 100 + 3 * meetings; number += 1) {
    expect(linked).toContain(addressOf(number));
  }
});

test('no link within the site leads nowhere', () => {
  const dead = [...pages.values()].flatMap(({ path: at, links }) =>
    links
      .filter(({ url }) => url.startsWith('/') && !existsSync(path.join(dist, url.split('#')[0]!)))
      .map(({ url }) => `${at}: ${url}`),
  );
  expect(dead).toEqual([]);
});
