import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { overflow } from './audit.ts';
import { findPageKinds } from './page-kinds.ts';
import { visit } from './visit.ts';

const kinds = findPageKinds(inject('sites').real);

/** A page on a narrow screen. */
const open = (path: string): Promise<Page> =>
  visit(path, { context: { viewport: { width: 320, height: 600 } } });

/** Shows a page as to somebody who has letters of so many pixels. */
const grow = (page: Page, letters: number): Promise<void> =>
  page.evaluate((size) => {
    document.documentElement.style.fontSize = `${size}px`;
  }, letters);

/** Words of headings, of up to twelve letters, that stand on two lines. */
const brokenWords = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main :is(h1, h2, h3)')].flatMap((heading) => {
      const broken: string[] = [];
      const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode as Text;
        for (const { 0: word, index } of text.data.matchAll(/(?<![\w/])\w{1,12}(?![\w/])/g)) {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (lines.size > 1) broken.push(word);
        }
      }
      return broken;
    }),
  );

test.for(kinds)(
  'words of headings stay whole where letters are large: $kind',
  async ({ paths }) => {
    const page = await open(paths[0]!);
    for (const size of [20, 24, 32]) {
      await grow(page, size);
      expect(await brokenWords(page), `${size} px`).toEqual([]);
      expect(await overflow(page), `${size} px`).toBe(0);
    }
  },
);

test('there is room in the field of the search for what is typed', async () => {
  const page = await open('');
  await grow(page, 32);
  const field = await page.getByRole('searchbox').boundingBox();
  expect(field!.width).toBeGreaterThan(250);
});
