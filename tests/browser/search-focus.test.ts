import { expect, test } from 'vitest';
import { visit } from './visit.ts';

test('no row that has the focus is behind the field of the dialog', async () => {
  const page = await visit('', { context: { viewport: { width: 1280, height: 500 } } });
  await page.keyboard.press('/');
  await page.waitForSelector('dialog[open] input:focus');
  await page.keyboard.type('osquery');
  await page.waitForFunction(() => document.querySelectorAll('dialog ol > li').length > 6);
  for (let times = 0; times < 8; times += 1) await page.keyboard.press('ArrowDown');
  for (let times = 0; times < 7; times += 1) {
    await page.keyboard.press('ArrowUp');
    const hidden = await page.evaluate(() => {
      const { top } = document.activeElement!.getBoundingClientRect();
      return document.querySelector('dialog .search-ask')!.getBoundingClientRect().bottom - top;
    });
    expect(hidden).toBeLessThanOrEqual(-4);
  }
});

test('the references of a row stand out where it has the focus', async () => {
  const page = await visit('search/?q=python+tests+json');
  await page.waitForSelector('#search-results .chip');
  const look = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  await page.locator('#search-results li:has(.chip) > a').first().focus();
  expect(await look('#search-results li:focus-within .chip')).not.toBe(
    await look('#search-results li:focus-within'),
  );
});

test.for([
  ['the search page', 'search/', 'main'],
  ['the dialog', '', 'dialog[open]'],
  ['the home page', '', 'main'],
])('the hint in the field can be read in the dark: %s', async ([, path, where]) => {
  const page = await visit(path!, { context: { colorScheme: 'dark' } });
  if (where!.startsWith('dialog')) await page.keyboard.press('/');
  const hint = await page
    .locator(`${where} input[type=search]`)
    .evaluate((field) => getComputedStyle(field, '::placeholder').color);
  expect(hint).toBe('rgb(196, 192, 184)');
});

test('the link to the search says on the search page that one is there', async () => {
  const page = await visit('search/');
  const look = () =>
    page.locator('.search-link').evaluate((link) => getComputedStyle(link).boxShadow);
  expect(await look()).toContain('inset');
  await page.goto(new URL('/meetings/', page.url()).href);
  expect(await look()).toBe('none');
});
