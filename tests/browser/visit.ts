import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, expect, inject } from 'vitest';
import type { Sites } from '../site/setup.ts';

let browser: Browser | undefined;
const complaints: string[] = [];

/**
 * Opens a page of a built site in a fresh browser context; `path` is below the site's base path. When the
 * test ends the page must not have broken the content policy, thrown, logged an error or asked another host.
 */
export async function visit(
  path: string,
  options: { site?: keyof Sites; context?: BrowserContextOptions } = {},
): Promise<Page> {
  browser ??= await chromium.connect(inject('browser'));
  const home = inject('addresses')[options.site ?? 'real'];
  const context = await browser.newContext(options.context);
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (/^https?:/.test(protocol) && origin !== new URL(home).origin) {
      complaints.push(`request to another host: ${request.url()}`);
    }
  });
  await page.goto(new URL(path, home).href);
  return page;
}

/** Takes what pages have complained of so far, for a test that expects a complaint. */
export function takeComplaints(): string[] {
  return complaints.splice(0);
}

afterEach(async () => {
  for (const context of browser?.contexts() ?? []) await context.close();
  expect(takeComplaints(), 'the pages of this test complained').toEqual([]);
});

afterAll(async () => {
  await browser?.close();
  browser = undefined;
});
