import { expect, test } from 'vitest';
import { visit } from './visit.ts';

test.for([
  ['pull request #5892', '#5892', 'real', 'meetings/2019-10-29/'],
  ['issue #5966', '#5966', 'real', 'meetings/2019-10-29/'],
  ['PR #12', 'PR #12', 'fixture', 'meetings/2023-01-10/'],
  ['issue or pull request #40', '#40', 'fixture', 'meetings/2023-01-10-evening/'],
] as const)('the sign before a reference is heard as words, and not copied: %s', async (row) => {
  const [heard, seen, site, path] = row;
  const page = await visit(path, { site });
  const link = page.locator('.text').getByRole('link', { name: heard, exact: true });
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
