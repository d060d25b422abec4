import { expect, test } from 'vitest';
import { visit } from './visit.ts';

test('a box that was ticked is seen where its item is quoted, in place of the mark of the list', async () => {
  const page = await visit('example/project/pull/12/', { site: 'fixture' });
  const box = page.getByRole('img', { name: 'done:' });
  const { width, height, mark } = await box.evaluate((element) => ({
    width: element.getBoundingClientRect().width,
    height: element.getBoundingClientRect().height,
    mark: getComputedStyle(element.closest('li')!).listStyleType,
  }));
  expect(width).toBeGreaterThan(8);
  expect(height).toBeCloseTo(width, 1);
  expect(mark).toBe('none');
});
