import { expect, test } from 'vitest';
import { irregularForms } from '../../src/search/irregular.ts';

test.for([
  ['pay', ['pay', 'paid']],
  ['paying', ['pay', 'paid']],
  ['paid', ['pay', 'paid']],
  ['writes', ['write', 'wrote', 'written']],
  ['wrote', ['write', 'wrote', 'written']],
  ['children', ['child', 'children']],
] as const)('%s has forms that its stem does not tell', ([word, forms]) => {
  expect(irregularForms(word)).toEqual([...forms]);
});

test.for(['play', 'playing', 'payment', 'payload', 'writer', 'spender', 'meant1', ''])(
  '%s has none',
  (word) => {
    expect(irregularForms(word)).toBeUndefined();
  },
);
