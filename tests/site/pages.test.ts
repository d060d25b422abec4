import { HtmlValidate } from 'html-validate';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { pathsBelow } from '../../src/site/paths-below.ts';
import { findPageKinds } from '../browser/page-kinds.ts';
import { type BuiltPage, readPages } from './built-pages.ts';
import type { Sites } from './setup.ts';

// What the pages hold is generated from a tested sanitiser and components, so the rules that are about
// a way of writing rather than about validity are off.
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: {
    // HTML allows any id without a space; anchors are GitHub's, and begin with digits.
    'valid-id': 'off',
    // Astro and the printer of notes write what is valid, in their own style.
    'doctype-style': 'off',
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'attr-quotes': 'off',
    // The length of a title is the meeting's.
    'long-title': 'off',
  },
});

const bases: Record<keyof Sites, string> = {
  real: '/',
  fixture: '/',
  hostile: '/',
  below: '/foundation/',
};

const addressOf = (site: keyof Sites): string =>
  site === 'below' ? 'https://example.org' : 'http://localhost:4321';

describe.for(Object.keys(bases) as (keyof Sites)[])('the site "%s"', (site) => {
  const base = bases[site];
  const address = addressOf(site);
  const dist = () => inject('sites')[site];
  let pages: BuiltPage[];
  beforeAll(() => {
    pages = readPages(dist());
  });

  test('has no link within itself that leads nowhere, nor any anchor', () => {
    const idsOf = new Map(pages.map(({ path, ids }) => [path, new Set(ids)]));
    const dead: string[] = [];
    for (const { path: from, links } of pages) {
      for (const { url: link } of links) {
        const own = link.startsWith(`${address}/`);
        if (!own && /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(link)) continue;
        const url = new URL(link, `${address}${base}${from}`);
        const path = decodeURIComponent(url.pathname);
        const inside = path.startsWith(base) ? path.slice(base.length) : undefined;
        const target = inside?.replace(/(^|\/)$/, '$1index.html');
        const found =
          target !== undefined &&
          existsSync(join(dist(), target)) &&
          statSync(join(dist(), target)).isFile();
        const anchor = url.hash.slice(1);
        // As browsers look for it: as it is written, and then decoded.
        const hit =
          anchor === '' ||
          [anchor, decodeURIComponent(anchor)].some((id) => idsOf.get(inside ?? '')?.has(id));
        if (!found || !hit) dead.push(`${from}: ${link}`);
      }
    }
    expect(dead).toEqual([]);
  });

  test('names only what is there, in whatever it writes with its own address', () => {
    const files = pathsBelow(dist()).filter(
      (file) => /\.(?:html|xml|json|txt)$/.test(file) && !file.startsWith('pagefind'),
    );
    const written = new RegExp(`${RegExp.escape(address + base)}[^\\s"'<>()&\\\\{}\`]*`, 'g');
    const dead = new Set<string>();
    let found = 0;
    for (const file of files) {
      for (const [link] of readFileSync(join(dist(), file), 'utf8').matchAll(written)) {
        const { pathname } = new URL(link);
        // A form of address, told to programs, and none itself.
        if (/\/OWNER\/REPO\//.test(pathname)) continue;
        const target = decodeURIComponent(pathname)
          .slice(base.length)
          .replace(/(^|\/)$/, '$1index.html');
        found += 1;
        if (!existsSync(join(dist(), target))) dead.add(`${file}: ${link}`);
      }
    }
    expect(found).toBeGreaterThan(pages.length);
    expect([...dead]).toEqual([]);
  });

  test('has nothing behind the end of a page, where HTML allows no element', () => {
    const open = pages.filter(({ html }) => !/<\/body>\s*<\/html>\s*$/.test(html));
    expect(open.map(({ path }) => path)).toEqual([]);
  });

  test('has no list without an item', () => {
    // That of the page for missing addresses is filled by its script.
    const empty = pages.filter(
      ({ path, html }) => path !== '404.html' && /<[uo]l\b[^>]*>\s*<\/[uo]l>/.test(html),
    );
    expect(empty.map(({ path }) => path)).toEqual([]);
  });

  test('has no landmark without anything in it', () => {
    const empty = pages.filter(({ html }) =>
      /<(aside|nav|section|header|footer)\b[^>]*>\s*<\/\1>/.test(html),
    );
    expect(empty.map(({ path }) => path)).toEqual([]);
  });

  test('has no id twice in a page', () => {
    const twice = pages.flatMap(({ path, ids }) =>
      ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path}: ${id}`),
    );
    expect(twice).toEqual([]);
  });

  test('leads from a list of what notes mark to the meetings, and to the other list', () => {
    const lists = pages.filter(({ path }) => path === 'decisions/' || path === 'actions/');
    for (const { path, html } of lists) {
      const main = html.slice(html.indexOf('<main'));
      for (const other of ['meetings/', ...lists.map((list) => list.path)]) {
        expect(main.includes(`href="${base}${other}"`), `${path} to ${other}`).toBe(other !== path);
      }
    }
  });

  test('keeps room for each picture', () => {
    const unsized = pages.flatMap(({ path, html }) =>
      [...html.matchAll(/<img\b[^>]*\ssrc="\/[^>]*>/g)].flatMap(([image]) =>
        /\swidth=/.test(image) && /\sheight=/.test(image) ? [] : [`${path}: ${image}`],
      ),
    );
    expect(unsized).toEqual([]);
  });

  test('allows its pages what they use, and nothing else', () => {
    const policies = new Set(
      pages.map(({ html }) =>
        /http-equiv="content-security-policy" content="([^"]*)"/
          .exec(html)?.[1]
          ?.replace(/ 'sha256-[^']+'/g, ''),
      ),
    );
    const used = ['connect-src', 'form-action', 'img-src', 'script-src', 'style-src'];
    expect([...policies].sort()).toEqual([
      "default-src 'none'",
      ["default-src 'none'", "base-uri 'none'", ...used.map((name) => `${name} 'self'`)].join(';'),
    ]);
  });

  test('asks no other host for anything, and has no style or script in its tags', () => {
    const faults = pages.flatMap(({ path, html }) => {
      const markup = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '');
      const foreign =
        /<(?:script|img|iframe|source|video|audio|embed|object)\b[^>]*\s(?:src|data|srcset)="(?:https?:)?\/\//;
      const sheet = /<link\b[^>]*rel="(?:stylesheet|preload|modulepreload)"[^>]*href="https?:/;
      return [foreign, sheet, /<[a-z][^>]*\sstyle="/, /<[a-z][^>]*\son[a-z]+="/].flatMap((fault) =>
        fault.test(markup) ? [`${path}: ${fault.exec(markup)?.[0]}`] : [],
      );
    });
    expect(faults).toEqual([]);
  });
});

// All pages of some, and of the others the longest and shortest of each kind.
test.for([
  ['real', true],
  ['fixture', true],
  ['below', false],
  ['hostile', false],
] as const)('the HTML of the site "%s" is valid', async ([site, all]) => {
  const faults: string[] = [];
  const kinds = new Set(findPageKinds(inject('sites')[site]).flatMap(({ paths }) => paths));
  for (const { path, html } of readPages(inject('sites')[site])) {
    if (!all && !kinds.has(path)) continue;
    const report = await validator.validateString(html, path);
    for (const { messages } of report.results) {
      for (const { ruleId, message, line, column } of messages) {
        faults.push(`${path}:${line}:${column} ${ruleId}: ${message}`);
      }
    }
  }
  expect([...new Set(faults)].slice(0, 40)).toEqual([]);
});
