import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import type { Sites } from '../site/setup.ts';
import { findPageKinds } from './page-kinds.ts';
import { visit } from './visit.ts';

/**
 * What has the focus, and how many pixels of the ring around it are cut off by the window or by what scrolls
 * around it. Nothing is said of a ring that is larger than what it stands in.
 */
async function findCutRing(page: Page): Promise<{ at: string; cut: string[] } | undefined> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return undefined;
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(focused);
    // What draws its ring itself, within an SVG, has it in its box.
    const outlined = outlineStyle !== 'none';
    const reach = outlined ? parseFloat(outlineWidth) + parseFloat(outlineOffset) : 0;
    const frames: [string, DOMRect][] = [
      ['the window', new DOMRect(0, 0, document.documentElement.clientWidth, innerHeight)],
    ];
    for (let around = focused.parentElement; around; around = around.parentElement) {
      if (around === document.body || getComputedStyle(around).overflowX === 'visible') continue;
      const { left, top } = around.getBoundingClientRect();
      const { clientLeft, clientTop, clientWidth, clientHeight } = around;
      frames.push([
        `${around.localName}.${around.getAttribute('class')}`,
        new DOMRect(left + clientLeft, top + clientTop, clientWidth, clientHeight),
      ]);
    }
    const cut = [...focused.getClientRects()].flatMap((box) =>
      frames.flatMap(([name, frame]) => {
        const sides = [];
        if (box.width + 2 * reach <= frame.width) {
          sides.push(frame.left - box.left + reach, box.right + reach - frame.right);
        }
        if (box.height + 2 * reach <= frame.height) {
          sides.push(frame.top - box.top + reach, box.bottom + reach - frame.bottom);
        }
        const most = Math.max(...sides);
        return most > 0.5 ? [`${most.toFixed(1)} px by ${name}`] : [];
      }),
    );
    return { at: focused.outerHTML.slice(0, 120), cut };
  });
}

/** The stops whose ring is cut off, as one goes on by the keyboard until the page, or the box that is open, ends. */
async function findCutRings(page: Page): Promise<string[]> {
  const seen = new Set<string>();
  const lines: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const found = await findCutRing(page);
    if (found === undefined || seen.size > 400) break;
    seen.add(found.at);
    for (const cut of found.cut) lines.push(`${cut}: ${found.at}`);
  }
  expect(seen.size).toBeGreaterThan(1);
  return lines;
}

test('the first stop skips to the content', async () => {
  const page = await visit('meetings/2019-10-29/');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await page.keyboard.press('Tab');
  expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
  expect((await skip.boundingBox())!.height).toBeGreaterThanOrEqual(24);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const first = page.locator('main a').first();
  expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
});

test.for(['', 'meetings/', 'meetings/2019-10-29/'])(
  'every stop on /%s is in view and shows that it has the focus',
  async (path) => {
    const page = await visit(path);
    const unseen: string[] = [];
    let stops = 0;
    for (; stops < 400; stops += 1) {
      await page.keyboard.press('Tab');
      const found = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return undefined;
        const style = getComputedStyle(element);
        const hit = element.querySelector('.hit');
        const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        const drawn = hit && getComputedStyle(hit);
        const ringed = drawn && drawn.stroke !== 'none' && parseFloat(drawn.strokeWidth) >= 2;
        const { top, bottom } = element.getBoundingClientRect();
        const inView = bottom > 0 && top < innerHeight;
        return { shows: (outlined || ringed) && inView, html: element.outerHTML.slice(0, 120) };
      });
      if (found === undefined) break;
      if (!found.shows) unseen.push(found.html);
    }
    expect(stops).toBeGreaterThan(15);
    expect(stops).toBeLessThan(400);
    expect(unseen).toEqual([]);
  },
);

// A page of each kind, the longest.
const kinds = (['real', 'fixture'] satisfies (keyof Sites)[]).flatMap((site) =>
  findPageKinds(inject('sites')[site]).map(({ kind, paths }) => ({ site, kind, path: paths[0]! })),
);

test.for(kinds)('the ring of the focus is whole: $kind ($site: /$path)', async ({ site, path }) => {
  for (const width of [320, 1280]) {
    const page = await visit(path, { site, context: { viewport: { width, height: 600 } } });
    expect(await findCutRings(page), `${width} px`).toEqual([]);
  }
});

test('the ring of a link at the edge of a table is whole', async () => {
  const page = await visit('meetings/2023-01-10-evening/', {
    site: 'fixture',
    context: { viewport: { width: 320, height: 600 } },
  });
  await page.locator('table').evaluate((table) => {
    for (const row of (table as HTMLTableElement).rows) row.prepend(row.lastElementChild!);
  });
  expect(await findCutRings(page), 'at its start').toEqual([]);
  await page.reload();
  expect(await findCutRings(page), 'at its end').toEqual([]);
});

test.for([320, 1280])('the ring of what the search finds is whole at %s px', async (width) => {
  const page = await visit('topics/', { context: { viewport: { width, height: 600 } } });
  await page.keyboard.press('/');
  await page.locator('dialog input[type=search]').fill('tests');
  await page.locator('dialog [data-query=tests]').waitFor();
  expect(await findCutRings(page)).toEqual([]);
});

test('the contents stay where the keyboard is while the page scrolls', async () => {
  const context = { viewport: { width: 1280, height: 300 } };
  const page = await visit('meetings/2019-10-29/', { context });
  const links = page.locator('.contents a');
  await links.nth(-2).focus();
  await page.keyboard.press('Tab');
  const section = await links.nth(1).getAttribute('href');
  await page.locator(section!).evaluate((heading) => heading.scrollIntoView());
  await page.locator('.contents a[aria-current]').waitFor();
  expect((await findCutRing(page))?.cut).toEqual([]);
});

test('what a page does for the pointer it does without hovering', async () => {
  const page = await visit('meetings/2019-10-29/');
  const permalink = page.getByRole('link', { name: 'Link to “Python tests”' });
  expect(await permalink.evaluate((link) => getComputedStyle(link).opacity)).toBe('1');
  const { width, height } = (await permalink.boundingBox())!;
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
});
