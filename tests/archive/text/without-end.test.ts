import { expect, test } from 'vitest';

import { withoutEnd } from '../../../src/archive/text/without-end.ts';

test.each([
  ['a, b...', /[.,]/, 'a, b'],
  ['...', /[.,]/, ''],
  ['', /[.,]/, ''],
  ['a.b', /[.,]/, 'a.b'],
  ['a \n', /\s/, 'a'],
])('%j without %s at its end is %j', (text, sign, left) => {
  expect(withoutEnd(text, sign)).toBe(left);
});
