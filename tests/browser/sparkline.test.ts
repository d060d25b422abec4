import { expect, test } from 'vitest';
import { visit } from './visit.ts';

test('the small charts of topics stand below each other, so that a year is at one place', async () => {
  const page = await visit('topics/', { context: { viewport: { width: 320, height: 700 } } });
  const lefts = await page
    .locator('.spark')
    .evaluateAll((charts) => charts.map((chart) => chart.getBoundingClientRect().left));
  expect(lefts.length).toBeGreaterThan(5);
  expect(new Set(lefts).size).toBe(1);
});
