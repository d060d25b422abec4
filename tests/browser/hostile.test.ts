import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';

import { readPages } from '../site/built-pages.ts';
import { openSearchPage } from './search-page.ts';
import { takeComplaints, visit } from './visit.ts';

const pagesAtATime = 40;
const pages = readPages(inject('sites').hostile)
  .filter(({ html, path }) => !/http-equiv="refresh"/.test(html) && path !== '404.html')
  .map(({ path }) => path);
const batches = Array.from({ length: Math.ceil(pages.length / pagesAtATime) }, (_, index) =>
  pages.slice(index * pagesAtATime, (index + 1) * pagesAtATime),
);

/** What no page has of its own, so that it could only come from a stranger's note. */
const intruders =
  'iframe, object, embed, base, frame, svg script, math, template, textarea:not([readonly]), marquee, ' +
  'video, audio, meta[http-equiv=refresh], [onerror], [onload], [onclick], [onmouseover], [onfocus], [style], ' +
  '[data-pagefind-weight], [data-pagefind-ignore=all], form:not([role=search], [role=search] > form), ' +
  'main img:not([src^="/badges/"]), [src*="example.org"], link[href*="example.org"]:not([rel=canonical]), ' +
  'a[href^="javascript:" i], a[href^="data:" i], a[href^="vbscript:" i]';

/** What scripts say in dialogs, of which there must be none. */
function hearDialogs(page: Page): string[] {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return dialogs;
}

const intrudersOf = (page: Page) =>
  page
    .locator(intruders)
    .evaluateAll((elements) => elements.map((element) => element.outerHTML.slice(0, 100)));

test.for(batches.map((batch, index) => [index + 1, batch] as const))(
  'notes of strangers stay words, batch %i',
  { timeout: 120_000 },
  async ([, batch]) => {
    // Little is drawn: to draw pages takes longer than all else.
    const context = { viewport: { width: 320, height: 240 } };
    const page = await visit(batch[0] ?? '', { site: 'hostile', context });
    const dialogs = hearDialogs(page);
    const home = new URL(inject('addresses').hostile);
    const found: string[] = [];
    for (const path of batch) {
      await page.goto(new URL(path, home).href);
      expect(new URL(page.url()).origin).toBe(home.origin);
      const { left, written } = await page.evaluate((unwanted) => {
        const own = document.querySelectorAll('script:not([type="application/ld+json"]), style');
        return {
          left: [...document.querySelectorAll(unwanted)].map(({ outerHTML }) =>
            outerHTML.slice(0, 100),
          ),
          written: [...own]
            .map(({ textContent }) => textContent ?? '')
            .filter((text) => /alert\(1\)|display:none}body|@import/.test(text)),
        };
      }, intruders);
      found.push(...written.map((text) => `${path}: ${text.slice(0, 100)}`));
      found.push(...left.map((html) => `${path}: ${html}`));
    }
    expect(found).toEqual([]);
    expect(dialogs).toEqual([]);
    expect(takeComplaints()).toEqual([]);
  },
);

test('what is searched for, found and remembered stays words', async () => {
  const { page, ask, answered } = await openSearchPage('', 'hostile', (opened) => {
    // Whatever another page of the same host has left behind.
    return opened.addInitScript(() => {
      localStorage.setItem('theme', '"><img src=x onerror=alert(1)>');
      const recent = ['<img src=x onerror=alert(1)>', { length: 1 }, null, '</script>'];
      localStorage.setItem('recent-searches', JSON.stringify(recent));
      const words = ['<img src=x onerror=alert(1)>', 1, 'after'];
      sessionStorage.setItem('search-words', JSON.stringify({ address: location.href, words }));
    });
  });
  const dialogs = hearDialogs(page);
  const found: string[] = [];
  for (const words of [
    ...['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', 'onerror', 'alert(1)'],
    ...['constructor', '__proto__', 'toString', 'hasOwnProperty', 'after', '"unclosed', '-', '#'],
    ...['topic:constructor', 'topic:__proto__', 'repo:constructor/prototype', 'year:__proto__'],
    ...[
      "'-alert(1)-'",
      '${alert(1)}',
      '\u202egnp.exe',
      '(((a+)+)+$',
      '%3Cscript%3E',
      '[object Object]',
    ],
  ]) {
    await ask(words);
    found.push(...(await intrudersOf(page)).map((html) => `${words}: ${html}`));
  }
  for (const search of [
    '?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&year=%3Cscript%3E&topic=__proto__&sort=constructor',
    '?q=after&topic=%22%3E%3Cimg%20src=x%3E&repo=..%2F..%2Fx&page=1e9#%3Cimg%20src=x%20onerror=alert(1)%3E',
    '?__proto__[x]=1&q=after&q=words&constructor=1',
  ]) {
    await page.goto(new URL(search, page.url()).href);
    await answered(new URLSearchParams(search).get('q') ?? '');
    found.push(...(await intrudersOf(page)).map((html) => `${search}: ${html}`));
  }
  await page.keyboard.press('Control+k');
  found.push(...(await intrudersOf(page)).map((html) => `the dialog: ${html}`));
  expect(found).toEqual([]);
  expect(dialogs).toEqual([]);
});

test('no address leads out of the site, or writes into a page', async () => {
  const page = await visit('', { site: 'hostile' });
  const dialogs = hearDialogs(page);
  const home = new URL(inject('addresses').hostile);
  const leading = readPages(inject('sites').hostile).find(({ html }) => /"refresh"/.test(html));
  const ends = '?to=javascript:alert(1)&"><script>alert(1)</script>#"><img src=x onerror=alert(1)>';
  const found: string[] = [];
  for (const target of [
    ...[
      '/%3Cscript%3Ealert(1)%3C/script%3E/',
      '//example.org/',
      '/%2f%2fexample.org/',
      '/%5cexample.org/',
    ],
    ...['/constructor/', '/__proto__/', '/osquery/osquery/pull/12/..%2f..%2f..%2f/example.org/'],
    ...[
      '/javascript:alert(1)',
      '/%0d%0aSet-Cookie:a=b/',
      '/meetings/2020-13-45-%22onload=alert(1)/',
      '/%zz',
    ],
    ...[
      '/https://example.org/',
      '/osquery/osquery/pull/99999999999999999999/',
      `/${'a/'.repeat(900)}`,
    ],
    ...[`/meetings/${ends}`, `/${leading?.path ?? ''}${ends}`, `/topics/constructor/${ends}`],
  ]) {
    await page.goto(home.origin + target);
    let left: string[] | undefined;
    // Asked again where the page leads on in the middle of it.
    while (left === undefined) left = await intrudersOf(page).catch(() => undefined);
    expect(new URL(page.url()).origin).toBe(home.origin);
    found.push(...left.map((html) => `${target.slice(0, 60)}: ${html}`));
  }
  expect(leading).toBeDefined();
  expect(found).toEqual([]);
  expect(dialogs).toEqual([]);
  const others = takeComplaints().filter((text) => !/status of (?:400|404)/.test(text));
  expect(others).toEqual([]);
});

test('what programs read is well formed, and holds nothing that could run', async () => {
  const dist = inject('sites').hostile;
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:xml|svg|json)$/.test(file) && !/^pagefind|^favicon/.test(file))
    .sort();
  expect(files.filter((file) => file.endsWith('.xml')).length).toBeGreaterThan(3);
  const page = await visit('', { site: 'hostile' });
  for (const file of files) {
    const text = readFileSync(path.join(dist, file), 'utf8');
    if (file.endsWith('.json')) {
      JSON.parse(text);
      continue;
    }
    const faults = await page.evaluate(
      ([xml, unwanted]) => {
        const parsed = new DOMParser().parseFromString(xml, 'application/xml');
        const wrong: string[] = [];
        for (const element of parsed.querySelectorAll('*')) {
          const { localName, namespaceURI } = element;
          const own = /Atom$|sitemap|svg$|opensearch|media/.test(namespaceURI ?? '');
          if (!own || /^(?:script|foreignObject|a|use|image|animate)$/.test(localName)) {
            wrong.push(`<${localName}> of ${namespaceURI}`);
          }
          for (const { name, value } of element.attributes) {
            if (/^on/i.test(name) || /^\s*(?:javascript|data|vbscript):/i.test(value)) {
              wrong.push(`${name}="${value}"`);
            }
          }
          if (element.getAttribute('type') !== 'html') continue;
          const shown = new DOMParser().parseFromString(element.textContent ?? '', 'text/html');
          const bad = shown.querySelectorAll(`${unwanted}, script, style`);
          wrong.push(...[...bad].map(({ outerHTML }) => outerHTML.slice(0, 100)));
        }
        return wrong;
      },
      [text, intruders] as const,
    );
    expect(faults, file).toEqual([]);
  }
  for (const { html, path: from } of readPages(dist)) {
    for (const [, data] of html.matchAll(
      /<script type="application\/ld\+json">(.*?)<\/script>/gs,
    )) {
      expect(data, from).not.toMatch(/<!--|<script/i);
      JSON.parse(data ?? '');
    }
  }
  const list = readFileSync(path.join(dist, 'llms.txt'), 'utf8');
  for (const [, address] of list.matchAll(/(?<!\\)\]\(([^)]*)\)/g)) {
    expect(address).toMatch(/^http:\/\/localhost:4321\//);
  }
  expect(list).not.toMatch(/(?<!\\)<[a-z/!]/i);
});

test('pictures for previews are pictures', () => {
  const folder = path.join(inject('sites').hostile, 'og');
  const pictures = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.png'),
  );
  expect(pictures.length).toBeGreaterThan(200);
  for (const file of pictures) {
    const bytes = readFileSync(path.join(folder, file));
    expect(bytes.subarray(0, 8).toString('latin1'), file).toBe('\x89PNG\r\n\x1a\n');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], file).toEqual([1200, 630]);
  }
});
