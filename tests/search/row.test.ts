import { describe, expect, test } from 'vitest';

import { buildSearchLookup } from '../../src/archive/search/search-lookup.ts';
import { spaceWords } from '../../src/archive/text/word-break.ts';
import { readLookup } from '../../src/search/lookup.ts';
import { makeRow } from '../../src/search/row.ts';
import { archiveOf } from '../archive/archive-of.ts';
import { lookup } from './lookup-fixture.ts';

const marked = (pieces: { text: string; mark: boolean }[]): string =>
  pieces.map(({ text, mark }) => (mark ? `[${text}]` : text)).join('');

describe('a row', () => {
  const content =
    'Tests in Buck ¶ Builds › Windows ¶ #6140 #6150 ¶ We drop (buck), perhaps. · Not now.';

  test('is read from the parts of a record', () => {
    const marks = new Map([
      [2, 1],
      [13, 1],
    ]);
    const row = makeRow({ record: 2, score: 1, marks }, { url: '/m/#tests', content }, lookup);
    expect(marked(row.heading)).toBe('Tests in [Buck]');
    expect(marked(row.excerpt)).toBe('We drop ([buck]), perhaps. · Not now.');
    expect(row).toMatchObject({
      url: '/m/#tests',
      date: '2020-01-07',
      trail: ['Builds', 'Windows'],
      references: [
        { text: '#6140', mark: false },
        { text: '#6150', mark: false },
      ],
      words: ['Buck', 'buck'],
    });
  });

  test('has the references that answer first, marked', () => {
    const row = makeRow(
      { record: 2, score: 1, marks: new Map([[9, 1]]) },
      { url: '/', content },
      lookup,
    );
    expect(row.references).toEqual([
      { text: '#6150', mark: true },
      { text: '#6140', mark: false },
    ]);
    expect(row.words).toEqual([]);
  });

  test('says the language of its note, where that is not the one of the site', () => {
    const archive = archiveOf({
      '2020-01-07.md': '## Builds\n\nThey work.\n',
      '2020-02-04.md': '---\nlang: de\n---\n\n## Pakete\n\nSie gehen.\n',
    });
    const known = readLookup(
      buildSearchLookup(archive, { records: [], counts: [1, 1], splits: [] }),
    );
    const langs = [0, 1].map((record) => {
      const finding = { record, score: 1, marks: new Map<number, number>() };
      return makeRow(finding, { url: '/', content }, known).lang;
    });
    expect(langs).toEqual([undefined, 'de']);
  });

  test('puts no space between words that were written without', () => {
    const text = `${spaceWords('日本語の議題')} ¶ ${spaceWords('次の会議')} ¶ ¶ ${spaceWords('マージする、 later。')}`;
    const marks = new Map([
      [2, 1],
      [9, 1],
    ]);
    const row = makeRow({ record: 2, score: 1, marks }, { url: '/', content: text }, lookup);
    expect(marked(row.heading)).toBe('日本語の[議題]');
    expect(row.trail).toEqual(['次の会議']);
    expect(marked(row.excerpt)).toBe('[マージ]する、 later。');
    expect(row.words).toEqual(['議題', 'マージ']);
  });

  test('marks no weak match', () => {
    const row = makeRow(
      { record: 2, score: 1, marks: new Map([[13, 0.1]]) },
      { url: '/', content },
      lookup,
    );
    expect(marked(row.excerpt)).not.toContain('[');
  });

  test.for([
    ['#![feature(slice_patterns)]', '#![[feature(slice_patterns])]'],
    ['#[must_use],', '#[[must_use]],'],
    ['`__init__`:', '`[__init__]`:'],
    ['(#6140)', '([#6140])'],
    ['C++,', '[C++],'],
  ] as const)('marks %s without the signs around it', ([word, expected]) => {
    const row = makeRow(
      { record: 0, score: 1, marks: new Map([[4, 1]]) },
      { url: '/', content: `H ¶ ¶ ¶ ${word}` },
      lookup,
    );
    expect(marked(row.excerpt)).toBe(expected);
  });

  test('shows of a long text the place that answers', () => {
    const text = [...Array.from({ length: 80 }, (_, index) => `w${index}`), 'hit', 'end'].join(' ');
    const row = makeRow(
      { record: 0, score: 1, marks: new Map([[84, 1]]) },
      { url: '/', content: `H ¶ ¶ ¶ ${text}` },
      lookup,
    );
    expect(marked(row.excerpt)).toMatch(/^… w\d+ .*\[hit\] end$/);
    expect(row.trail).toEqual([]);
    expect(row.references).toEqual([]);
  });

  test('cuts nothing off that answers, though it begins with a line', () => {
    const before = Array.from({ length: 40 }, () => 'w');
    const line = Array.from({ length: 36 }, () => 'v');
    const text = [...before, '·', ...line, 'hit', 'end'].join(' ');
    const row = makeRow(
      { record: 0, score: 1, marks: new Map([[81, 1]]) },
      { url: '/', content: `H ¶ ¶ ¶ ${text}` },
      lookup,
    );
    expect(marked(row.excerpt)).toBe(`… ${line.join(' ')} [hit]\u00a0…`);
  });

  test('does not begin a cut text with the dot between two lines', () => {
    const before = Array.from({ length: 40 }, () => 'w');
    const text = [...before, '·', 'a', 'b', 'c', 'd', 'e', 'hit', ...before].join(' ');
    const row = makeRow(
      { record: 0, score: 1, marks: new Map([[50, 1]]) },
      { url: '/', content: `H ¶ ¶ ¶ ${text}` },
      lookup,
    );
    expect(marked(row.excerpt)).toMatch(/^… a b c d e \[hit\] w/);
  });

  test('does not end a cut text with the dot between two lines', () => {
    const text = ['hit', ...Array.from({ length: 32 }, () => 'w'), '·', 'next', 'line'].join(' ');
    const row = makeRow(
      { record: 0, score: 1, marks: new Map([[4, 1]]) },
      { url: '/', content: `H ¶ ¶ ¶ ${text}` },
      lookup,
    );
    expect(marked(row.excerpt)).toMatch(/^\[hit\] w.* w\u00a0…$/);
  });
});
