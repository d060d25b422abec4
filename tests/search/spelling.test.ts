import { describe, expect, test } from 'vitest';
import { cutVocabulary } from '../../src/archive/search-vocabulary.ts';
import { correctWord, readVocabulary } from '../../src/search/spelling.ts';

const counts = new Map([
  ['notarization', 6],
  ['certificate', 12],
  ['certificates', 3],
  ['build', 40],
  ['builds', 20],
  ['code', 30],
  ['signing', 20],
  ['paid', 2],
  ['pass', 9],
  ['linux', 30],
  ['hacktoberfest', 3],
  ['extension', 20],
]);
const vocabulary = readVocabulary(cutVocabulary(counts).parts[0]!);

test('a vocabulary comes back as it went, frequencies rounded to powers of two', () => {
  expect([...vocabulary.keys()]).toEqual([...counts.keys()].sort());
  expect(vocabulary.get('certificate')).toBe(8);
});

describe('what is corrected', () => {
  test.for([
    ['notarizaton', ['notarization']],
    ['certficate', ['certificate']],
    ['linxu', ['linux']],
    ['bulid', ['build']],
    ['extention', ['extension']],
    ['codesigning', ['code', 'signing']],
  ] as const)('%s', ([word, right]) => {
    expect(correctWord(word, vocabulary)).toEqual([...right]);
  });

  test.for(['build', 'pays', 'zzzzz', 'x', 'c++17', '5231', 'kubernetes'])('not %s', (word) => {
    expect(correctWord(word, vocabulary)).toBeUndefined();
  });
});
