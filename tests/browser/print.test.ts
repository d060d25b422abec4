import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { findPageKinds } from './page-kinds.ts';
import { visit } from './visit.ts';

test('a meeting on paper is the minutes alone, with full addresses', async () => {
  const page = await visit('meetings/2019-10-29/', { context: { colorScheme: 'dark' } });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await page.getByRole('navigation').count()).toBe(0);
  expect(await page.getByRole('button').count()).toBe(0);
  expect(await page.getByText('osquery office hours', { exact: true }).isVisible()).toBe(true);
  const paper = await page.evaluate(() => getComputedStyle(document.documentElement).color);
  expect(paper).toBe('rgb(28, 27, 25)');
  const after = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(await after('.text a.reference')).toContain(
    'https://github.com/osquery/osquery/pull/5892',
  );
  expect(await after('.recording')).toContain('youtube.com/watch');
  const address = page.locator('article > footer .on-paper');
  expect(await address.textContent()).toContain('/meetings/2019-10-29/');
  expect(await address.isVisible()).toBe(true);
});

test.for(['light', 'dark'])('paper is white for who chose the %s theme', async (theme) => {
  const page = await visit('meetings/2019-10-29/');
  await page.evaluate((chosen) => localStorage.setItem('theme', chosen), theme);
  await page.reload();
  await page.emulateMedia({ media: 'print' });
  const [ink, paper] = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.documentElement);
    return [color, backgroundColor];
  });
  expect(ink).toBe('rgb(28, 27, 25)');
  expect(paper).toBe('rgb(255, 254, 251)');
});

test.for(['osquery/osquery/pull/6150/', 'topics/code-signing/', 'meetings/2019-10-29/'])(
  'on paper a page says its own address, and its facts are no larger than its text: /%s',
  async (path) => {
    const page = await visit(path);
    const address = page.locator('main .on-paper');
    expect(await address.textContent()).toContain(`/${path}`);
    expect(await address.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await address.isVisible()).toBe(true);
    const size = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    expect(await size('main .meta')).toBeLessThan(await size('body'));
  },
);

test('the name of the site stands over the text on a sheet of any width', async () => {
  const page = await visit('meetings/2019-10-29/', {
    context: { viewport: { width: 1500, height: 1000 } },
  });
  await page.emulateMedia({ media: 'print' });
  const left = (selector: string) =>
    page.locator(selector).evaluate((element) => element.getBoundingClientRect().left);
  expect(await left('.site-title')).toBe(await left('h1'));
});

test('the section that was arrived at is not marked on paper', async () => {
  const page = await visit('meetings/2019-10-29/#python-tests');
  const look = () =>
    page
      .locator('section:has(> .section-head > #python-tests)')
      .evaluate((section) => getComputedStyle(section).boxShadow);
  expect(await look()).not.toBe('none');
  await page.emulateMedia({ media: 'print' });
  expect(await look()).toBe('none');
});

test('who was present is named on paper', async () => {
  const page = await visit('meetings/2024-03-05/', { site: 'fixture' });
  const name = page.getByText('Grace Hopper');
  // What is folded away still has its place: the eyes are asked.
  const isSeen = () => name.evaluate((item) => item.checkVisibility());
  expect(await isSeen()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await isSeen()).toBe(true);
});

test('on paper nothing looks as if it could be unfolded, and nobody is asked to edit', async () => {
  const page = await visit('meetings/2024-03-05/', { site: 'fixture' });
  const edit = page.getByRole('link', { name: 'Edit this note' });
  const signs = () =>
    page
      .locator('.text summary')
      .evaluateAll((all) => all.map((summary) => getComputedStyle(summary).listStyleType));
  expect(await signs()).toEqual(['disclosure-closed', 'disclosure-closed']);
  expect(await edit.isVisible()).toBe(true);
  await page.emulateMedia({ media: 'print' });
  expect(await signs()).toEqual(['none', 'none']);
  expect(await edit.isVisible()).toBe(false);
});

const pages = findPageKinds(inject('sites').real);

test.for(pages)('what can only be pressed is not on paper: $kind', async ({ paths }) => {
  const page = await visit(paths[0]!);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button').count(), 'buttons').toBe(0);
  const places = await page.getByRole('navigation').all();
  const names = await Promise.all(places.map((place) => place.getAttribute('aria-label')));
  expect(names.filter((name) => name !== 'Breadcrumb')).toEqual([]);
  // The page of the search says what was asked.
  if (!paths[0]!.startsWith('search/')) expect(await page.getByRole('searchbox').count()).toBe(0);
});

/** The sheets that a page takes. */
const sheets = async (page: Page): Promise<number> =>
  (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

test('a page without results takes one sheet', async () => {
  const page = await visit('search/');
  expect(await sheets(page)).toBe(1);
});

test('a link that says its address says it once', async () => {
  const page = await visit('meetings/2019-10-29/');
  await page.emulateMedia({ media: 'print' });
  const behind = await page
    .getByRole('link', { name: 'https://github.com/osquery/osquery/milestone/43', exact: true })
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(behind).toBe('none');
});

test('a table is not cut at what could be scrolled', async () => {
  const page = await visit('meetings/2023-01-10-evening/', { site: 'fixture' });
  await page.emulateMedia({ media: 'print' });
  const table = page.locator('.scroll:has(table)');
  expect(await table.evaluate((frame) => getComputedStyle(frame).overflow)).toBe('visible');
});

test('the date above a heading is on its sheet, and an address on that of its text', async () => {
  const page = await visit('topics/testing/');
  await page.emulateMedia({ media: 'print' });
  const look = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { breakBefore, breakInside } = getComputedStyle(element);
        return { breakBefore, breakInside };
      });
  expect((await look('.passages > li')).breakInside).toBe('avoid');
  expect((await look('main > .meta.on-paper')).breakBefore).toBe('avoid');
});

test('words that a page is shown for stay marked', async () => {
  const page = await visit('osquery/osquery/issues/5804/');
  await page.emulateMedia({ media: 'print' });
  const mark = page.locator('mark').first();
  expect(await mark.evaluate((words) => getComputedStyle(words).printColorAdjust)).toBe('exact');
});

test.for(['osquery/osquery/pull/6150/', 'topics/code-signing/'])(
  'what leads to a feed or to data is not on paper: /%s',
  async (path) => {
    const page = await visit(path);
    const leading = page.locator('main > p a:is([href$=".xml"], [href$=".json"])');
    const seen = () => leading.filter({ visible: true }).count();
    expect(await seen()).toBeGreaterThan(0);
    await page.emulateMedia({ media: 'print' });
    expect(await seen()).toBe(0);
  },
);

/** Puts a table of so many columns under a section, and tells what of it stands beyond the sheet, and how large it is. */
async function printTable(page: Page, columns: number, words: string[]) {
  // What A4 leaves between usual margins.
  await page.setViewportSize({ width: 680, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  return page.evaluate(
    ([columns, words]) => {
      const row = (cell: string) =>
        `<tr>${Array.from({ length: columns }, (_, at) => `<${cell}>${words[at % words.length]}</${cell}>`).join('')}</tr>`;
      const frame = document.querySelector('.text > section')!;
      frame.innerHTML = `<div class="scroll"><table><thead>${row('th')}</thead><tbody>${row('td')}</tbody></table></div>`;
      const table = frame.querySelector('table')!;
      return {
        beyond: table.getBoundingClientRect().right - frame.getBoundingClientRect().right,
        letters: parseFloat(getComputedStyle(table).fontSize),
        narrowest: Math.min(...[...table.rows[0]!.cells].map((cell) => cell.offsetWidth)),
      };
    },
    [columns, words] as const,
  );
}

test('a table of many columns fits on a sheet, in words that can be read', async () => {
  // The page of a note that has a table itself, and with it the style of tables.
  const page = await visit('meetings/2023-01-10-evening/', { site: 'fixture' });
  const many = await printTable(page, 15, ['Windows', 'passed', 'experimental']);
  expect(many.beyond).toBeLessThan(1);
  expect(many.narrowest).toBeGreaterThan(25);
  const few = await printTable(page, 3, [
    '2019-10-29',
    'Ann Lee',
    'said so, and so on '.repeat(20),
  ]);
  expect(few.beyond).toBeLessThan(1);
  expect(few.letters).toBe(12);
});

test('on paper headings are as large as their rank, and small print is smaller than the text', async () => {
  const page = await visit('meetings/2019-10-29/');
  await page.emulateMedia({ media: 'print' });
  const sizes = await page.evaluate(() => {
    const section = document.querySelector('.text > section')!;
    section.innerHTML =
      '<h1></h1><h2></h2><h3></h3><h4></h4><p></p><p class="meta"></p><p class="chip"></p>';
    return [...section.children].map((part) => parseFloat(getComputedStyle(part).fontSize));
  });
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
});
