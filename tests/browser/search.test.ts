import { describe, expect, test } from 'vitest';
import { type SearchPage, openSearchPage } from './search-page.ts';
import { takeComplaints, visit } from './visit.ts';

/** What is read of a page of its own after each query of some, by query. To open it for each takes most of the time. */
async function askedInTurn(
  queries: readonly string[],
  read: (search: SearchPage, query: string) => Promise<unknown>,
): Promise<Record<string, unknown>> {
  const search = await openSearchPage();
  const found: Record<string, unknown> = {};
  for (const query of queries) {
    await search.ask(query);
    found[query] = await read(search, query);
  }
  return found;
}

describe('what people type, and what comes first', () => {
  test('is the page or the section that is meant', async () => {
    const first = new Map([
      ['memory issues bpf', '/meetings/2021-09-28/#memory-issues-with-ebpf-zacharycase--mattuebel'],
      [
        'killswitch',
        '/meetings/2019-10-29/#question-are-there-killswitch-users-there-is-a-pr-to-remove-this-unused-feature',
      ],
      ['CLI_FLAG', '/meetings/2020-01-07/#cli-flag-semantics'],
      ['disable_tables', '/meetings/2020-01-07/#implement-enable-tables-flag'],
      ['disable tables', '/meetings/2020-01-07/#implement-enable-tables-flag'],
      ['content_scripts', '/meetings/2020-01-07/#any-prs-people-want-to-discuss'],
      ['6140', '/osquery/osquery/pull/6140/'],
      ['#6140', '/osquery/osquery/pull/6140/'],
      ['PR 6140', '/osquery/osquery/pull/6140/'],
      ['osquery#6140', '/osquery/osquery/pull/6140/'],
      ['pull/6140', '/osquery/osquery/pull/6140/'],
      ['https://github.com/osquery/osquery/pull/6140/files', '/osquery/osquery/pull/6140/'],
      ['foundation issue 19', '/osquery/foundation/issues/19/'],
      ['osquery-site 154', '/osquery/osquery-site/issues/154/'],
      ['osquery/foundation', '/osquery/foundation/'],
      ['osquery-site', '/osquery/osquery-site/'],
      ['2019-10-29', '/meetings/2019-10-29/'],
      ['october 29 2019', '/meetings/2019-10-29/'],
      ['10/29/2019', '/meetings/2019-10-29/'],
      ['29.10.2019', '/meetings/2019-10-29/'],
      ['07/01/2020', '/meetings/2020-01-07/'],
      [
        'killswitch 10/2019',
        '/meetings/2019-10-29/#question-are-there-killswitch-users-there-is-a-pr-to-remove-this-unused-feature',
      ],
      ['jan 2020', '/meetings/2020-01-07/'],
      ['z3mEHMvepgA', '/meetings/2019-10-29/'],
      ['does anyone use buck', '/meetings/2019-10-29/#does-anyone-use-buck'],
      [
        '"hardened runtime"',
        '/meetings/2019-10-29/#short-overview-of-notarization-and-how-it-affects-osquery-going-forward',
      ],
      ['arch linux year:2020', '/meetings/2020-01-07/#arch-linux'],
      ['v4.0.2', '/meetings/2019-08-06/#402-release-status'],
      ['4.1', '/meetings/2019-10-29/#410-release'],
      ['v4.1 release', '/meetings/2019-10-29/#410-release'],
      [
        'https://natemcmaster.com/blog/2018/07/02/code-signing/',
        '/meetings/2019-08-06/#publishing-packages',
      ],
      [
        'https://notes.example/minutes/20191029_meeting_notes.md#does-anyone-use-buck',
        '/meetings/2019-10-29/#does-anyone-use-buck',
      ],
      ['https://archive.example/meetings/2020-01-07/', '/meetings/2020-01-07/'],
    ]);
    const found = await askedInTurn([...first.keys()], async (search) => (await search.urls())[0]);
    expect(found).toEqual(Object.fromEntries(first));
  }, 60_000);

  test('a number behind link text is found, after its own page', async () => {
    const search = await openSearchPage();
    await search.ask('pr5882');
    expect(await search.urls()).toEqual([
      '/osquery/osquery/pull/5882/',
      '/meetings/2020-01-07/#cli-flag-semantics',
    ]);
  });

  test('a misspelling is corrected, and says so, with the literal query one click away', async () => {
    const search = await openSearchPage();
    await search.ask('notarizaton');
    expect((await search.urls())[0]).toContain('notarization');
    expect(await search.notice()).toContain('Results for notarization');
    await search.page.click('main .search-correction a');
    await search.page.waitForFunction(() => document.querySelector('.search-correction') === null);
    expect(new URL(search.page.url()).search).toBe('?q=notarizaton&literal');
  });

  test('a correction that filters leave nothing of is not told', async () => {
    const search = await openSearchPage();
    await search.ask('notarizaton year:1999');
    expect(await search.notice()).not.toContain('Results for');
    expect(await search.notice()).toContain('Nothing fits both words and filters.');
  });

  test('the beginning of a word that no note holds is found as a correction is', async () => {
    const search = await openSearchPage();
    await search.ask('testament');
    expect(await search.notice()).toContain('Results for test. Search literally for testament.');
    await search.page.click('main .search-correction a');
    await search.page.waitForFunction(
      () => document.querySelector('main .search-status')?.textContent === 'No results',
    );
  });

  test('an address that no note holds is not taken for one of its words', async () => {
    const search = await openSearchPage();
    await search.ask('https://testament.example.org/windows');
    expect(await search.status()).toBe('No results');
    expect(await search.notice()).toBe('Look through the meetings, the topics or the references.');
  });

  test.for([
    ['#99999', 'osquery/osquery#99999', '/osquery/osquery/issues/99999'],
    ['https://github.com/torvalds/linux/pull/17', 'torvalds/linux#17', '/torvalds/linux/pull/17'],
    // Found as a number of something else.
    ['#1', 'osquery/osquery#1', '/osquery/osquery/issues/1'],
    // Beside it stands the page of the repository.
    ['osquery/osquery#99999', 'osquery/osquery#99999', '/osquery/osquery/issues/99999'],
  ])('%s, which no meeting discussed, leads on to GitHub', async ([query, name, path]) => {
    const search = await openSearchPage();
    await search.ask(query!);
    const said = `No meeting here discussed ${name}. See it on GitHub`;
    expect((await search.notice()).split(said)).toHaveLength(2);
    const link = search.page.getByRole('link', { name: 'See it on GitHub' });
    expect(await link.getAttribute('href')).toBe(`https://github.com${path}`);
  });

  test('and what of it is found nowhere is said', async () => {
    const said = new Map([
      ['kubernetes buck', 'Nothing was found for “kubernetes”.'],
      ['zzqq kubernetes buck', 'Nothing was found for “zzqq” or “kubernetes”.'],
      ['zzqq kubernetes xxqq buck', 'Nothing was found for “zzqq”, “kubernetes”, “xxqq”.'],
      ['kubernetes kubernetes buck', 'Nothing was found for “kubernetes”.'],
      ['topic:nonesuch buck', 'No topic is called “nonesuch”: looked for as words.'],
      ['killswitch January 2020', 'None of this is from “January 2020”.'],
      ['buck -ninja', 'Sections with “ninja” are left out.'],
      ['buck -Wall -"unit test"', 'Sections with “Wall” or “unit test” are left out.'],
    ]);
    const found = await askedInTurn([...said.keys()], async (search, query) => {
      expect((await search.urls()).length).toBeGreaterThan(0);
      return (await search.notice()).includes(said.get(query) ?? query);
    });
    expect(found).toEqual(Object.fromEntries([...said.keys()].map((query) => [query, true])));
  });

  test('and of what is found nothing is said to be missed', async () => {
    const queries = [
      ...['buck', 'does anyone use buck', '#6140', 'arch linux year:2020', '"arch linux"'],
      ...['buck year:', 'buck year:20', 'buck topic:', 'buck #61', 'buck 201', 'buck 2019-'],
      ...['topic:"zz zz" buck', '_linux_ buck', 'buck 2019', 'buck in January 2020'],
    ];
    const missed = await askedInTurn(queries, async ({ page }) =>
      /Nothing|None/.test(await page.locator('main .search-notice').innerText()),
    );
    expect(missed).toEqual(Object.fromEntries(queries.map((query) => [query, false])));
  });

  test('filters stay where they still hold, and are not blamed for words', async () => {
    const search = await openSearchPage('?q=build&year=2019');
    await search.answered('build');
    await search.ask('zzzzqq');
    expect(await search.status()).toBe('No results');
    expect(await search.notice()).toBe('Look through the meetings, the topics or the references.');
    expect(await search.page.isVisible('select[name=year]')).toBe(true);
    expect(await search.page.inputValue('select[name=year]')).toBe('2019');
    await search.ask('arch linux');
    expect(await search.notice()).toContain('Nothing fits both words and filters.');
  });

  test('what filters leave nothing of can be searched for without them', async () => {
    const search = await openSearchPage('?q=buck&year=2021&sort=newest');
    const link = search.page.getByRole('link', { name: 'Search without filters' });
    expect(await link.getAttribute('href')).toBe('/search/?q=buck&sort=newest');
    await search.page.focus('main input[type=search]');
    await search.page.keyboard.press('ArrowDown');
    await search.page.keyboard.press('Enter');
    await search.page.waitForSelector('#search-results > li');
    expect(new URL(search.page.url()).search).toBe('?q=buck&sort=newest');
    expect(await search.page.inputValue('select[name=sort]')).toBe('newest');
    expect(await search.page.inputValue('select[name=year]')).toBe('');
    expect(await search.page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await search.page.goBack();
    await link.waitFor();
    await search.ask('buck year:1999');
    await link.click();
    await search.answered('buck');
    expect(await search.page.inputValue('main input[type=search]')).toBe('buck');
  });

  test('filters alone that nothing fits are said to be that', async () => {
    const search = await openSearchPage();
    await search.ask('year:1999');
    expect(await search.notice()).toContain('Nothing fits these filters.');
    expect(await search.notice()).not.toContain('without filters');
  });

  test('template text is no answer', async () => {
    const search = await openSearchPage();
    await search.ask('"reverse sorted list"');
    expect(await search.urls()).toEqual([]);
    expect(await search.status()).toBe('No results');
    expect(await search.page.$$eval('main .search-notice a', (links) => links.length)).toBe(3);
  });

  test('-word leaves out, a phrase is to the letter', async () => {
    const search = await openSearchPage();
    const count = async (): Promise<number> => parseInt(await search.status());
    await search.ask('buck');
    const all = await count();
    await search.ask('buck -ninja');
    const some = await count();
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all);
    await search.ask('"anyone use buck"');
    expect(await search.urls()).toEqual(['/meetings/2019-10-29/#does-anyone-use-buck']);
    await search.ask('"anyone using buck"');
    expect(await search.urls()).toEqual([]);
  });

  test.each([
    ['"thanks teddy & seph"', ['/meetings/2019-08-06/#highlights-since-the-last-meeting']],
    [
      '"a horrible idea -- too much variation"',
      ['/meetings/2019-09-17/#what-do-we-want-to-ship-anyhow'],
    ],
    ['"table & seph"', []],
  ])('a phrase may have signs between its words: %s', async (typed, expected) => {
    const search = await openSearchPage();
    await search.ask(typed);
    expect(await search.urls()).toEqual(expected);
  });
});

test('a row shows its heading, date, trail, marked words and references', async () => {
  const search = await openSearchPage();
  await search.ask('python tests json');
  const row = search.page.locator('#search-results > li').first();
  expect(await row.locator('a').innerText()).toBe('Python tests');
  expect(await row.locator('time').getAttribute('datetime')).toBe('2019-10-29');
  expect(await row.locator('.meta').innerText()).toBe('29 Oct 2019 · 4.1.0 Release');
  expect(await row.locator('mark').allInnerTexts()).toEqual(
    expect.arrayContaining(['Python', 'tests', 'json']),
  );
  expect(await row.locator('.chip').allInnerTexts()).toEqual(['#5836']);
  expect(await search.status()).toMatch(/^\d+ sections?$/);
});

describe('the address', () => {
  test('holds query, filters and order, and brings them back', async () => {
    const search = await openSearchPage('?q=build&year=2019&sort=oldest');
    await search.answered('build');
    const urls = await search.urls();
    expect(urls.every((url) => url.startsWith('/meetings/2019-'))).toBe(true);
    expect(urls).toEqual([...urls].sort((a, b) => (a.slice(0, 20) < b.slice(0, 20) ? -1 : 0)));
    expect(await search.page.inputValue('select[name=year]')).toBe('2019');
    expect(await search.page.inputValue('select[name=sort]')).toBe('oldest');
    expect(await search.page.inputValue('main input[type=search]')).toBe('build');
  });

  test('follows the controls; back and forward return', async () => {
    const search = await openSearchPage();
    await search.ask('build');
    const before = await search.status();
    await search.page.selectOption('select[name=year]', '2020');
    await search.page.waitForURL(/year=2020/);
    await search.page.waitForFunction(
      (said) => document.querySelector('main .search-status')?.textContent !== said,
      before,
    );
    await search.page.goBack();
    await search.page.waitForFunction(
      (said) => document.querySelector('main .search-status')?.textContent === said,
      before,
    );
    expect(new URL(search.page.url()).search).toBe('?q=build');
    await search.page.goForward();
    await search.page.waitForFunction(
      (said) => document.querySelector('main .search-status')?.textContent !== said,
      before,
    );
    expect(await search.page.inputValue('select[name=year]')).toBe('2020');
  });

  test('every query that was submitted is a step back, and none is met twice', async () => {
    const search = await openSearchPage('?q=buck');
    await search.answered('buck');
    const { page } = search;
    for (const query of ['cmake', 'bpf']) {
      await page.focus('main input[type=search]');
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(query);
      await search.answered(query);
      await page.keyboard.press('Enter');
    }
    // Changed and changed back, it is one step still.
    const length = await page.evaluate(() => history.length);
    for (let times = 0; times < 3; times += 1) {
      await page.keyboard.type('x');
      await page.keyboard.press('Backspace');
    }
    expect(await page.evaluate(() => history.length)).toBe(length + 1);
    await page.keyboard.press('Enter');
    await page.goBack();
    for (const query of ['cmake', 'buck']) {
      await page.goBack();
      await search.answered(query);
      expect(new URL(page.url()).search).toBe(`?q=${query}`);
    }
    await page.goForward();
    await search.answered('cmake');
  });

  test('says what is shown, also where a choice was taken back and made again', async () => {
    const search = await openSearchPage('?q=build');
    await search.answered('build');
    const choose = async (): Promise<void> => {
      await search.page.waitForSelector('select[name=year] option[value="2020"]', {
        state: 'attached',
      });
      await search.page.selectOption('select[name=year]', '2020');
      await search.page.waitForURL(/year=2020/);
    };
    await choose();
    await search.page.goBack();
    await search.page.waitForURL(/q=build$/);
    await search.page.waitForFunction(
      () => document.querySelector<HTMLSelectElement>('select[name=year]')?.value === '',
    );
    await choose();
  });

  test('a typed beginning of an empty box is no step', async () => {
    const search = await openSearchPage();
    const steps = (): Promise<number> => search.page.evaluate(() => history.length);
    const before = await steps();
    await search.ask('buck');
    expect(await steps()).toBe(before);
  });

  test('operators are mirrored in the controls, which take their place', async () => {
    const search = await openSearchPage();
    await search.ask('build year:2019');
    await search.page.waitForSelector('select[name=year] option[value="2020"]', {
      state: 'attached',
    });
    expect(await search.page.inputValue('select[name=year]')).toBe('2019');
    await search.page.selectOption('select[name=year]', '2020');
    await search.answered('build');
    expect(new URL(search.page.url()).search).toBe('?q=build&year=2020');
  });
});

test('a late answer never replaces a newer one', async () => {
  const search = await openSearchPage();
  await search.ask('warm');
  let release: (() => void) | undefined;
  const held = new Promise<void>((done) => (release = done));
  let first = true;
  await search.page.route('**/pagefind/index/*', async (route) => {
    if (first) {
      first = false;
      await held;
    }
    await route.continue();
  });
  const page = search.page;
  await page.fill('main input[type=search]', 'killswitch');
  await page.waitForTimeout(50);
  await search.ask('6140');
  release?.();
  await page.waitForTimeout(200);
  expect((await search.urls())[0]).toBe('/osquery/osquery/pull/6140/');
  expect(await page.getAttribute('#search-results', 'data-query')).toBe('6140');
});

test('an exact row stands before the engine is loaded', async () => {
  const search = await openSearchPage('?q=6140', 'real', (page) =>
    page.route('**/pagefind/**', () => undefined),
  );
  await search.page.waitForSelector('#search-results .search-exact a');
  expect(await search.urls()).toEqual(['/osquery/osquery/pull/6140/']);
  expect(await search.page.getAttribute('#search-results', 'aria-busy')).toBe('true');
});

test('without the engine it says so, and offers the indexes', async () => {
  const search = await openSearchPage('?q=buck', 'real', (page) =>
    page.route('**/pagefind/**', (route) => route.abort()),
  );
  await search.page.waitForSelector('main .search-notice a');
  expect(await search.status()).toBe('The search could not be loaded');
  const links = await search.page.$$eval('main .search-notice a', (all) =>
    all.map((link) => link.getAttribute('href')),
  );
  expect(links).toEqual(['/meetings/', '/topics/', '/references/']);
  takeComplaints();
  await search.page.unroute('**/pagefind/**');
  await search.page.click('main .search-notice button');
  await search.answered('buck');
  expect((await search.urls()).length).toBeGreaterThan(0);
});

describe('the dialog', () => {
  test.for(['/', 'Control+k'])('opens with %s, and gives the focus back', async (key) => {
    const page = await visit('meetings/2020-01-07/');
    await page.focus('.site-title');
    await page.keyboard.press(key);
    await page.waitForSelector('dialog[open] input:focus');
    await page.keyboard.type('arch linux');
    await page.waitForSelector('dialog ol[data-query="arch linux"]');
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('site-title');
  });

  test('is walked with the arrows, and Enter goes', async () => {
    const page = await visit('');
    await page.click('.search-link');
    await page.waitForSelector('dialog[open] input:focus');
    await page.keyboard.type('arch linux');
    await page.waitForSelector('dialog ol[data-query="arch linux"] a');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(
      '/meetings/2020-01-07/#arch-linux',
    );
    await page.keyboard.press('Enter');
    await page.waitForURL(/2020-01-07\/#arch-linux$/);
  });

  test('Enter in the box goes to the first row', async () => {
    const page = await visit('');
    await page.keyboard.press('/');
    await page.waitForSelector('dialog[open] input:focus');
    await page.keyboard.type('6140');
    await page.waitForSelector('dialog ol[data-query="6140"] a');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/osquery\/osquery\/pull\/6140\/$/);
  });

  test('opens after it could not be loaded', async () => {
    const page = await visit('meetings/2020-01-07/');
    await page.route('**/search/search.js', (route) => route.abort(), { times: 1 });
    await page.route('**/search/', (route) => route.fulfill({ status: 204 }), { times: 1 });
    const gone = page.waitForResponse((response) => response.status() === 204);
    await page.keyboard.press('/');
    await gone;
    // A module that failed is asked for anew by no browser until the page is; letters are the page's again.
    await expect
      .poll(async () => {
        await page.keyboard.press('Space');
        return page.evaluate(() => scrollY);
      })
      .toBeGreaterThan(0);
    takeComplaints();
  });

  test('loses no letter that is typed before it is there', async () => {
    const page = await visit('meetings/2020-01-07/');
    let release: (() => void) | undefined;
    const held = new Promise<void>((done) => (release = done));
    await page.route('**/search/search.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.keyboard.press('/');
    await page.keyboard.type('arch/linux');
    release?.();
    await page.waitForSelector('dialog[open] ol[data-query="arch/linux"] a');
    await page.keyboard.type(' x/y');
    expect(await page.inputValue('dialog input')).toBe('arch/linux x/y');
  });

  test('closes over a result of the page that is read, and marks its words', async () => {
    const page = await visit('meetings/2020-01-07/');
    for (const query of ['arch linux', 'disable_tables']) {
      await page.keyboard.press('/');
      await page.waitForSelector('dialog[open] input:focus');
      await page.keyboard.type(query);
      await page.waitForSelector(`dialog ol[data-query="${query}"] a`);
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.querySelector('dialog[open]') === null);
      await page.waitForFunction(() => (CSS.highlights.get('search')?.size ?? 0) > 1);
    }
    expect(new URL(page.url()).hash).toBe('#implement-enable-tables-flag');
    const top = await page.evaluate(
      () => document.querySelector(':target')?.getBoundingClientRect().top,
    );
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(300);
  });

  test('is not opened by a slash in a field', async () => {
    const page = await visit('search/');
    await page.focus('main input[type=search]');
    await page.keyboard.type('a/b');
    expect(await page.inputValue('main input[type=search]')).toBe('a/b');
    expect(await page.locator('dialog').count()).toBe(0);
  });

  test('nothing of the search is loaded before it is used', async () => {
    const page = await visit('');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await page.waitForLoadState('networkidle');
    expect(asked.filter((url) => /pagefind|search\//.test(url))).toEqual([]);
  });
});

test('somebody who was present is found, and shown where the result leads', async () => {
  const search = await openSearchPage('', 'fixture');
  await search.ask('meetings with grace hopper');
  expect(await search.urls()).toEqual(['/meetings/2024-03-05/#present']);
  await search.page.click('#search-results a');
  await search.page.getByText('Grace Hopper').waitFor();
  // Who comes to the page by itself looks for nobody.
  await search.page.reload();
  expect(await search.page.getByText('Grace Hopper').isVisible()).toBe(false);
});

test('below a base path every address has it', async () => {
  const search = await openSearchPage('', 'below');
  await search.ask('6140');
  expect(await search.urls()).toEqual([
    '/foundation/osquery/osquery/pull/6140/',
    '/foundation/meetings/2020-01-07/#any-prs-people-want-to-discuss',
  ]);
});

test('a followed row marks its words on the page, once', async () => {
  const search = await openSearchPage();
  await search.ask('arch linux');
  await search.page.click('#search-results li:first-child a');
  const marked = () => search.page.evaluate(() => CSS.highlights.get('search')?.size ?? 0);
  await search.page.waitForFunction(() => (CSS.highlights.get('search')?.size ?? 0) > 1);
  await search.page.reload();
  await search.page.waitForLoadState('networkidle');
  expect(await marked()).toBe(0);
});

test('words are marked where they were said, not in the links that the site adds below', async () => {
  const { page, ask } = await openSearchPage();
  await ask('tests in buck');
  await page.click('#search-results li:first-child a');
  await page.waitForFunction(() => (CSS.highlights.get('search')?.size ?? 0) > 1);
  const added = page.locator('section:has(#tests-in-buck) :is(.about, .thread)');
  expect((await added.allTextContents()).join(' ')).toMatch(/Buck.*buck tests/s);
  const marked = await page.evaluate(() =>
    [...CSS.highlights.get('search')!]
      .map((range) => (range as Range).startContainer.parentElement!)
      .filter((element) => element.closest('.about, .thread') !== null)
      .map((element) => element.textContent),
  );
  expect(marked).toEqual([]);
});

test('a row followed in another tab leaves no words to this one', async () => {
  const { page, ask } = await openSearchPage();
  await ask('arch linux');
  // No tab is opened, as the browser was silent about one in seven; what counts is what is kept for this one.
  await page.evaluate(() => addEventListener('click', (event) => event.preventDefault()));
  const kept = () => page.evaluate(() => sessionStorage.getItem('search-words'));
  await page.click('#search-results li:first-child a', { modifiers: ['ControlOrMeta'] });
  expect(await kept()).toBe(null);
  await page.click('#search-results li:first-child a');
  expect(await kept()).toContain('/meetings/2020-01-07/#arch-linux');
});

test('words of a row that was not arrived at mark no other page', async () => {
  const search = await openSearchPage();
  await search.ask('arch linux');
  const meetings = new URL('/meetings/', search.page.url()).href;
  await search.page.route('**/meetings/2020-01-07/', (route) => route.abort());
  await search.page.click('#search-results li:first-child a');
  await search.page.waitForURL(/^chrome-error:/);
  await search.page.goto(meetings);
  await search.page.waitForLoadState('networkidle');
  expect(await search.page.evaluate(() => CSS.highlights.get('search')?.size ?? 0)).toBe(0);
  takeComplaints();
});

test('recent searches are offered, and can be cleared', async () => {
  const search = await openSearchPage();
  await search.ask('arch linux');
  await search.page.keyboard.press('Enter');
  await search.page.goto(new URL('?', search.page.url()).href);
  await search.page.waitForSelector('.search-recent');
  await search.page.click('.search-recent');
  await search.answered('arch linux');
  await search.page.fill('main input[type=search]', '');
  await search.page.getByRole('button', { name: 'Clear' }).click();
  expect(await search.page.locator('.search-recent').count()).toBe(0);
});
