import type { Page } from 'playwright-core';
import type { Sites } from '../site/setup.ts';
import { visit } from './visit.ts';

/** The search page of a built site, spoken to as a person would. */
export interface SearchPage {
  page: Page;
  /** Types a query and waits until the rows answer it. */
  ask(query: string): Promise<void>;
  /** Waits until the rows answer a query. */
  answered(query: string): Promise<void>;
  /** Addresses of the rows, in order. */
  urls(): Promise<string[]>;
  /** What is said of them. */
  status(): Promise<string>;
  notice(): Promise<string>;
}

/** Opens the search page; `search` is the query part of its address. */
export async function openSearchPage(
  search = '',
  site: keyof Sites = 'real',
  before?: (page: Page) => Promise<unknown>,
): Promise<SearchPage> {
  const page = await visit('search/', { site });
  await before?.(page);
  if (search !== '' || before !== undefined) await page.goto(new URL(search, page.url()).href);
  const answered = async (query: string): Promise<void> => {
    await page.waitForFunction(
      (typed) => document.querySelector<HTMLElement>('#search-results')?.dataset['query'] === typed,
      query,
    );
  };
  return {
    page,
    answered,
    ask: async (query) => {
      await page.fill('main input[type=search]', query);
      await answered(query);
    },
    urls: () =>
      page.$$eval('#search-results > li > a', (links) =>
        links.map((link) => link.getAttribute('href') ?? ''),
      ),
    status: async () => (await page.textContent('main .search-status')) ?? '',
    notice: async () => (await page.textContent('main .search-notice')) ?? '',
  };
}
