import { describe, expect, test } from 'vitest';

import { sitePaths } from '../../src/archive/paths.ts';
import { exactRows, exactTopic } from '../../src/search/exact.ts';
import { type View, viewOf } from '../../src/search/listing.ts';
import { readLookup } from '../../src/search/lookup.ts';
import { parseQuery } from '../../src/search/query.ts';
import { lookup, packed } from './lookup-fixture.ts';

const paths = sitePaths('/base');
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
