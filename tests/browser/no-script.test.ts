import { describe, expect, test } from 'vitest';
import { visit } from './visit.ts';

const read = (path: string, site?: 'real' | 'below') =>
  visit(path, { context: { javaScriptEnabled: false }, ...(site && { site }) });

describe('without script', () => {
  test.for(['real', 'below'] as const)('one can go from home to a meeting (%s)', async (site) => {
    const page = await read('', site);
    await page.getByRole('link', { name: 'Meetings', exact: true }).click();
    await page.getByRole('link', { name: '29 Oct 2019' }).click();
    await expect.poll(() => page.locator('h1').textContent()).toContain('29 October 2019');
  });

  test('the calendar of the home page names and links every meeting', async () => {
    const page = await read('');
    const mark = page.getByRole('link', { name: /Tuesday, 29 October 2019: .*4\.1\.0 Release/ });
    expect(await mark.getAttribute('href')).toBe('/meetings/2019-10-29/');
    const year = page.getByRole('link', { name: '2019 with 3 meetings', exact: true });
    expect(await year.count()).toBe(1);
  });

  test('a link to a section arrives at it and marks it', async () => {
    const page = await read('meetings/2019-10-29/');
    await page.getByRole('link', { name: 'Link to “Python tests”' }).click();
    expect(new URL(page.url()).hash).toBe('#python-tests');
    const heading = page.locator('#python-tests');
    const top = (await heading.boundingBox())!.y;
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(450);
    const section = page.locator('section:has(#python-tests)');
    const plain = page.locator('section:has(#money)');
    const backgroundOf = (element: Element) => getComputedStyle(element).backgroundColor;
    expect(await section.evaluate(backgroundOf)).not.toBe(await plain.evaluate(backgroundOf));
  });

  test('the contents lead to every section, also where they are folded', async () => {
    const page = await visit('meetings/2019-10-29/', {
      context: { javaScriptEnabled: false, viewport: { width: 320, height: 800 } },
    });
    const entry = page.getByRole('navigation', { name: 'Contents' }).getByText('Money');
    expect(await entry.isVisible()).toBe(false);
    await page.getByText('Contents', { exact: true }).click();
    await entry.click();
    expect(new URL(page.url()).hash).toBe('#money');
  });

  test('nothing is shown that would need it', async () => {
    const page = await read('meetings/2019-10-29/');
    expect(await page.locator('button:visible').count()).toBe(0);
  });

  test('the page for what is not there leads on', async () => {
    const page = await read('404.html');
    const main = page.getByRole('main');
    expect(await main.getByText('Nothing is at').isVisible()).toBe(false);
    await main.getByRole('link', { name: 'meetings' }).click();
    await expect.poll(() => page.locator('h1').textContent()).toBe('Meetings');
  });
});
