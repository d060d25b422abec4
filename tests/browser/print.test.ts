import { expect, test } from 'vitest';
import { visit } from './visit.ts';

test('a meeting on paper is the minutes alone, with full addresses', async () => {
  const page = await visit('meetings/2019-10-29/', { context: { colorScheme: 'dark' } });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await page.getByRole('navigation').count()).toBe(0);
  expect(await page.getByRole('button').count()).toBe(0);
  expect(await page.getByText('osquery office hours', { exact: true }).isVisible()).toBe(true);
  const paper = await page.evaluate(() => getComputedStyle(document.documentElement).color);
  expect(paper).toBe('rgb(28, 27, 25)');
  const after = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(await after('.text a.reference')).toContain(
    'https://github.com/osquery/osquery/pull/5892',
  );
  expect(await after('.recording')).toContain('youtube.com/watch');
  const address = page.locator('article > footer .on-paper');
  expect(await address.textContent()).toContain('/meetings/2019-10-29/');
  expect(await address.isVisible()).toBe(true);
});
