import { expect, test } from 'vitest';
import { visit } from './visit.ts';

test.for([
  ['pull request #5892', '#5892'],
  ['issue #5966', '#5966'],
])('the sign before a reference is heard as words, and not copied: %s', async ([heard, seen]) => {
  const page = await visit('meetings/2019-10-29/');
  const link = page.locator('.text').getByRole('link', { name: heard!, exact: true });
  expect(await link.count()).toBe(1);
  const copied = await link.evaluate((element) => {
    getSelection()!.selectAllChildren(element);
    return getSelection()!.toString();
  });
  expect(copied).toBe(seen);
});

test('the sign is drawn on paper too', async () => {
  const page = await visit('meetings/2019-10-29/');
  await page.emulateMedia({ media: 'print' });
  const adjust = await page
    .locator('.text .reference')
    .first()
    .evaluate((link) => getComputedStyle(link, '::before').printColorAdjust);
  expect(adjust).toBe('exact');
});
