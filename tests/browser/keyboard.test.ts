import { expect, test } from 'vitest';
import { visit } from './visit.ts';

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
        const ringed = hit !== null && getComputedStyle(hit).stroke !== 'none';
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

test('what a page does for the pointer it does without hovering', async () => {
  const page = await visit('meetings/2019-10-29/');
  const permalink = page.getByRole('link', { name: 'Link to “Python tests”' });
  expect(await permalink.evaluate((link) => getComputedStyle(link).opacity)).toBe('1');
  const { width, height } = (await permalink.boundingBox())!;
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
});
