import { expect, test } from 'vitest';
import { visit } from './visit.ts';

const marks = `globalThis.seen = [];
  new MutationObserver(() => seen.push('new' in document.documentElement.dataset))
    .observe(document, { attributes: true, attributeFilter: ['data-new'], subtree: true });`;

/** Whether the page left out what is far down, each time that this changed. */
async function changes(path: string): Promise<boolean[]> {
  const page = await visit('meetings/');
  await page.addInitScript(marks);
  await page.goto(new URL(path, page.url()).href);
  await page.locator('html:not([data-new]) .cite').first().waitFor();
  return page.evaluate(() => (globalThis as unknown as { seen: boolean[] }).seen);
}

test('a page opened at its top leaves out what is far down until it is painted', async () => {
  expect(await changes('2019-10-29/')).toEqual([true, false]);
});

test('a page opened at a section is laid out in full from the start', async () => {
  expect(await changes('2019-10-29/#money')).toEqual([]);
});

test('the buttons that come after the first paint move nothing', async () => {
  const page = await visit('meetings/2019-10-29/', {
    context: { viewport: { width: 320, height: 700 } },
  });
  await page.locator('.cite').first().waitFor();
  const moved = await page.evaluate(() => {
    const heights = (): number[] =>
      [...document.querySelectorAll('.section-head')].map((row) => row.clientHeight);
    const before = heights();
    for (const button of document.querySelectorAll('.cite')) button.remove();
    const after = heights();
    return before.filter((height, place) => height !== after[place]);
  });
  expect(moved).toEqual([]);
});
