import { expect, test } from 'vitest';

import { languageWithin } from '../../../src/archive/text/language.ts';

test.each([
  [undefined, undefined, undefined],
  ['de', 'de', undefined],
  ['de', undefined, 'de'],
  ['de', 'fr', 'de'],
  [undefined, 'de', 'en'],
])('a text in %j within one in %j is marked as %j', (own, around, mark) => {
  expect(languageWithin(own, around)).toBe(mark);
});
