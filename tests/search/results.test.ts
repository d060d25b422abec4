import { describe, expect, test } from 'vitest';
import { sitePaths } from '../../src/archive/paths.ts';
import { buildSearchLookup } from '../../src/archive/search/search-lookup.ts';
import { spaceWords } from '../../src/archive/text/word-break.ts';
import { readState, writeState } from '../../src/search/address.ts';
import { exactRows, exactTopic } from '../../src/search/exact.ts';
import { readLookup } from '../../src/search/lookup.ts';
import { parseQuery } from '../../src/search/query.ts';
import {
  type View,
  correctedQuery,
  listResults,
  makeRow,
  viewOf,
} from '../../src/search/results.ts';
import { archiveOf } from '../archive/archive-of.ts';
import { lookup, packed } from './lookup-fixture.ts';

const paths = sitePaths('/base');
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

describe('filters', () => {
  const findings = [4, 0, 2, 1].map((record) => ({ record, score: 1, marks: new Map() }));
  const show = (view: Parameters<typeof listResults>[1]) => listResults({ findings }, view, lookup);
  const records = (view: Parameters<typeof listResults>[1]): number[] =>
    show(view).findings.map(({ record }) => record);

  test('by year and by topic', () => {
    expect(records({ sort: 'best' })).toEqual([4, 0, 2, 1]);
    expect(records({ sort: 'best', year: 2019 })).toEqual([0, 1]);
    expect(records({ sort: 'best', topic: 'packaging' })).toEqual([4, 1]);
    expect(records({ sort: 'best', topic: 'packaging', year: 2021 })).toEqual([4]);
    expect(records({ sort: 'best', topic: 'nonsense' })).toEqual([]);
  });

  test('by date, the sections of a meeting in their order', () => {
    expect(records({ sort: 'newest' })).toEqual([4, 2, 0, 1]);
    expect(records({ sort: 'oldest' })).toEqual([0, 1, 2, 4]);
  });

  test('count what each would leave under the other', () => {
    const { years, topics } = show({ sort: 'best', year: 2019 });
    expect(years).toEqual([
      [2021, 1],
      [2020, 1],
      [2019, 2],
    ]);
    expect(topics).toEqual([
      ['packaging', 'Packaging', 1],
      ['code-signing', 'Code signing', 1],
    ]);
  });

  test('the operators of the query go before the controls', () => {
    expect(viewOf({ years: [2020], topics: [] }, { sort: 'newest', year: 2019 })).toEqual({
      sort: 'newest',
      year: 2020,
    });
  });
});

describe('the address', () => {
  test.for([
    ['?q=a%26b&year=2020&topic=packaging&sort=newest&literal'],
    ['?q=%236140'],
    ['?year=2020'],
    [''],
  ])('%s comes back as it was', ([search]) => {
    expect(writeState(readState(search!))).toBe(search);
  });

  test('leaves out what it cannot be', () => {
    expect(readState('?q=x&year=20&sort=sideways')).toEqual({
      typed: 'x',
      view: { sort: 'best' },
      literal: false,
    });
  });
});

describe('pages that a query names', () => {
  const rows = (typed: string, chosen: Omit<View, 'sort'> = {}, known = lookup) => {
    const query = parseQuery(typed, known);
    return exactRows(query, viewOf(query, { sort: 'best', ...chosen }), known, paths);
  };

  test.for([
    ['#6140', ['/base/osquery/osquery/pull/6140/']],
    ['foundation issue 19', ['/base/osquery/foundation/issues/19/']],
    ['2019-10-29', ['/base/meetings/2019-10-29/']],
    ['2020-01-06', ['/base/meetings/2019-10-29/', '/base/meetings/2020-01-07/']],
    ['on 30 sept 2021', ['/base/meetings/2021-09-28-evening/']],
    ['2021-09-27', ['/base/meetings/2020-01-07/', '/base/meetings/2021-09-28-evening/']],
    ['2018-01-01', ['/base/meetings/2019-10-29/']],
    ['tables 2020-01-06', []],
    ['august 2021', ['/base/meetings/2020-01-07/', '/base/meetings/2021-09-28-evening/']],
    ['sept 2021', ['/base/meetings/2021-09-28-evening/']],
    ['29 October', ['/base/meetings/2019-10-29/']],
    ['z3mEHMvepgA', ['/base/meetings/2019-10-29/']],
    ['foundation', ['/base/osquery/foundation/']],
    ['6140 tables', ['/base/osquery/osquery/pull/6140/']],
    ['tables 2019-10-29', []],
    ['buck', []],
    ['decisions', ['/base/decisions/']],
    ['All decisions', ['/base/decisions/']],
    ['decisions on buck', []],
    // No note marks any.
    ['action items', []],
    // What leaves sections out asks for those that remain …
    ['foundation -arch', []],
    ['foundation year:2020', []],
    ['decisions "to wait"', []],
    ['decisions topic:packaging', []],
    ['january 2020 -arch', []],
    ['29 October topic:packaging', []],
    ['29 October year:2020', []],
    ['latest meeting -arch', []],
    // … but not of what has its own page, whatever else is named, and of a time in which nobody met.
    ['#6140 -arch', ['/base/osquery/osquery/pull/6140/']],
    ['#6140 year:2020', ['/base/osquery/osquery/pull/6140/']],
    ['january 2020 year:2020', ['/base/meetings/2020-01-07/']],
    ['decisions year:2020', ['/base/decisions/']],
    ['2018 -arch', ['/base/meetings/2019-10-29/']],
  ] as const)('%s', ([typed, urls]) => {
    expect(rows(typed).map(({ url }) => url)).toEqual([...urls]);
  });

  test('make way for what controls pick as for what operators do', () => {
    expect(rows('foundation', { year: 2020 })).toEqual([]);
    expect(rows('29 October', { topic: 'packaging' })).toEqual([]);
    expect(rows('29 October', { year: 2019 })).toHaveLength(1);
  });

  test('all meetings of a year in which people met every week', () => {
    const first = Date.UTC(2021, 0, 5);
    const meetings = Array.from({ length: 52 }, (_, week) =>
      new Date(first + week * 7 * 86_400_000).toISOString().slice(0, 10),
    );
    const weekly = readLookup({ ...packed, meetings: meetings.join(' ') });
    expect(rows('2021', {}, weekly)).toHaveLength(52);
  });

  test('say how often a reference was discussed', () => {
    expect(rows('6150')[0]?.note).toBe('Pull request of osquery/osquery, discussed in 2 meetings');
  });

  test('say how many outcomes the notes mark', () => {
    expect(rows('decision')[0]?.note).toBe('All that the notes mark: 4');
    const both = { ...lookup, outcomes: { decisions: 1, actions: 2 } };
    const named = (typed: string) => rows(typed, {}, both);
    for (const typed of ['action items', 'open action items', 'actions', 'TODO', 'to-dos']) {
      expect(named(typed)).toMatchObject([{ url: '/base/actions/', title: 'Action items' }]);
    }
    for (const typed of ['github actions', 'action', 'action plan', 'todo list', 'items']) {
      expect(named(typed)).toEqual([]);
    }
  });

  test('say that a meeting is only next to the day', () => {
    expect(rows('2020-01-06').map(({ note }) => note)).toEqual([
      'The meeting before that day',
      'The meeting after that day',
    ]);
    expect(rows('December 2019').map(({ note }) => note)).toEqual([
      'The meeting before that month',
      'The meeting after that month',
    ]);
    expect(rows('2018').map(({ note }) => note)).toEqual(['The meeting after that year']);
  });

  test('say how many references a repository lists', () => {
    const notes = rows('osquery')
      .concat(rows('foundation'))
      .map(({ note }) => note);
    expect(notes).toEqual([
      'Repository, with 3 pull requests and issues discussed',
      'Repository, with 1 pull request or issue discussed',
    ]);
  });

  test('a topic by any of its names, whole', () => {
    expect(exactTopic('Code-Signing', lookup, paths)?.url).toBe('/base/topics/code-signing/');
    expect(exactTopic('signing keys', lookup, paths)?.count).toBe(2);
    expect(exactTopic('signing', lookup, paths)).toBeUndefined();
  });
});

test.each([
  ['the certficate renewal', { certficate: 'certificate' }, 'the certificate renewal'],
  ['certficates or certficate', { certficate: 'certificate' }, 'certficates or certificate'],
  ['uncertn, certn?', { certn: 'certain' }, 'uncertn, certain?'],
  ['tset the biuld', { tset: 'test', biuld: 'build' }, 'test the build'],
  ['nothing of it', { certn: 'certain' }, 'nothing of it'],
])('of "%s" only the words that were wrong change', (typed, wrong, corrected) => {
  const corrections = Object.entries(wrong).map(([from, to]) => ({ from, to }));
  expect(correctedQuery(typed, corrections)).toBe(corrected);
});
