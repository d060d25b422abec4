import { expect, inject, test } from 'vitest';

import { readPages } from '../site/built-pages.ts';
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
  'video, audio, meta[http-equiv=refresh], [onerror], [onload], [onclick], [style], ' +
  '[data-pagefind-weight], [data-pagefind-ignore=all], form:not([role=search]), ' +
  '[src*="example.org"], link[href*="example.org"]:not([rel=canonical]), ' +
  'a[href^="javascript:" i], a[href^="data:" i], a[href^="vbscript:" i]';

test.for(batches.map((batch, index) => [index + 1, batch] as const))(
  'notes of strangers stay words, batch %i',
  { timeout: 120_000 },
  async ([, batch]) => {
    const page = await visit(batch[0] ?? '', { site: 'hostile' });
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const home = new URL(inject('addresses').hostile);
    const found: string[] = [];
    for (const path of batch) {
      await page.goto(new URL(path, home).href);
      expect(new URL(page.url()).origin).toBe(home.origin);
      const left = await page
        .locator(intruders)
        .evaluateAll((elements) => elements.map((element) => element.outerHTML.slice(0, 100)));
      const written = await page
        .locator('script:not([type="application/ld+json"]), style')
        .evaluateAll((elements) =>
          elements
            .map(({ textContent }) => textContent ?? '')
            .filter((text) => /alert\(1\)|display:none}body|@import/.test(text)),
        );
      found.push(...written.map((text) => `${path}: ${text.slice(0, 100)}`));
      found.push(...left.map((html) => `${path}: ${html}`));
    }
    expect(found).toEqual([]);
    expect(dialogs).toEqual([]);
    expect(takeComplaints()).toEqual([]);
  },
);
