import { expect, test } from 'vitest';

import { stem, termCounter } from '../../../src/archive/text/term.ts';

test('inflected words share a stem, other words do not', () => {
  const families = [
    ['package', 'packages', 'packaging', 'packaged'],
    ['library', 'libraries'],
    ['migrate', 'migration', 'migrating'],
    ['sign', 'signing', 'signed'],
    ['tag', 'tags', 'tagging'],
    ['batch', 'batches'],
    ['process', 'processes'],
    ['status'],
    ['test', 'tests', 'testing'],
    ['texts'],
  ];
  for (const [first = '', ...others] of families) {
    for (const other of others) expect(stem(other), other).toBe(stem(first));
  }
  const stems = families.map(([first = '']) => stem(first));
  expect(new Set(stems).size).toBe(stems.length);
});

test('terms leave out function words, addresses and small numbers; a heading counts more', () => {
  const text = 'We are at https://example.org/caching now: 12 caches of 4.1.0, c++ and `a_b`';
  expect([...termCounter()('Cache', [text])]).toEqual([
    ['cach', 4],
    ['4.1.0', 1],
    ['c++', 1],
    ['a_b', 1],
  ]);
});
