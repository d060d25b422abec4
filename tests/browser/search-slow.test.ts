import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openSearchPage } from './search-page.ts';
import { takeComplaints, visit } from './visit.ts';

const program = '**/search/search.js';

/** Keeps the program back until it is let go. */
async function hold(page: Page): Promise<() => void> {
  let release: (() => void) | undefined;
  const held = new Promise<void>((done) => (release = done));
  await page.route(program, async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  return () => release?.();
}

describe('the search page before its program is there', () => {
  const box = 'main search-box input[type=search]';

  test('has its field and the query, which stay where they are', async () => {
    const page = await visit('');
    const release = await hold(page);
    await page.goto(new URL('/search/?q=arch+linux', page.url()).href, { waitUntil: 'commit' });
    await page.waitForFunction(
      (at) => document.querySelector<HTMLInputElement>(at)?.value === 'arch linux',
      box,
    );
    const before = await page.locator(box).boundingBox();
    const top = await page.locator('main h1').boundingBox();
    release();
    await page.waitForSelector('#search-results > li');
    expect(await page.locator(box).boundingBox()).toEqual(before);
    expect(await page.locator('main h1').boundingBox()).toEqual(top);
  });

  test.each([320, 1280])('at %d px nothing jumps when the rows come', async (width) => {
    const page = await visit('', { context: { viewport: { width, height: 800 } } });
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries() as (PerformanceEntry & { value: number })[]) {
          document.documentElement.dataset['shifted'] = String(
            Number(document.documentElement.dataset['shifted'] ?? 0) + shift.value,
          );
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    // As files come on a slow network: each is painted without the next.
    await page.route(/\/(?:search|pagefind)\/.+/, async (route) => {
      await new Promise((done) => setTimeout(done, 150));
      await route.continue();
    });
    await page.goto(new URL('/search/?q=arch+linux', page.url()).href);
    await page.waitForSelector('#search-results > li');
    await page.waitForFunction(() => document.querySelectorAll('[name=year] option').length > 1);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    const shifted = await page.evaluate(() => document.documentElement.dataset['shifted']);
    expect(Number(shifted ?? 0)).toBeLessThan(0.01);
  });

  test('takes the focus and what is typed', async () => {
    const page = await visit('');
    const release = await hold(page);
    await page.goto(new URL('/search/', page.url()).href, { waitUntil: 'commit' });
    await page.waitForSelector(`${box}:focus`);
    await page.keyboard.type('killsw');
    release();
    await page.waitForSelector('#search-results > li');
    await page.keyboard.type('itch');
    await page.waitForSelector('#search-results[data-query=killswitch] > li');
    expect(new URL(page.url()).search).toBe('?q=killswitch');
  });

  test('says so where it cannot be loaded, and where else to look', async () => {
    const page = await visit('');
    await page.route(program, (route) => route.abort());
    await page.goto(new URL('/search/?q=arch+linux', page.url()).href);
    await page.getByText('The search could not be loaded.').waitFor();
    expect(await page.inputValue(box)).toBe('arch linux');
    const links = await page.$$eval('main a:not([href=""])', (all) =>
      all.filter((link) => link.checkVisibility()).map((link) => link.getAttribute('href')),
    );
    expect(links).toEqual(['/meetings/', '/topics/', '/references/']);
    expect(takeComplaints().filter((complaint) => !complaint.includes('ERR_FAILED'))).toEqual([]);
    // The form itself asks again.
    await page.unroute(program);
    await page.press(box, 'Enter');
    await page.waitForSelector('#search-results > li');
  });
});

describe('the dialog before its program is there', () => {
  test('shows what is typed, and takes it back letter by letter', async () => {
    const page = await visit('meetings/2020-01-07/');
    const release = await hold(page);
    const sign = page.locator('.search-link kbd');
    const before = await sign.textContent();
    await page.keyboard.press('/');
    await page.keyboard.press('Space');
    await page.keyboard.type('fo');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('leet');
    expect(await sign.textContent()).toContain('fleet');
    release();
    await page.waitForSelector('dialog[open]');
    expect(await page.inputValue('dialog input')).toBe('fleet');
    expect(await sign.textContent()).toBe(before);
  });

  test('is given up by Escape, and can be asked for again', async () => {
    const page = await visit('meetings/2020-01-07/');
    const release = await hold(page);
    const sign = page.locator('.search-link kbd');
    const before = await sign.textContent();
    await page.keyboard.press('/');
    await page.keyboard.type('fo');
    await page.keyboard.press('Escape');
    expect(await sign.textContent()).toBe(before);
    const arrived = page.waitForResponse(program);
    release();
    await arrived;
    await page.waitForTimeout(200);
    expect(await page.locator('dialog').count()).toBe(0);
    await page.keyboard.press('/');
    await page.waitForSelector('dialog[open] input:focus');
    expect(await page.inputValue('dialog input')).toBe('');
  });

  test('given up, it leads nowhere when it fails', async () => {
    const page = await visit('meetings/2020-01-07/');
    let fail: (() => void) | undefined;
    const failing = new Promise<void>((done) => (fail = done));
    await page.route(program, async (route) => {
      await failing;
      await route.abort();
    });
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    const failed = page.waitForEvent('requestfailed');
    fail?.();
    await failed;
    await page.waitForTimeout(200);
    expect(new URL(page.url()).pathname).toBe('/meetings/2020-01-07/');
    takeComplaints();
  });
});

/** Keeps what a query needs of the index back until it is let go; tells how much of it was asked for. */
async function holdIndex(page: Page): Promise<{ release: () => void; asked: () => number }> {
  let release: (() => void) | undefined;
  const held = new Promise<void>((done) => (release = done));
  let asked = 0;
  await page.route('**/pagefind/**', async (route) => {
    asked += 1;
    await held;
    await route.continue().catch(() => undefined);
  });
  return { release: () => release?.(), asked: () => asked };
}

test('while more rows are on their way those that are read stay where they are', async () => {
  const { page, answered } = await openSearchPage('?q=the&sort=newest');
  await answered('the');
  const rows = page.locator('#search-results > li');
  await expect.poll(() => rows.count()).toBe(10);
  const index = await holdIndex(page);
  const more = page.getByRole('button', { name: 'Show more' });
  await more.scrollIntoViewIfNeeded();
  const top = await page.evaluate(() => scrollY);
  await more.click();
  await expect.poll(index.asked).toBeGreaterThan(0);
  // Longer than the search lets rows stand that answer something else.
  await page.waitForTimeout(300);
  expect(await rows.count()).toBe(10);
  expect(await page.evaluate(() => scrollY)).toBe(top);
  index.release();
  await expect.poll(() => rows.count()).toBe(20);
  const next = rows.nth(10).locator('a');
  await expect.poll(() => next.evaluate((link) => link === document.activeElement)).toBe(true);
});

test('while another query is answered no more rows are offered of the one before', async () => {
  const search = await openSearchPage('?q=the&sort=newest');
  const { page } = search;
  await search.answered('the');
  const more = page.getByRole('button', { name: 'Show more' });
  await more.waitFor();
  const index = await holdIndex(page);
  await page.fill('main input[type=search]', 'zeek');
  await expect.poll(search.status).toBe('Searching …');
  expect(await more.count()).toBe(0);
  index.release();
  await search.answered('zeek');
});
