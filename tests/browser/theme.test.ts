import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { visit } from './visit.ts';

const paper = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

describe.for(['real', 'below'] as const)('the theme (%s)', (site) => {
  test('follows the system until one is chosen', async () => {
    const page = await visit('', { site, context: { colorScheme: 'light' } });
    const light = await paper(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await paper(page)).not.toBe(light);
  });

  test('is remembered on every page, and stands before the first paint', async () => {
    const page = await visit('', { site, context: { colorScheme: 'dark' } });
    const dark = await paper(page);
    const control = page.getByRole('button', { name: 'Theme: system' });
    await control.click();
    await page.getByRole('button', { name: 'Theme: light' }).waitFor();
    const light = await paper(page);
    expect(light).not.toBe(dark);

    await page.route('**/*.js', (route) => route.abort());
    await page.getByRole('link', { name: 'Meetings', exact: true }).click();
    await page.waitForURL('**/meetings/');
    expect(await paper(page)).toBe(light);
    const early = await page.evaluate(() => {
      const script = document.querySelector('head script:not([type])');
      return script?.nextElementSibling !== null && !script?.hasAttribute('src');
    });
    expect(early).toBe(true);
  });

  test('goes back to the system’s, and then remembers nothing', async () => {
    const page = await visit('', { site, context: { colorScheme: 'dark' } });
    const dark = await paper(page);
    for (const name of ['Theme: system', 'Theme: light', 'Theme: dark']) {
      await page.getByRole('button', { name }).click();
    }
    await page.getByRole('button', { name: 'Theme: system' }).waitFor();
    expect(await paper(page)).toBe(dark);
    expect(await page.evaluate(() => localStorage.getItem('theme'))).toBeNull();
  });
});
