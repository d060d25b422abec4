import { expect, test } from 'vitest';
import { removeInvisible } from '../../../src/archive/text/invisible.ts';

test.each([
  ['a\u200bb\u200db\ufeff', 'abb'],
  ['\u202ea\u2066b\u2069', 'ab'],
  ['a\u00adb%C2%ADc', 'abc'],
  ['a%E2%80%8Bb%e2%80%aec%E2%81%A0%EF%BB%BF', 'abc'],
  ['a%E2%81%A5', 'a%E2%81%A5'],
  ['plain text — “quoted” %E2%80%9C é', 'plain text — “quoted” %E2%80%9C é'],
])('%j is read as %j', (text, expected) => {
  expect(removeInvisible(text)).toBe(expected);
});
