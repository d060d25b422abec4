import { expect, test } from 'vitest';
import { openSearchPage } from './search-page.ts';

test('back from a row one is where one was, with as many rows', async () => {
  const search = await openSearchPage('?q=osquery');
  await search.answered('osquery');
  const { page } = search;
  const rows = page.locator('#search-results > li');
  const more = page.getByRole('button', { name: 'Show more' });
  await more.click();
  await expect.poll(() => rows.count()).toBeGreaterThan(10);
  const count = await rows.count();
  const row = rows.nth(11).locator('a');
  await row.evaluate((link) => {
    link.scrollIntoView({ block: 'center' });
    (link as HTMLElement).focus({ preventScroll: true });
  });
  const place = await page.evaluate(() => scrollY);
  expect(place).toBeGreaterThan(200);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/meetings\//);
  await page.goBack();
  await expect.poll(() => rows.count()).toBe(count);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
  // Another query begins with few rows, at the top.
  await search.ask('build');
  await expect.poll(() => rows.count()).toBeLessThanOrEqual(10);
});
