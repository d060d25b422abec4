import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visit } from './visit.ts';

const sign = (page: Page) => page.locator('.search-link kbd');
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' });
const key = (page: Page) => page.getByRole('checkbox', { name: 'The key / opens the search' });

test('the key that opens the search can be switched off, and on again, for all pages', async () => {
  const page = await visit('');
  expect(await sign(page).isVisible()).toBe(true);
  await page.keyboard.press('/');
  await key(page).uncheck();
  expect(await sign(page).isVisible()).toBe(false);
  await page.keyboard.press('Escape');

  await page.goto(new URL('meetings/', page.url()).href);
  expect(await sign(page).isVisible()).toBe(false);
  await page.keyboard.press('/');
  // What the other keys open is open by then.
  await page.keyboard.press('Control+k');
  await dialog(page).getByRole('searchbox').waitFor();
  expect(await dialog(page).getByRole('searchbox').inputValue()).toBe('');
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['search-key']);
  await key(page).check();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await page.keyboard.press('Escape');
  // The box that had the focus has it until the page is drawn anew, and a key pressed by then is its own.
  await page.waitForFunction(() => document.activeElement === document.body);
  await page.keyboard.press('/');
  await dialog(page).waitFor();
});

/** What of the search is asked for from now on. */
function hearAsked(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/search/')) asked.push(pathname);
  });
  return asked;
}

test('switched off, the key opens nothing and asks for nothing', async () => {
  const page = await visit('');
  await page.evaluate(() => localStorage.setItem('search-key', 'off'));
  await page.reload();
  const asked = hearAsked(page);
  await page.keyboard.press('/');
  await page.waitForTimeout(500);
  expect(asked).toEqual([]);
});

test('on the search page the switch is there too, and is reached by keyboard', async () => {
  const page = await visit('search/');
  await key(page).waitFor();
  for (let times = 0; times < 12; times += 1) {
    if (await key(page).evaluate((box) => box === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
  expect(await key(page).isChecked()).toBe(false);
});

test('where nothing can be kept, the key opens nothing and no switch is shown', async () => {
  const page = await visit('');
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.reload();
  const asked = hearAsked(page);
  await page.keyboard.press('/');
  await page.waitForTimeout(500);
  expect(asked).toEqual([]);
  await page.keyboard.press('Control+k');
  await dialog(page).getByRole('link', { name: 'topics' }).waitFor();
  expect(await key(page).count()).toBe(0);
});

test('without script no key is promised', async () => {
  const page = await visit('', { context: { javaScriptEnabled: false } });
  expect(await sign(page).isVisible()).toBe(false);
});

test('the link to the search is as wide with the sign of its key as without', async () => {
  const page = await visit('');
  const width = () => page.locator('.search-link').evaluate((link) => link.clientWidth);
  const before = await width();
  await page.evaluate(() => localStorage.setItem('search-key', 'off'));
  await page.reload();
  expect(await width()).toBe(before);
});
