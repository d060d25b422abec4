import { describe, expect, test } from 'vitest';
import { cutVocabulary } from '../../src/archive/search/search-vocabulary.ts';
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
  ['playing', 9],
  ['field', 9],
  ['word', 3],
  ['all', 30],
  ['low', 9],
  ['allow', 8],
  ['pass', 9],
  ['linux', 30],
  ['hacktoberfest', 3],
  ['extension', 20],
]);
const vocabulary = readVocabulary(cutVocabulary(counts).parts[0]!);

test('a word known to have other forms is no slip where none of them is held', () => {
  const without = new Map([...vocabulary].filter(([word]) => word !== 'paid'));
  expect(correctWord('paying', without)).toBeUndefined();
  expect(correctWord('plaing', without)).toEqual(['playing']);
});

test('a form that is held only with another ending is found, the most frequent of several', () => {
  const held = new Map([
    ['growl', 30],
    ['grow', 1],
    ['groups', 40],
  ]);
  expect(correctWord('grew', held)).toEqual(['grow']);
  held.delete('grow');
  expect(correctWord('grew', held)).toBeUndefined();
  expect(correctWord('grew', new Map([...held, ['growing', 2], ['grows', 4]]))).toEqual(['grows']);
});

test('a vocabulary comes back as it went, frequencies rounded to powers of two', () => {
  expect([...vocabulary.keys()]).toEqual([...counts.keys()].sort());
  expect(vocabulary.get('certificate')).toBe(8);
});

test('what may be two words is no other two slips away, but one a single slip away', () => {
  const near = new Map([...vocabulary, ['cosigning', 9]]);
  expect(correctWord('codesigning', near)).toEqual(['code', 'signing']);
  // Of which two slips are allowed where they make no two words.
  expect(correctWord('cdesigning', near)).toEqual(['cosigning']);
  expect(correctWord('codesigning', new Map([...near, ['codesignings', 9]]))).toEqual([
    'codesignings',
  ]);
});

test('fewer than three letters are none of two words that are run together', () => {
  const held = new Map([...vocabulary, ['re', 40], ['up', 40]]);
  expect(correctWord('recode', held)).toBeUndefined();
  expect(correctWord('buildup', held)).toBeUndefined();
});

test('a word with a digit is not what was meant by letters', () => {
  expect(correctWord('fieldz', new Map([['field4', 9]]))).toBeUndefined();
});

describe('what is corrected', () => {
  test.for([
    ['notarizaton', ['notarization']],
    ['certficate', ['certificate']],
    ['linxu', ['linux']],
    ['bulid', ['build']],
    ['extention', ['extension']],
    ['codesigning', ['code', 'signing']],
    ['lowpass', ['low', 'pass']],
    ['passlow', ['pass', 'low']],
    ['pays', ['paid']],
    ['paying', ['paid']],
    ['owrd', ['word']],
    ['ifeld', ['field']],
    ['dfield', ['field']],
    ['alllow', ['allow']],
    ['callow', ['allow']],
  ] as const)('%s', ([word, right]) => {
    expect(correctWord(word, vocabulary)).toEqual([...right]);
  });

  test.for(['build', 'chose', 'yield', 'zzzzz', 'x', 'c++17', '5231', 'kubernetes'])(
    'not %s',
    (word) => {
      expect(correctWord(word, vocabulary)).toBeUndefined();
    },
  );
});
