import { describe, expect, test } from 'vitest';

import {
  leading,
  linkedPages,
  listPages,
  pagesInOrder,
  pagesOfList,
} from '../../../src/archive/outputs/list-pages.ts';

const bytesOnPage = 30_000;
const tens = { most: 10, bytes: bytesOnPage };
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

test.each([
  [0, [0], []],
  [1, [1], []],
  [19, [19], []],
  [20, [10], [10]],
  [29, [19], [10]],
  [30, [10], [10, 10]],
])('%i items in tens: %j on the first page, %j on earlier ones', (count, [first], earlier) => {
  const pages = pagesOfList(upTo(count), tens, () => 1);
  expect(pages.first).toHaveLength(first!);
  expect(pages.earlier.map(({ length }) => length)).toEqual(earlier);
  expect([...pages.earlier.flat(), ...pages.first]).toEqual(upTo(count));
});

test('an earlier page keeps its number and items as the list grows', () => {
  const before = pagesOfList(upTo(45), tens, () => 1).earlier;
  const after = pagesOfList(upTo(140), tens, () => 1).earlier;
  expect(after.slice(0, before.length)).toEqual(before);
});

test('pages are listed newest first, the first without a number', () => {
  expect(listPages(upTo(35), tens, () => 1).map(({ number, items }) => [number, items[0]])).toEqual(
    [
      [undefined, 20],
      [2, 10],
      [1, 0],
    ],
  );
});

describe('items that weigh', () => {
  const third = Math.floor(bytesOnPage / 3);
  const sizes = (bytes: readonly number[]) => {
    const { first, earlier } = pagesOfList(bytes, tens, (item) => item);
    expect([...earlier.flat(), ...first]).toEqual(bytes);
    return [first.length, ...earlier.map(({ length }) => length)];
  };

  test.each([
    ['as many as two pages hold stay on one', Array<number>(6).fill(third), [6]],
    ['of more, the oldest page is full', Array<number>(7).fill(third), [4, 3]],
    ['a page is never empty, however large its item', [bytesOnPage * 3, 1, 1], [3]],
    ['what is too large stands alone', [1, bytesOnPage * 3, 1, bytesOnPage, 1], [2, 1, 1, 1]],
    ['nothing has more items than are wanted', Array<number>(20).fill(1), [10, 10]],
  ])('%s', (_name, bytes, expected) => {
    expect(sizes(bytes)).toEqual(expected);
  });

  test('no page but the first has more bytes than a page, and that no more than two', () => {
    const bytes = upTo(200).map((index) => (index * 7919) % bytesOnPage);
    const { first, earlier } = pagesOfList(bytes, tens, (item) => item);
    const sum = (page: number[]) => page.reduce((total, item) => total + item, 0);
    expect(Math.max(...earlier.map(sum))).toBeLessThanOrEqual(bytesOnPage);
    expect(sum(first)).toBeLessThanOrEqual(2 * bytesOnPage);
  });

  test('an earlier page keeps its items as the list grows', () => {
    const bytes = upTo(200).map((index) => (index * 7919) % bytesOnPage);
    const after = pagesOfList(bytes, tens, (item) => item).earlier;
    for (const count of upTo(200)) {
      const before = pagesOfList(bytes.slice(0, count), tens, (item) => item).earlier;
      expect(after.slice(0, before.length)).toEqual(before);
    }
  });
});

test.each([
  [[], 10, []],
  [[4, 6], 10, [4, 6]],
  [[4, 7, 1], 10, [4]],
  [[11, 1], 10, []],
])('of %j, in %i bytes there is room for %j first', (items, bytes, expected) => {
  expect(leading(items, bytes, (item) => item)).toEqual(expected);
});

test.each([
  ['nothing', [], [[]]],
  ['what fits on the first page', [3, 2], [[3, 2]]],
  ['what goes on on others', [3, 3, 6, 4, 1], [[3], [3, 6], [4, 1]]],
  ['an item with no room on the first page', [6, 1], [[], [6, 1]]],
  ['an item with no room anywhere', [1, 99, 1], [[1], [99], [1]]],
])('in an order of its own: %s', (_name, items, expected) => {
  expect(pagesInOrder(items, { first: 5, bytes: 10 }, (item) => item)).toEqual(expected);
});

describe('links from the first page', () => {
  test('are all where there are not too many', () => {
    expect([...linkedPages(4)]).toEqual([0, 1, 2, 3]);
    expect(linkedPages(40).size).toBe(40);
  });

  test('are the nearest and some of the others, with the last', () => {
    expect([...linkedPages(100, 10)]).toEqual([0, 1, 2, 3, 4, 23, 42, 61, 80, 99]);
    expect([...linkedPages(11, 10)]).toEqual([0, 1, 2, 3, 4, 6, 7, 8, 9, 10]);
    expect(linkedPages(5_000).size).toBe(40);
  });
});
