import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { audit, contrast, overflow } from './audit.ts';
import { openSearchPage } from './search-page.ts';
import { visit } from './visit.ts';

/** States of the dialog: what is typed, and what to wait for. */
const states: [typed: string, ready: string][] = [
  ['', '.search-notice a'],
  ['arch linux', 'ol[data-query] mark'],
  ['6140', 'ol[data-query] .search-exact'],
  ['notarizaton', 'ol[data-query] mark'],
  ['zzqx', '.search-notice a'],
];

async function openDialog(page: Page): Promise<void> {
  await page.keyboard.press('/');
  await page.waitForSelector('dialog[open] input:focus');
}

test.for(states)(
  'the open dialog, with "%s" typed',
  { timeout: 60_000 },
  async ([typed, ready]) => {
    const page = await visit('', { context: { colorScheme: 'light' } });
    await openDialog(page);
    await page.keyboard.type(typed);
    await page.waitForSelector(`dialog ${ready}`);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const where = `${colorScheme}, ${width} px`;
        expect(await audit(page, colorScheme === 'dark' ? contrast : undefined), where).toEqual([]);
        expect(await overflow(page), where).toBe(0);
        const dialog = page.locator('dialog');
        const sideways = await dialog.evaluate((box) => box.scrollWidth - box.clientWidth);
        expect(sideways, where).toBe(0);
      }
    }
  },
);

test('rows of the last query do not stand while those of this one are slow', async () => {
  const page = await visit('');
  // Held from the start, as it may be loaded before it is asked for.
  let release: (() => void) | undefined;
  const held = new Promise<void>((done) => (release = done));
  await page.route('**/pagefind/text/2019-10-29*', async (route) => {
    await held;
    await route.continue();
  });
  await openDialog(page);
  await page.keyboard.type('arch linux');
  await page.waitForSelector('dialog ol[data-query="arch linux"] a');
  await page.fill('dialog input', 'pull 6140 killswitch');
  await page.waitForSelector('dialog ol[aria-busy=true]');
  const rows = await page.$$eval('dialog ol > li > a', (links) =>
    links.map((link) => link.getAttribute('href')),
  );
  expect(rows).toEqual(['/osquery/osquery/pull/6140/']);
  release?.();
  await page.waitForSelector('dialog ol[data-query="pull 6140 killswitch"] a');
});

test('Enter waits for the rows of what was typed', async () => {
  const page = await visit('');
  await openDialog(page);
  await page.keyboard.type('arch linux');
  await page.waitForSelector('dialog ol[data-query="arch linux"] a');
  await page.route('**/pagefind/**', async (route) => {
    await new Promise((done) => setTimeout(done, 60));
    await route.continue();
  });
  await page.fill('dialog input', 'killswitch');
  await page.keyboard.press('Enter');
  await page.waitForURL(/2019-10-29\/#question-are-there-killswitch/);
});

test('the filters stay where they are, whatever they offer', async () => {
  const { page, ask } = await openSearchPage();
  const places = new Set<string>();
  for (const query of ['osquery', 'killswitch', '6140', 'arch linux']) {
    await ask(query);
    // What the filters offer follows the rows.
    await page.waitForTimeout(100);
    const boxes = await page.$$eval('main .search-filters select', (controls) =>
      controls.map((control) => {
        const { x, width } = control.getBoundingClientRect();
        return [x, width];
      }),
    );
    places.add(JSON.stringify(boxes));
  }
  expect([...places]).toHaveLength(1);
});

test.for([320, 1280])('the cross stays in reach below many rows, %i px wide', async (width) => {
  const page = await visit('', { context: { viewport: { width, height: 600 } } });
  await openDialog(page);
  await page.keyboard.type('osquery');
  await page.waitForSelector('dialog ol[data-query="osquery"] a');
  const cross = page.getByRole('button', { name: 'Close' });
  const before = await cross.boundingBox();
  const scrolled = await page.locator('dialog').evaluate((dialog) => {
    dialog.scrollTo(0, dialog.scrollHeight);
    return dialog.scrollTop;
  });
  expect(scrolled).toBeGreaterThan(0);
  expect(await cross.boundingBox()).toEqual(before);
  await cross.click();
  expect(await page.locator('dialog[open]').count()).toBe(0);
});

test.for(['light', 'dark'] as const)(
  'the ground of the row with the focus goes beyond its words at both ends, in the %s theme',
  async (colorScheme) => {
    const page = await visit('', { context: { colorScheme } });
    await openDialog(page);
    await page.keyboard.type('arch linux');
    await page.waitForSelector('dialog ol[data-query] mark');
    await page.keyboard.press('ArrowDown');
    const { ground, ends } = await page.locator('.search-row:focus-within').evaluate((row) => ({
      ground: getComputedStyle(row).backgroundColor,
      ends: getComputedStyle(row).boxShadow,
    }));
    expect(ends).toBe(`${ground} -8px 0px 0px 0px, ${ground} 8px 0px 0px 0px`);
  },
);

test('the ground of a row with a bar at its edge ends there', async () => {
  const page = await visit('', {});
  await openDialog(page);
  await page.keyboard.type('#3482');
  await page.waitForSelector('dialog ol[data-query="#3482"] .search-exact');
  await page.keyboard.press('ArrowDown');
  const row = page.locator('.search-exact:focus-within');
  expect(await row.evaluate((exact) => getComputedStyle(exact).boxShadow)).toBe('none');
});
