import { expect, test } from 'vitest';
import { openSearchPage } from './search-page.ts';
import { takeComplaints, visit } from './visit.ts';

/** Has every change of what is announced kept in `said`. */
const listen = () => {
  const said: string[] = [];
  Object.assign(window, { said });
  const region = document.querySelector('main search-box [role=status]')!;
  new MutationObserver(() => said.push(region.textContent)).observe(region, {
    characterData: true,
    childList: true,
    subtree: true,
  });
};

const heard = () => (window as unknown as { said: string[] }).said;

test('what was found is announced when typing pauses, and only where it is another', async () => {
  const search = await openSearchPage();
  const { page } = search;
  await page.waitForSelector('main .search-notice a');
  await page.evaluate(listen);
  await page.focus('main input[type=search]');
  await page.keyboard.type('killswitch', { delay: 40 });
  await search.answered('killswitch');
  await expect.poll(() => page.evaluate(heard)).toHaveLength(1);
  const shown = await search.status();
  expect((await page.evaluate(heard))[0]).toContain(shown);
  await page.keyboard.type('es', { delay: 40 });
  await search.answered('killswitches');
  expect(await search.status()).toBe(shown);
  await page.waitForTimeout(1500);
  expect(await page.evaluate(heard)).toHaveLength(1);
});

test.for([
  ['notarizaton', 'Results for notarization'],
  ['kubernetes buck', 'Nothing was found for “kubernetes”.'],
  ['reversezz', 'No results. Look through the meetings, the topics or the references.'],
])('what is said of %s is announced', async ([query, said]) => {
  const search = await openSearchPage();
  await search.ask(query!);
  await expect
    .poll(() => search.page.textContent('main search-box [role=status]'))
    .toContain(said!);
});

test('the arrows lead to the literal search', async () => {
  const search = await openSearchPage();
  await search.ask('notarizaton');
  await search.page.focus('main input[type=search]');
  await search.page.keyboard.press('ArrowDown');
  expect(await search.page.evaluate(() => document.activeElement?.textContent)).toBe('notarizaton');
  await search.page.keyboard.press('ArrowDown');
  expect(
    await search.page.evaluate(() => document.activeElement?.closest('#search-results') !== null),
  ).toBe(true);
});

test('a second try does not lose the focus', async () => {
  const search = await openSearchPage('?q=buck', 'real', (page) =>
    page.route('**/pagefind/**', (route) => route.abort()),
  );
  const again = search.page.getByRole('button', { name: 'Try again' });
  await again.waitFor();
  takeComplaints();
  await search.page.unroute('**/pagefind/**');
  await again.focus();
  await search.page.keyboard.press('Enter');
  await search.answered('buck');
  expect(await search.page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
});

test.for(['#', '"', '-', '('])(
  'of %s, with which a search may begin, nothing is said yet',
  async (typed) => {
    const search = await openSearchPage();
    await search.ask('buck');
    await search.ask(typed);
    expect(await search.status()).toBe('');
    expect(await search.urls()).toEqual([]);
    expect(await search.notice()).toContain('Also understood');
  },
);

test('what was announced is found once by who reads on', async () => {
  const search = await openSearchPage();
  const { page } = search;
  await search.ask('kubernetes buck');
  const said = page.locator('main search-box [role=status]');
  await expect.poll(() => said.textContent()).toContain('Nothing was found');
  await expect.poll(() => said.textContent()).toBe('');
  const tree = await page.locator('main').ariaSnapshot();
  expect(tree.split(await search.status())).toHaveLength(2);
});

test('what was announced and taken away is said again of another search', async () => {
  const search = await openSearchPage();
  const { page } = search;
  const said = page.locator('main search-box [role=status]');
  await search.ask('killswitch');
  const shown = await search.status();
  await expect.poll(() => said.textContent()).toContain(shown);
  await expect.poll(() => said.textContent()).toBe('');
  await search.ask('killswitches');
  expect(await search.status()).toBe(shown);
  await expect.poll(() => said.textContent()).toContain(shown);
});

test('the title names what is searched for, and the whole name of the archive', async () => {
  const search = await openSearchPage('', 'real', (page) =>
    page.route('**/search/', async (route) => {
      const answer = await route.fetch();
      const html = await answer.text();
      const body = html.replace(/<title>.*?<\/title>/, '<title>Search · Calls · Ours</title>');
      await route.fulfill({ response: answer, body });
    }),
  );
  await search.ask('buck · brew');
  expect(await search.page.title()).toBe('buck · brew · Search · Calls · Ours');
  await search.ask('buck');
  expect(await search.page.title()).toBe('buck · Search · Calls · Ours');
  await search.page.fill('main input[type=search]', '');
  await expect.poll(() => search.page.title()).toBe('Search · Calls · Ours');
});

test.for([
  ['the search page', 'search/', 'main'],
  ['the dialog', '', 'dialog[open]'],
])('what narrows the results belongs to the search: %s', async ([, path, where]) => {
  const page = await visit(path!);
  if (path === '') await page.keyboard.press('/');
  const place = page.locator(where!).getByRole('search');
  await page.locator(where!).getByRole('searchbox', { name: 'Search the meetings' }).fill('buck');
  for (const name of ['Year', 'Topic', 'Sort']) {
    await place.getByRole('combobox', { name, exact: true }).waitFor();
  }
  expect(await page.locator(where!).getByRole('list', { name: 'Results' }).count()).toBe(1);
  expect(await place.getByRole('list', { name: 'Results' }).count()).toBe(0);
});

test('without a query the search leads to the lists of the header, and to no other', async () => {
  const { page } = await openSearchPage();
  const leads = () => page.locator('main .search-notice p:has(a)').innerText();
  await expect.poll(leads).toBe('Look through the meetings, the topics or the references.');
  // As an archive is that has no topics.
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      document.querySelector('.site-header nav li:has([href$="/topics/"])')!.remove();
    });
  });
  await page.reload();
  await expect.poll(leads).toBe('Look through the meetings or the references.');
  expect(await page.locator('main .search-notice [href$="/meetings/"]').count()).toBe(1);
});
