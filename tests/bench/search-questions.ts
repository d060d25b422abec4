import type { Browser, CDPSession, Page } from 'playwright-core';

import type { Answer } from './search-figures.ts';

/** A result's address as targets are written. */
export const shorten = (url: string, base: string): string =>
  url
    .slice(url.startsWith(base) ? base.length : 0)
    .replace(/^meetings\//, '')
    .replace(/\/(?=#|$)/, '');

/**
 * Types a query into the page's own box and waits for the rows that answer it. The time goes from the key to
 * rows that are laid out; it waits for no frame, and leaves out what painting takes.
 */
async function ask(page: Page, query: string): Promise<Answer> {
  return page.evaluate(async (typed) => {
    const input = document.querySelector<HTMLInputElement>('main input[type="search"]')!;
    const list = document.querySelector<HTMLElement>('#search-results')!;
    const answered = (): boolean => list.dataset['query'] === typed;
    // Asked twice, the same query is answered from memory: that would be no measurement.
    delete list.dataset['query'];
    const began = performance.now();
    const shown = new Promise<void>((done) => {
      const observer = new MutationObserver(() => {
        if (!answered()) return;
        observer.disconnect();
        done();
      });
      observer.observe(list, { attributes: true, childList: true });
    });
    input.value = typed;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await shown;
    list.getBoundingClientRect();
    const time = performance.now() - began;
    const links = [...list.querySelectorAll<HTMLAnchorElement>('li > a')];
    return { time, urls: links.map((link) => link.getAttribute('href') ?? '') };
  }, query);
}

/** The same of Pagefind's own interface: pages, each followed by the sections that it shows of it. */
export async function askPlain(page: Page, query: string): Promise<Answer> {
  return page.evaluate(async (typed) => {
    const input = document.querySelector<HTMLInputElement>('.pagefind-ui__search-input')!;
    const settle = async (): Promise<void> => {
      let quiet = 0;
      let last = -1;
      for (let wait = 0; quiet < 4 && wait < 80; wait += 1) {
        await new Promise((done) => setTimeout(done, 25));
        const message = document.querySelector('.pagefind-ui__message')?.textContent ?? '';
        const now = document.querySelectorAll('.pagefind-ui__result-link').length;
        const said = message.includes(typed) && !message.startsWith('Searching');
        quiet = said && now === last ? quiet + 1 : 0;
        last = now;
      }
    };
    const began = performance.now();
    let first = 0;
    const observer = new MutationObserver(() => {
      const message = document.querySelector('.pagefind-ui__message')?.textContent ?? '';
      const links = document.querySelectorAll('.pagefind-ui__result-link');
      if (message.includes(typed) && links.length > 0) first ||= performance.now();
    });
    observer.observe(document.body, { childList: true, subtree: true });
    input.value = typed;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await settle();
    observer.disconnect();
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.pagefind-ui__result-link')];
    return {
      time: (first || performance.now()) - began,
      urls: links.map((link) => link.getAttribute('href') ?? ''),
    };
  }, query);
}

/** Opens a page, uses the search for the first time, and gives bytes and time until its rows stand. */
export async function askCold(
  browser: Browser,
  home: string,
  query: string,
  slow: 'no' | '4G',
): Promise<{ bytes: number; time: number; requests: number }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session: CDPSession = await context.newCDPSession(page);
  await page.goto(home);
  await page.waitForTimeout(100);
  let bytes = 0;
  let requests = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  await session.send('Network.enable');
  if (slow === '4G') {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: (1.6 * 1024 * 1024) / 8,
      uploadThroughput: (0.75 * 1024 * 1024) / 8,
    });
  }
  const time = await page.evaluate(async (typed) => {
    const began = performance.now();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
    const wait = async (ready: () => boolean): Promise<void> => {
      while (!ready()) {
        await new Promise<void>((done) => {
          const observer = new MutationObserver(() => {
            observer.disconnect();
            done();
          });
          observer.observe(document.body, { attributes: true, childList: true, subtree: true });
          if (ready()) done();
        });
      }
    };
    await wait(() => document.querySelector('dialog input[type="search"]') !== null);
    const input = document.querySelector<HTMLInputElement>('dialog input[type="search"]')!;
    input.value = typed;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const list = document.querySelector<HTMLElement>('dialog ol')!;
    await wait(() => list.dataset['query'] === typed);
    list.getBoundingClientRect();
    return performance.now() - began;
  }, query);
  await page.waitForTimeout(50);
  await context.close();
  return { bytes, time, requests };
}

/** Asks queries one after the other on the search page, the processor slowed `rate` times. */
export async function askWarm<Item extends { query: string }>(
  browser: Browser,
  home: string,
  items: readonly Item[],
  rate: number,
): Promise<Map<Item, Answer>> {
  const base = new URL(home).pathname;
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await page.goto(`${home}search/?q=warm`);
  await page.waitForSelector('#search-results[data-query="warm"]', { state: 'attached' });
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  const answers = new Map<Item, Answer>();
  for (const item of items) {
    const { urls, time } = await ask(page, item.query);
    answers.set(item, { urls: urls.map((url) => shorten(url, base)), time });
  }
  await page.close();
  return answers;
}
