import { describe, expect, test } from 'vitest';
import { findMisspelt, findSplits } from '../../../src/archive/search/search-forms.ts';
import type { SearchRecord } from '../../../src/archive/search/search-record.ts';
import {
  countWords,
  humpedNames,
  plainWords,
} from '../../../src/archive/search/search-vocabulary.ts';
import { searchWords } from '../../../src/site/search/search-records.ts';

const record = (text: string): SearchRecord => ({
  url: '/',
  heading: { text: 'A heading', routine: false },
  trail: [],
  references: [],
  topics: [],
  text,
});

test('plain words are lower case, without marks, identifiers in their parts', () => {
  expect(plainWords('Naïve disable_tables, NSWorkspace: it’s 4.2.0 PolyLogyx')).toEqual([
    'naive',
    'disable',
    'tables',
    'ns',
    'workspace',
    'it',
    'poly',
    'logyx',
  ]);
});

test('names with humps are words of their own, which a slip in one is corrected by', () => {
  expect(humpedNames('GitHub, TypeScript’s Promise.allSettled and NSWorkspace')).toEqual([
    'github',
    'typescript',
    'allsettled',
    'nsworkspace',
  ]);
  expect(humpedNames('Plain API of_parts, C++ 4.2.0 X1y')).toEqual([]);
  const { words, splits } = searchWords([record('URLPattern; url-pattern')]);
  expect([...words.keys()]).toEqual(['urlpattern', 'a', 'heading', 'url', 'pattern']);
  expect(splits).toEqual([]);
});

describe('misspelt words', () => {
  const counts = new Map([
    ['discussion', 20],
    ['dicussion', 1],
    ['performance', 12],
    ['performane', 1],
    ['looking', 15],
    ['locking', 1],
    ['lock', 2],
    ['extension', 10],
    ['extensions', 2],
    ['internal', 8],
    ['external', 2],
    ['windos', 1],
    ['windows', 3],
    ['test', 20],
    ['registry', 5],
    ['regsitry', 2],
    ['tset', 1],
    ['prformnce', 1],
    ['discuson', 1],
    ['perfornance', 2],
    ['performence', 3],
  ]);
  const misspelt = findMisspelt(counts);

  test.for([
    ['dicussion', 'discussion'],
    ['performane', 'performance'],
    ['prformnce', 'performance'],
    ['perfornance', 'performance'],
  ])('%s is %s', ([wrong, right]) => {
    expect(misspelt.get(wrong!)).toBe(right);
  });

  test.for([
    ['locking', 'has a relative'],
    ['extensions', 'is a form'],
    ['external', 'begins otherwise'],
    ['windos', 'has no frequent neighbour'],
    ['regsitry', 'is nearly as frequent as its neighbour'],
    ['tset', 'is too short to tell'],
    ['discussion', 'is frequent'],
    ['discuson', 'is too short for two slips'],
    ['performence', 'recurs too often for a slip'],
  ])('%s %s', ([word]) => {
    expect(misspelt.has(word!)).toBe(false);
  });
});

test('pairs that are also written as one word', () => {
  const records = [
    record('We do code signing here, and a time out.'),
    record('Codesigning again; the timeouts; log rotation; alloweverything'),
    record('all oweverything'),
  ];
  expect(findSplits(records, countWords(records))).toEqual(['all oweverything', 'code signing']);
});
