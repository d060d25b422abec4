import { expect, test } from 'vitest';
import { visit } from './visit.ts';

test('the only list of what comes up most takes the width of the page', async () => {
  const page = await visit('');
  expect(await page.locator('.most > section').count()).toBe(1);
  const lefts = await page
    .locator('.most li')
    .evaluateAll((items) => items.map((item) => item.getBoundingClientRect().left));
  expect(new Set(lefts).size).toBe(2);
  // Down the first column, then down the second.
  expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
});

test('the lines of the calendar have one colour where the reader chooses the colours', async () => {
  const page = await visit('', { context: { forcedColors: 'active' } });
  const colours = await page
    .locator('.calendar > .year, .calendar > .year + svg')
    .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).borderBlockStartColor));
  expect(new Set(colours).size).toBe(1);
});
