import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visit } from './visit.ts';

/** How far something begins from the left edge of the window. */
const startOf = (page: Page, selector: string): Promise<number> =>
  page.locator(selector).evaluate((element) => element.getBoundingClientRect().left);

test.for([768, 1280])(
  'at %i px a meeting begins under the name of the site, its contents first where they stand beside it',
  async (width) => {
    const page = await visit('meetings/2023-01-10-evening/', {
      site: 'fixture',
      context: { viewport: { width, height: 800 } },
    });
    const name = await startOf(page, '.site-title');
    const areBeside = width === 1280;
    expect(await startOf(page, '.contents')).toBeCloseTo(name, 0);
    expect((await startOf(page, 'h1')) - name > 100).toBe(areBeside);
    await page.locator('.contents').evaluate((contents) => contents.remove());
    expect(await startOf(page, 'h1')).toBeCloseTo(name, 0);
  },
);

test.for([
  ['without a title of its own', 'meetings/2019-10-29/', 'real'],
  ['below its title', 'meetings/2023-01-10-evening/', 'fixture'],
] as const)(
  'on a narrow screen the date of a meeting breaks only behind the day of the week: %s',
  async ([, at, site]) => {
    const page = await visit(at, { site, context: { viewport: { width: 320, height: 800 } } });
    const lines = await page.locator('h1 time').evaluate((time) => {
      const words = document.createTreeWalker(time, NodeFilter.SHOW_TEXT);
      const tops = new Map<number, string>();
      while (words.nextNode()) {
        const { data } = words.currentNode as Text;
        for (const [index, letter] of [...data].entries()) {
          const range = document.createRange();
          range.setStart(words.currentNode, index);
          range.setEnd(words.currentNode, index + 1);
          const top = Math.round(range.getBoundingClientRect().top);
          tops.set(top, (tops.get(top) ?? '') + letter);
        }
      }
      return [...tops.values()].map((line) => line.trim()).filter(Boolean);
    });
    expect(lines.at(-1)).toMatch(/(?:^|, )\d+ \w+ \d{4}$/);
    expect(lines.join(' ')).toMatch(/^\w+day, \d+ \w+ \d{4}$/);
  },
);

test('the recording and the facts beside it stand on one line', async () => {
  const page = await visit('meetings/2019-10-29/');
  const tops = await page.locator('header .meta.row > *').evaluateAll((facts) =>
    facts.map((fact) => {
      const words = document.createRange();
      words.selectNodeContents(fact.lastChild ?? fact);
      return words.getBoundingClientRect().top;
    }),
  );
  expect(tops.length).toBeGreaterThan(2);
  for (const top of tops) expect(top).toBeCloseTo(tops[0]!, 0);
});

test('what follows those present stands apart from them', async () => {
  const page = await visit('meetings/2024-03-05/', { site: 'fixture' });
  const gap = await page.locator('.present').evaluate((present) => {
    present.insertAdjacentHTML('afterend', '<p>And so on.</p>');
    return (
      present.nextElementSibling!.getBoundingClientRect().top -
      present.getBoundingClientRect().bottom
    );
  });
  expect(gap).toBeGreaterThan(10);
});

test('tasks are aligned, done or not, and those that are done have a tick', async () => {
  const page = await visit('meetings/2023-01-10-evening/', { site: 'fixture' });
  const tasks = await page.locator('li > .task').evaluateAll((boxes) =>
    boxes.map((box) => {
      const words = document.createRange();
      const text = box.nextSibling as Text;
      // Behind the space that parts it from its box.
      words.setStart(text, text.data.search(/\S/));
      words.setEnd(text, text.data.length);
      const indent =
        words.getBoundingClientRect().left - box.parentElement!.getBoundingClientRect().left;
      const { width, height } = box.getBoundingClientRect();
      const { clipPath } = getComputedStyle(box);
      return { done: box.className, clipPath, indent, width, height };
    }),
  );
  expect(tasks.map(({ done }) => done)).toEqual(['task', 'task task-done']);
  expect(tasks.map(({ clipPath }) => clipPath.split('(')[0])).toEqual(['none', 'polygon']);
  for (const { indent, width, height } of tasks) {
    expect(Math.abs(indent)).toBeLessThan(2);
    expect(width).toBeCloseTo(height, 1);
    expect(width).toBeCloseTo(tasks[0]!.width, 1);
  }
});
