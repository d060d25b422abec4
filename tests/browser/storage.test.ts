import { expect, test } from 'vitest';
import { openSearchPage } from './search-page.ts';

test('a browser keeps the theme and the latest searches, and nothing else', async () => {
  const { page, ask, answered } = await openSearchPage('');
  const sent: string[] = [];
  page.on('request', (request) => sent.push(...Object.keys(request.headers())));
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);

  await page.getByRole('button', { name: 'Theme: system' }).click();
  await ask('tests');
  await page.selectOption('select[name=year]', '2020');
  await page.waitForFunction(() => location.search.includes('year'));
  await page.goBack();
  await answered('tests');
  await page.locator('#search-results > li > a').first().click();
  await page.waitForURL('**/meetings/**');
  await page
    .getByRole('button', { name: /^Cite “/ })
    .first()
    .click();
  const box = page.getByRole('dialog', { name: /^Cite “/ });
  await box.getByRole('button', { name: 'Link', exact: true }).click();
  await expect.poll(() => box.getByRole('status').textContent()).toBe('Copied');
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.getByRole('dialog', { name: /search/i }).waitFor();

  const kept = () =>
    page.evaluate(async () => ({
      local: Object.keys(localStorage).sort(),
      session: Object.keys(sessionStorage),
      databases: await indexedDB.databases(),
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      cookie: document.cookie,
    }));
  // The words of a followed result last until the page that it leads to has taken them.
  await expect.poll(async () => (await kept()).session).toEqual([]);
  expect(await kept()).toEqual({
    local: ['recent-searches', 'theme'],
    ...{ session: [], databases: [], caches: [], workers: 0, cookie: '' },
  });
  expect(await page.context().cookies()).toEqual([]);
  expect(sent).not.toContain('cookie');
});
