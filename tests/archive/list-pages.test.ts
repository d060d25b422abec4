import { expect, test } from 'vitest';

import { listPages, pagesOfList } from '../../src/archive/list-pages.ts';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

test.each([
  [0, [0], []],
  [1, [1], []],
  [19, [19], []],
  [20, [10], [10]],
  [29, [19], [10]],
  [30, [10], [10, 10]],
])('%i items in tens: %j on the first page, %j on earlier ones', (count, [first], earlier) => {
  const pages = pagesOfList(upTo(count), 10);
  expect(pages.first).toHaveLength(first!);
  expect(pages.earlier.map(({ length }) => length)).toEqual(earlier);
  expect([...pages.earlier.flat(), ...pages.first]).toEqual(upTo(count));
});

test('an earlier page keeps its number and items as the list grows', () => {
  const before = pagesOfList(upTo(45), 10).earlier;
  const after = pagesOfList(upTo(140), 10).earlier;
  expect(after.slice(0, before.length)).toEqual(before);
});

test('pages are listed newest first, the first without a number', () => {
  expect(listPages(upTo(35), 10).map(({ number, items }) => [number, items[0]])).toEqual([
    [undefined, 20],
    [2, 10],
    [1, 0],
  ]);
});
