import { toHtml } from 'hast-util-to-html';
import type { Locator, Page } from 'playwright-core';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { visit } from './visit.ts';

const renderer = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).freeze();
const render = (markdown: string): string =>
  toHtml(renderer.runSync(renderer.parse(markdown))).replaceAll('\u200b', '');

const meeting = 'meetings/2019-10-29/';
const permissions = { permissions: ['clipboard-read', 'clipboard-write'] };

/** Opens the box of a section, without and with a mouse. */
async function openBox(page: Page, heading: string, by: 'mouse' | 'keyboard' = 'mouse') {
  const button = page.getByRole('button', { name: `Cite “${heading}”` });
  if (by === 'mouse') await button.click();
  else {
    await button.focus();
    await page.keyboard.press('Enter');
  }
  const box = page.getByRole('dialog', { name: `Cite “${heading}”` });
  await box.waitFor();
  return box;
}

const clipboard = (page: Page): Promise<string> =>
  page.evaluate(() => navigator.clipboard.readText());

describe('citing a section', () => {
  test('copies its link, and says so', async () => {
    const page = await visit(meeting, { context: permissions });
    const box = await openBox(page, 'Python tests');
    await box.getByRole('button', { name: 'Link', exact: true }).click();
    await expect.poll(() => box.getByRole('status').textContent()).toBe('Copied');
    expect(await clipboard(page)).toBe(new URL(`/${meeting}#python-tests`, page.url()).href);
  });

  test.for([0, 60, 120])(
    'shows its whole box %d px above the lower edge of the window',
    async (room) => {
      const page = await visit(meeting, { context: { viewport: { width: 640, height: 360 } } });
      const button = page.getByRole('button', { name: 'Cite “Python tests”' });
      await button.evaluate(
        (element, room) => scrollBy(0, element.getBoundingClientRect().bottom + room - innerHeight),
        room,
      );
      const box = await openBox(page, 'Python tests');
      const lowest = async () => {
        const { y, height } = (await box.boundingBox())!;
        return y + height;
      };
      await expect.poll(lowest).toBeLessThan(360);
      await box.getByRole('button', { name: 'Link', exact: true }).click();
      await expect.poll(() => box.getByRole('status').textContent()).not.toBe('');
      expect(await lowest()).toBeLessThan(360);
    },
  );

  test('copies a Markdown link with series, date and heading', async () => {
    const page = await visit(`${meeting}?utm=x`, { context: permissions, site: 'below' });
    const box = await openBox(page, 'Python tests');
    await box.getByRole('button', { name: 'Markdown link' }).click();
    await expect.poll(() => box.getByRole('status').textContent()).toBe('Copied');
    const url = new URL(`/foundation/${meeting}#python-tests`, page.url()).href;
    expect(render(await clipboard(page))).toBe(
      `<p><a href="${url}">osquery office hours, 29 Oct 2019: Python tests</a></p>`,
    );
  });

  test('copies a quote that reads like the section, with its source', async () => {
    const page = await visit(meeting, { context: permissions });
    const box = await openBox(page, 'Python tests');
    await box.getByRole('button', { name: 'Quote for GitHub' }).click();
    await expect.poll(() => box.getByRole('status').textContent()).toBe('Copied');
    const html = render(await clipboard(page));
    expect(html).toMatch(/^<blockquote>[^]*<\/blockquote>$/);
    expect(html).not.toMatch(/<h\d|Earlier|Cite/);
    const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
    const shown = await page.evaluate(() => {
      const section = document.getElementById('python-tests')!.closest('section')!;
      return [...section.querySelectorAll(':scope > p:not(.about), :scope > ul > li')].map(
        (part) => part.firstChild?.textContent ?? '',
      );
    });
    expect(shown.length).toBeGreaterThan(0);
    const quoted = words(html.replace(/<[^>]*>/g, ''));
    expect(quoted).toContain(words(shown[0]!).slice(0, 40));
    expect(quoted).toMatch(/— osquery office hours, 29 Oct 2019: Python tests$/);
    for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^https?:/);
  });

  test('quotes the sections below a heading that has no words of its own', async () => {
    const page = await visit(meeting, { context: permissions });
    const box = await openBox(page, 'Developer happiness');
    await box.getByRole('button', { name: 'Quote for GitHub' }).click();
    await expect.poll(() => box.getByRole('status').textContent()).toBe('Copied');
    const html = render(await clipboard(page));
    expect(html).toMatch(/^<blockquote>\s*<p><strong>inconsistent include paths<\/strong><\/p>/);
    expect(html).toMatch(/In one future state[^]*<strong>exported headers<\/strong>/);
    expect(html).not.toMatch(/Foundation Updates|Cite|#<|Earlier|Later/);
    expect(html).toMatch(/— <a [^>]*>osquery office hours, 29 Oct 2019: Developer happiness<\/a>/);
  });

  test('quotes nothing but its source of a section over nothing', async () => {
    const page = await visit('meetings/2019-08-06/', { context: permissions });
    const box = await openBox(page, 'Action Items');
    await box.getByRole('button', { name: 'Quote for GitHub' }).click();
    await expect.poll(() => box.getByRole('status').textContent()).toBe('Copied');
    expect(render(await clipboard(page))).toMatch(/^<blockquote>\s*<p>— <a [^>]*>[^<]*<\/a><\/p>/);
  });

  test('quotes what the reader has selected', async () => {
    const page = await visit(meeting, { context: permissions });
    const selected = await page.evaluate(() => {
      const section = document.getElementById('python-tests')!.closest('section')!;
      const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if ((node.textContent ?? '').trim().length < 12) continue;
        if (node.parentElement!.closest('.section-head')) continue;
        const range = document.createRange();
        range.setStart(node, 0);
        range.setEnd(node, 10);
        getSelection()!.addRange(range);
        return range.toString().trim();
      }
      return '';
    });
    const box = await openBox(page, 'Python tests');
    await box.getByRole('button', { name: 'Quote for GitHub' }).click();
    await expect.poll(() => box.getByRole('status').textContent()).toBe('Copied');
    const [first] = render(await clipboard(page)).match(/<p>.*?<\/p>/s) ?? [''];
    expect(first.replace(/<[^>]*>/g, '').trim()).toBe(selected);
  });

  test.for([
    ['lines of code', 'pre', '<pre><code>'],
    ['rows of a table', 'table', '<table>'],
  ] as const)('keeps %s that the reader has selected', async ([, element, mark]) => {
    const page = await visit('meetings/2023-01-10-evening/', {
      context: permissions,
      site: 'fixture',
    });
    const { heading, words } = await page.evaluate((name) => {
      const chosen = document.querySelector(`section ${name}`)!;
      const range = document.createRange();
      range.selectNodeContents(chosen.querySelector('code') ?? chosen.querySelector('tr')!);
      getSelection()!.addRange(range);
      const heading = chosen.closest('section')!.querySelector('h2,h3,h4')!.textContent.trim();
      return { heading, words: range.toString().split(/\s+/).filter(Boolean) };
    }, element);
    const box = await openBox(page, heading);
    await box.getByRole('button', { name: 'Quote for GitHub' }).click();
    await expect.poll(() => box.getByRole('status').textContent()).toBe('Copied');
    const html = render(await clipboard(page));
    expect(html).toContain(mark);
    for (const word of words) expect(html).toContain(word);
  });

  test('works by keyboard alone, and gives the focus back', async () => {
    const page = await visit(meeting, { context: permissions });
    const box = await openBox(page, 'Python tests', 'keyboard');
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toBe('Link');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Markdown link');
    await page.keyboard.press('Enter');
    await expect.poll(() => box.getByRole('status').textContent()).toBe('Copied');
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'hidden' });
    const label = await page.evaluate(() => document.activeElement?.ariaLabel);
    expect(label).toBe('Cite “Python tests”');
  });

  test('closes with its own button, and Escape leads back to it', async () => {
    const page = await visit('meetings/2020-01-07/');
    const button = page.locator('button.cite').nth(1);
    const isOpen = () => page.locator('.cite-box:popover-open').count();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await button.click();
    await expect.poll(isOpen).toBe(1);
    await button.click();
    await expect.poll(isOpen).toBe(0);
    await button.click();
    await expect.poll(isOpen).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(isOpen).toBe(0);
    expect(await focused()).toBe(await button.getAttribute('aria-label'));
    await page.keyboard.press('Enter');
    await expect.poll(isOpen).toBe(1);
    await page.locator('button.cite').nth(2).click();
    await expect.poll(isOpen).toBe(1);
    expect(await page.locator('.cite-box').getAttribute('aria-label')).toBe(
      await page.locator('button.cite').nth(2).getAttribute('aria-label'),
    );
  });

  test('closes when the focus leaves it', async () => {
    const page = await visit(meeting, { context: { viewport: { width: 320, height: 568 } } });
    const box = await openBox(page, 'Python tests', 'keyboard');
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Tab');
    await box.waitFor({ state: 'hidden' });
    const focused = await page.evaluate(() => document.activeElement?.tagName);
    expect(focused).toBe('A');
    // Its button opens it again.
    await openBox(page, 'Python tests', 'keyboard');
    await page.keyboard.press('Shift+Tab');
    await box.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toContain('Python tests');
  });

  test('is not in what is copied of a section', async () => {
    const page = await visit(meeting);
    await page.getByRole('button', { name: 'Cite “Python tests”' }).waitFor();
    const selected = await page.evaluate(() => {
      const section = document.getElementById('python-tests')!.closest('section')!;
      getSelection()!.selectAllChildren(section);
      return getSelection()!.toString();
    });
    expect(selected).toContain('Python tests');
    expect(selected).not.toMatch(/#$|Cite/m);
  });

  test('offers the text for copying by hand where there is no permission', async () => {
    const page = await visit(meeting);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('NotAllowedError'));
    });
    const box = await openBox(page, 'Python tests');
    await box.getByRole('button', { name: 'Markdown link' }).click();
    const field = box.getByRole('textbox', { name: 'Citation' });
    await field.waitFor();
    expect(
      await field.evaluate((area: HTMLTextAreaElement) => [
        document.activeElement === area,
        area.value.slice(area.selectionStart, area.selectionEnd) === area.value,
      ]),
    ).toEqual([true, true]);
    expect(await box.getByRole('status').textContent()).toContain('Ctrl+C');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    const frame = (await box.boundingBox())!;
    expect(frame.x + frame.width).toBeLessThanOrEqual(page.viewportSize()!.width);
  });

  test.for([320, 768, 1280])('stands at the edge of the text, %i px wide', async (width) => {
    const page = await visit(meeting, { context: { viewport: { width, height: 700 } } });
    const box = await openBox(page, 'Python tests');
    const edge = (locator: Locator) =>
      locator.evaluate((element) => Math.round(element.getBoundingClientRect().right));
    const text = await edge(page.locator('.text'));
    const letters = await page
      .getByRole('button', { name: 'Cite “Python tests”' })
      .evaluate((button) => {
        const range = document.createRange();
        range.selectNodeContents(button);
        return Math.round(range.getBoundingClientRect().right);
      });
    expect([letters, await edge(box)]).toEqual([text, text]);
  });

  test('leaves the plain link without script', async () => {
    const page = await visit(meeting, { context: { javaScriptEnabled: false } });
    expect(await page.getByRole('button', { name: /^Cite/ }).count()).toBe(0);
    const link = page.getByRole('link', { name: 'Link to “Python tests”' });
    expect(await link.getAttribute('href')).toBe('#python-tests');
  });
});
