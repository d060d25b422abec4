import { expect, test } from 'vitest';

import { worthOf } from '../../../src/archive/discussions/sentence-worth.ts';

/** What a line is worth that is one sentence, the n-th of its passage. */
const worth = (text: string, order = 0): number => {
  const line = { text, references: [], item: false };
  return worthOf(line, { start: 0, end: text.length, order }, text, text.split(' ').length);
};
/** What it makes of a sentence that something is said in it. */
const change = (text: string, plain: string): number =>
  Math.round(10 * (worth(text) - worth(plain))) / 10;

test.each([
  ...'It This That These Those They He She There Here Which Also So But And Or Then'.split(' '),
  ...'However Often Can If Answer Yes No Probably Sounds'.split(' '),
])('a sentence that begins with %j leans on the one before it', (first) => {
  expect(change(`${first} was the cache of tables`, 'Tea was the cache of tables')).toBe(-1.5);
});

test.each(['Thatcher', 'Items', 'Note', 'Cannot', 'Butter', 'Iffy', 'Sofas'])(
  'one that begins with %j does not',
  (first) => {
    expect(change(`${first} was the cache of tables`, 'Tea was the cache of tables')).toBe(0);
  },
);

test.each([
  ...['We follow up in the next call', 'All see the old notes about tables'],
  ...['There was nothing to report about tables', 'We had no updates of the tables'],
  ...['The tables are open for a review', 'The tables were skipped by all today'],
])('%j only puts off what is to be said', (text) => {
  expect(change(text, 'Tea was the cache of all tables')).toBe(
    -4 - (/^There/.test(text) ? 1.5 : 0),
  );
});

test.each([
  ...['decided', 'agreed', 'merged', 'released', 'approved', 'rejected', 'proposed', 'deprecated'],
  ...['removed', 'supports', 'planned', 'should', 'will', 'consensus'],
])('a sentence with %j says what came of it', (word) => {
  expect(change(`Tables were ${word} by all of us`, 'Tables were seen by all of us')).toBe(1.5);
});

test.each([
  ['a question', 'Was it the cache of tables', 'Was it the cache of tables?', -1],
  ['a question in quotes', 'Was it “the cache of tables', 'Was it “the cache of tables?”', -1],
  ['what goes on', 'Tea was the cache of', 'Tea was the cache of:', -2.5],
  ['an aside', 'Tea was the cache of', '(Tea was the cache of)', -2],
])('%s is worth less', (_what, plain, text, less) => {
  expect(change(text, plain)).toBe(less);
});

test('more words are worth more, up to a dozen, and fewer than four are little', () => {
  const words = (count: number): string => Array.from({ length: count }, () => 'tea').join(' ');
  const steps = [1, 2, 3, 4, 12, 13].map((count) => Math.round(10 * worth(words(count))) / 10);
  expect(steps).toEqual([-1.7, -1.3, 0, 1.3, 4, 4]);
});

test('a later sentence is worth less, up to a dozen of them', () => {
  const late = [0, 5, 12, 40].map(
    (order) => worth('Tea was the cache of', order) - worth('Tea was the cache of'),
  );
  expect(late.map((one) => Math.round(10 * one) / 10)).toEqual([0, -1, -2.4, -2.4]);
});
