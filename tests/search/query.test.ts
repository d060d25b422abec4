import { describe, expect, test } from 'vitest';
import { readLookup } from '../../src/search/lookup.ts';
import { parseQuery } from '../../src/search/query.ts';
import { lookup, packed } from './lookup-fixture.ts';

const words = (typed: string): string[] => parseQuery(typed, lookup).terms.map(({ word }) => word);

describe('references', () => {
  test.for([
    ['6140', 'osquery/osquery#6140'],
    ['#6140', 'osquery/osquery#6140'],
    ['PR 6140', 'osquery/osquery#6140'],
    ['pr6140', 'osquery/osquery#6140'],
    ['PR#6140', 'osquery/osquery#6140'],
    ['osquery#6140', 'osquery/osquery#6140'],
    ['pull/6140', 'osquery/osquery#6140'],
    ['osquery/osquery#6140', 'osquery/osquery#6140'],
    ['https://github.com/osquery/osquery/pull/6140', 'osquery/osquery#6140'],
    ['https://github.com/osquery/osquery/pull/6140/files', 'osquery/osquery#6140'],
    ['https://github.com/osquery/osquery/pull/6140#issuecomment-1', 'osquery/osquery#6140'],
    ['github.com/osquery/osquery/pull/6140', 'osquery/osquery#6140'],
    ['foundation issue 19', 'osquery/foundation#19'],
    ['foundation#19', 'osquery/foundation#19'],
    ['osquery-site 154', 'osquery/osquery-site#154'],
    ['https://here.example/osquery/osquery/pull/6140/', 'osquery/osquery#6140'],
    ['http://localhost:4321/below/it/osquery/osquery/issues/6140/#x', 'osquery/osquery#6140'],
    ['/osquery/osquery/pull/6140/', 'osquery/osquery#6140'],
    ['[PR#6140](https://github.com/osquery/osquery/pull/6140)', 'osquery/osquery#6140'],
    ['[a \\[b\\] c](https://here.example/osquery/osquery/pull/6140/).', 'osquery/osquery#6140'],
  ])('%s is %s and nothing else', ([typed, key]) => {
    const { references, terms } = parseQuery(typed!, lookup);
    expect(references.map(({ key: found, whole }) => [found, whole])).toEqual([[key, true]]);
    expect(terms).toHaveLength(1);
    expect(terms[0]!.strict).toBe(true);
  });

  test('one among other words is taken out of them', () => {
    const { references, terms } = parseQuery('#6140 windows tables', lookup);
    expect(references.map(({ key, whole }) => [key, whole])).toEqual([
      ['osquery/osquery#6140', false],
    ]);
    expect(terms.map(({ word }) => word)).toEqual(['6140', 'windows', 'tables']);
  });

  test.for([
    ['#154', 'osquery/osquery-site#154'],
    ['issue 154', 'osquery/osquery-site#154'],
    ['PR#154.', 'osquery/osquery-site#154'],
    ['pull request 19', 'osquery/foundation#19'],
    ['gh-19', 'osquery/foundation#19'],
  ])('%s, of which home has none, is %s, the only one with that number', ([typed, key]) => {
    const { references, terms, undiscussed } = parseQuery(typed!, lookup);
    expect(references.map(({ key: found }) => found)).toEqual([key]);
    expect(terms.map(({ strict }) => strict)).toEqual([true]);
    expect(undiscussed?.reference.repo).toBe('osquery');
  });

  test('a number without a sign is that of another repository from four digits on', () => {
    const others = readLookup({
      ...packed,
      references: { 'a/tools': ['c', ''], 'a/x': ['1k4,2xv', ''] },
    });
    const keys = (typed: string): string[] =>
      parseQuery(typed, others).references.map(({ key }) => key);
    expect(keys('5831')).toEqual(['a/x#5831']);
    expect(keys('12')).toEqual([]);
    expect(keys('#2020')).toEqual(['a/x#2020']);
    expect(keys('2020')).toEqual([]);
    expect(keys('#12 tables')).toEqual(['a/tools#12']);
    expect(keys('5831 tables')).toEqual([]);
  });

  test('a number that several other repositories have is each of them, and still a word', () => {
    const two = readLookup({ ...packed, references: { 'a/tools': ['c', ''], 'B/x': ['', 'c'] } });
    const { references, terms, undiscussed } = parseQuery('issue 12', two);
    expect(references.map(({ key }) => key)).toEqual(['a/tools#12', 'b/x#12']);
    expect(terms).toMatchObject([{ token: '#12', word: '12' }]);
    expect(undiscussed?.reference).toMatchObject({ repo: 'osquery', number: 12 });
    expect(parseQuery('tables #12', two).references).toEqual([]);
  });

  test('a repository may be called by its singular', () => {
    const rfcs = readLookup({ ...packed, references: { 'osquery/rfcs': ['c', ''] } });
    const keys = (typed: string): string[] =>
      parseQuery(typed, rfcs).references.map(({ key }) => key);
    for (const typed of ['RFC 12', 'rfc#12', 'RFC12', 'rfcs#12', 'RFC #12']) {
      expect(keys(typed), typed).toEqual(['osquery/rfcs#12']);
    }
    for (const typed of ['RFC 13', 'rfc', 'an RFC 12', 'rfcx 12']) {
      expect(keys(typed), typed).toEqual([]);
    }
  });

  test.for([
    ...['9999', '19', '154', '#614', 'version 6140.2', '5.2.3', 'osquery', 'pr', 'foundation 20'],
    ...['https://here.example/other/repo/pull/6140/', '/osquery/osquery/commit/6140'],
    ...['/osquery/osquery/pull/614', '[6140] is (6140', '[](x)'],
  ])('%s is none that has a page', (typed) => {
    expect(parseQuery(typed, lookup).references).toEqual([]);
  });
});

test.for([
  ['v5.0.1', '5.0.1', 'v501', 0],
  ['5.0.1', '5.0.1', 'v501', 0],
  ['V4.5', '4.5', 'v45', 10],
  ['4.5', '4.5', 'v45', 10],
] as const)('%s is a version, with a v or without', ([typed, word, lettered, patches]) => {
  const [term] = parseQuery(typed, lookup).terms;
  expect(term).toMatchObject({ token: typed, word, version: { lettered } });
  expect(term?.version?.patches).toHaveLength(patches);
  if (patches > 0) expect(term?.version?.patches).toContain('4.5.1');
});

test.for([
  ['4.x', '4x', 'v4x', '4.'],
  ['V18.X', '18x', 'v18x', '18.'],
  ['4.5.x', '45x', 'v45x', '4.5.'],
] as const)('%s is a line of versions', ([typed, word, lettered, series]) => {
  const [term] = parseQuery(typed, lookup).terms;
  expect(term).toMatchObject({ token: typed, word, version: { lettered, patches: [] }, series });
});

test.for([
  'v5',
  'x',
  '.x',
  '4x',
  '4.xy',
  'a4.x',
  '4.x.1',
  '1.2.3.x',
  '5.',
  '1.2.3.4.5',
  'a4.5',
  '4.5b',
])('%s is no version', (typed) => {
  const [term] = parseQuery(typed, lookup).terms;
  expect(term?.version).toBeUndefined();
});

describe('repositories', () => {
  const named = (typed: string): string | undefined => {
    const { repository } = parseQuery(typed, lookup);
    return repository && `${repository.owner}/${repository.repo}: ${repository.references}`;
  };

  test.for([
    ['osquery/osquery', 'osquery/osquery: 3'],
    ['osquery', 'osquery/osquery: 3'],
    ['Foundation', 'osquery/foundation: 1'],
    ['osquery-site', 'osquery/osquery-site: 1'],
    ['OSQUERY/osquery-site', 'osquery/osquery-site: 1'],
    ['https://github.com/osquery/osquery-site', 'osquery/osquery-site: 1'],
    ['foundation/', 'osquery/foundation: 1'],
    ['github.com/osquery/osquery-site/', 'osquery/osquery-site: 1'],
    ['https://github.com/osquery/osquery-site.git', 'osquery/osquery-site: 1'],
    ['https://www.github.com/osquery/osquery-site/pulls', 'osquery/osquery-site: 1'],
    ['https://github.com/osquery/osquery-site/pulls?q=is%3Apr+x', 'osquery/osquery-site: 1'],
    ['https://github.com/osquery/osquery-site#readme', 'osquery/osquery-site: 1'],
  ])('%s is %s', ([typed, name]) => {
    expect(named(typed!)).toBe(name);
    expect(parseQuery(typed!, lookup).terms).not.toEqual([]);
  });

  test.for([
    ...['osquery/osquery-codesign', 'other/osquery', 'osquery-', 'osquery site', '"osquery"'],
    ...['why osquery', 'foundation 19', 'https://github.com/osquery', 'osquery/osquery/wiki', ''],
  ])('%s is none', (typed) => {
    expect(named(typed)).toBeUndefined();
  });

  test('one that settings name and of which nothing is discussed has no page', () => {
    const { repositories } = lookup.context;
    expect(repositories.map(({ repo }) => repo)).toContain('osquery-toolchain');
    expect(named('osquery-toolchain')).toBeUndefined();
  });

  test('a bare name of two owners is none', () => {
    const two = readLookup({
      ...packed,
      references: { 'a/tools': ['1', ''], 'b/tools': ['2,1', ''] },
    });
    expect(parseQuery('tools', two).repository).toBeUndefined();
    expect(parseQuery('b/tools', two).repository).toEqual({
      owner: 'b',
      repo: 'tools',
      references: 2,
    });
  });

  test('is known where the references stand in files of their own', () => {
    const apart = { references: [1], repositories: { 'osquery/Site': 1200 } };
    const large = readLookup({ ...packed, references: {}, apart });
    expect(parseQuery('site', large).repository?.references).toBe(1200);
    expect(parseQuery('osquery-site', large).repository).toBeUndefined();
  });
});

describe('addresses', () => {
  test('lose what every address begins with', () => {
    expect(words('https://www.example.org/a-b/ windows')).toEqual(['exampleorgab', 'windows']);
    expect(words('http://example.org')).toEqual(['exampleorg']);
    expect(words('www.example.org/a')).toEqual(['exampleorga']);
    expect(words('www example www.js')).toEqual(['www', 'example', 'wwwjs']);
  });

  test.for([
    ['https://old.example/notes/20191029_meeting_notes.md', '2019-10-29', undefined],
    ['https://here.example/meetings/2019-10-29/#python-tests', '2019-10-29', 'python-tests'],
    ['https://github.com/o/r/blob/main/2019-10-29.md#L12', '2019-10-29', undefined],
    ['/meetings/2019-10-29/#python-tests', '2019-10-29', 'python-tests'],
    [
      '[Hours, 29 Oct 2019: Python](https://here.example/meetings/2019-10-29/#python-tests)',
      '2019-10-29',
      'python-tests',
    ],
  ])('%s names a meeting', ([typed, day, anchor]) => {
    const { date, terms } = parseQuery(typed!, lookup);
    expect(date).toEqual({
      range: { from: day, to: day, precision: 'day' },
      whole: true,
      ...(anchor && { anchor }),
    });
    expect(terms).toEqual([]);
  });

  test('of a link whose address says nothing here, the text is what is looked for', () => {
    expect(words('[Code signing](https://example.org/x)')).toEqual(['code', 'signing']);
  });

  test.for([
    'https://example.org/2018/07/02/code-signing/',
    'see https://here.example/meetings/2019-10-29/',
  ])('%s names none', (typed) => {
    expect(parseQuery(typed, lookup).date?.whole ?? false).toBe(false);
    expect(words(typed)).not.toEqual([]);
  });

  test.for([
    ['#9999', 'osquery/osquery#9999'],
    ['PR 9999', 'osquery/osquery#9999'],
    ['https://github.com/o/r/pull/3', 'o/r#3'],
  ])('%s is a reference without a page', ([typed, name]) => {
    const { undiscussed } = parseQuery(typed!, lookup);
    const { owner, repo, number } = undiscussed!.reference;
    expect(`${owner}/${repo}#${number}`).toBe(name);
  });

  test.for(['9999', '#6140', 'windows', 'foundation 20 windows'])('%s is none', (typed) => {
    expect(parseQuery(typed, lookup).undiscussed).toBeUndefined();
  });
});

describe('dates', () => {
  test.for([
    ['2019-10-29', '2019-10-29', '2019-10-29'],
    ['october 29 2019', '2019-10-29', '2019-10-29'],
    ['29 Oct 2019', '2019-10-29', '2019-10-29'],
    ['October 29th, 2019', '2019-10-29', '2019-10-29'],
    ['jan 2020', '2020-01-01', '2020-01-31'],
    ['sept 2021', '2021-09-01', '2021-09-30'],
    ['2021-09', '2021-09-01', '2021-09-30'],
    ['2020', '2020-01-01', '2020-12-31'],
    ['meeting notes 2019-10-29', '2019-10-29', '2019-10-29'],
    ['notes from january 2020', '2020-01-01', '2020-01-31'],
  ])('%s is the time from %s to %s', ([typed, from, to]) => {
    const { date, terms } = parseQuery(typed!, lookup);
    expect(date).toMatchObject({ range: { from, to }, whole: true });
    expect(terms).toEqual([]);
  });

  test('one among other words only leans towards that time', () => {
    const { date, terms } = parseQuery('buck october 2019', lookup);
    expect(date).toMatchObject({ whole: false });
    expect(terms.map(({ word }) => word)).toEqual(['buck']);
  });

  test.for([
    ['buck in october 2019', ['buck']],
    ['the buck of october 2019', ['buck']],
    ['tests on the rise in october 2019', ['tests', 'on', 'the', 'rise', 'in']],
    ['tests on buck in october 2019', ['tests', 'on', 'buck', 'in']],
  ] as const)('of few words beside one those that only led to it go: %s', ([typed, expected]) => {
    expect(words(typed)).toEqual([...expected]);
  });

  test.for([
    ['Oct 29', [0]],
    ['29 October', [0]],
    ['Jan 7th', [3, 1]],
    ['notes of 7 jan.', [3, 1]],
    ['what happened on January 7?', [3, 1]],
    ['Tuesday, jan 7 meeting', [3, 1]],
  ] as const)('%s is that day of every year with a meeting on it', ([typed, expected]) => {
    const meetings = '2019-10-29 2020-01-07 2021-09-28-evening 2025-01-07';
    const { places, date, terms } = parseQuery(typed, readLookup({ ...packed, meetings }));
    expect(places).toEqual([...expected]);
    expect(date).toBeUndefined();
    expect(terms).toEqual([]);
  });

  test.for([
    ...['jan 7 be with you', 'january 7 windows', 'windows 7 jan', 'jan 8', 'jan 7.5', '1.7'],
    ...['"buck" jan 7', '#6140 jan 7', 'january', '7', 'jan 7 2020'],
  ])('%s is not that day of every year', (typed) => {
    expect(parseQuery(typed, lookup).places).toBeUndefined();
  });

  test.for(['latest meeting', 'the last meeting?', 'most recent notes', 'Latest office  hours'])(
    '%s is the newest meeting',
    (typed) => {
      expect(parseQuery(typed, lookup)).toMatchObject({ places: [2], terms: [] });
      expect(parseQuery(typed, readLookup({ ...packed, meetings: '' })).places).toBeUndefined();
    },
  );

  test.for<[string, number]>([
    ['first meeting', 0],
    ['the very first meeting', 0],
    ['earliest notes of 2019', 0],
    ['last meeting of 2019', 1],
    ['Last meeting in october 2019?', 0],
    ['the first meeting 2020', 2],
  ])('%s is the meeting at %i', ([typed, place]) => {
    const meetings = '2019-10-29 2019-11-26 2020-01-07';
    expect(parseQuery(typed, readLookup({ ...packed, meetings }))).toMatchObject({
      places: [place],
      terms: [],
    });
  });

  test.for([
    'last meeting of 2018',
    'last meeting of the year',
    'first meeting with Ann',
    'the first pull request',
    'latest release',
    'next meeting',
    'last',
    'meeting',
    '"last meeting"',
    'last notes of',
  ])('%s is not', (typed) => {
    expect(parseQuery(typed, lookup).places).toBeUndefined();
  });

  test.for(['may', '2019-13-01', '13/2020', 'march of progress', '5.2.2020.1', '4.2019'])(
    '%s is none',
    (typed) => {
      expect(parseQuery(typed, lookup).date).toBeUndefined();
    },
  );
});

describe('recordings', () => {
  test.for([
    'z3mEHMvepgA',
    'https://youtu.be/z3mEHMvepgA',
    'https://www.youtube.com/watch?v=z3mEHMvepgA&t=5s',
  ])('%s is the meeting', (typed) => {
    expect(parseQuery(typed, lookup).recording).toBe(0);
  });

  test.for(['z3mEHMvepgB', 'z3mehmvepga', 'process_eve', 'constructor'])(
    '%s is no recording of ours',
    (typed) => {
      expect(parseQuery(typed, lookup).recording).toBeUndefined();
    },
  );
});

describe('identifiers', () => {
  test.for([
    ['disable_tables', 'disable_tables', ['disable', 'tables']],
    ['CLI_FLAG', 'cli_flag', ['cli', 'flag']],
    ['getOverlappedResult', 'getoverlappedresult', ['get', 'overlapped', 'result']],
    ['NSWorkspace', 'nsworkspace', ['ns', 'workspace']],
    ['re-sign', 'resign', ['re', 'sign']],
    ['5.2.3', '5.2.3', []],
    ['18.04', '18.04', ['18', '04']],
    ['4.5.x', '45x', ['4', '5', 'x']],
    ['C++', 'c++', []],
    ['C++17', 'c++17', ['c', '17']],
    ['launchd', 'launchd', []],
    ['CentOS6', 'centos6', ['centos', '6']],
    ['m1', 'm1', []],
    ['--disable_tables', 'disable_tables', ['disable', 'tables']],
    ['“certificates”?', 'certificates', []],
  ] as const)('%s is %s with its parts', ([typed, word, parts]) => {
    expect(parseQuery(typed, lookup).terms).toEqual([
      expect.objectContaining({ word, parts: [...parts] }),
    ]);
  });
});

test('words without spaces between them are words of their own', () => {
  const { terms } = parseQuery('日本語の議題 macOS版', lookup);
  expect(terms.map(({ word }) => word)).toEqual(['日本語', 'の', '議題', 'macos', '版']);
});

test('a reference that is named twice counts once', () => {
  const { references, terms } = parseQuery('#6140 and PR 6140, #6150', lookup);
  expect(references.map(({ key }) => key)).toEqual([
    'osquery/osquery#6140',
    'osquery/osquery#6150',
  ]);
  expect(terms.filter(({ strict }) => strict).map(({ token }) => token)).toEqual([
    '#6140',
    '#6150',
  ]);
});

test('of a text that is pasted whole the beginning is heeded', () => {
  const text = Array.from({ length: 5_000 }, (_, index) => `w${index}x`).join(' ');
  expect(words(text).slice(0, 3)).toEqual(['w0x', 'w1x', 'w2x']);
  expect(words(text)).toHaveLength(60);
  expect(parseQuery(`#6140 ${text} #6150`, lookup).terms).toHaveLength(60);
  const pulls = Array.from({ length: 900 }, () => '1').join(',');
  const many = readLookup({ ...packed, references: { 'osquery/osquery': [pulls, ''] } });
  const numbers = Array.from({ length: 400 }, (_, index) => `#${index + 100}`).join(' ');
  const { references, terms } = parseQuery(numbers, many);
  expect([references.length, terms.length]).toEqual([60, 60]);
  const [term] = parseQuery('a-'.repeat(5_000), lookup).terms;
  expect(term!.parts).toHaveLength(1_000);
});

describe('questions', () => {
  test('the words of grammar are quiet beside others', () => {
    const { terms } = parseQuery('why did we drop buck?', lookup);
    expect(terms.filter(({ quiet }) => !quiet).map(({ word }) => word)).toEqual(['drop', 'buck']);
  });

  test.for([
    "why won't we drop buck",
    'why don’t we drop buck',
    'why cant we drop buck',
    'must we drop buck',
  ])('so are those that deny and oblige: %s', (typed) => {
    const { terms } = parseQuery(typed, lookup);
    expect(terms.filter(({ quiet }) => !quiet).map(({ word }) => word)).toEqual(['drop', 'buck']);
  });

  test.for(['cmake vs buck', 'cmake vs. buck', 'cmake versus buck', 'cmake or buck'])(
    'so is what sets one against the other: %s',
    (typed) => {
      const { terms } = parseQuery(typed, lookup);
      expect(terms.filter(({ quiet }) => !quiet).map(({ word }) => word)).toEqual([
        'cmake',
        'buck',
      ]);
    },
  );

  test.for([
    'when did we last talk about buck',
    'where was buck discussed',
    'what is the status of buck',
    'any news on buck?',
    'who had questions about buck',
    'a summary of buck',
  ])('what is asked of a thing says little beside it: %s', (typed) => {
    const { terms } = parseQuery(typed, lookup);
    expect(terms.filter(({ quiet }) => !quiet).map(({ word }) => word)).toEqual(['buck']);
  });

  test.for([
    ['buck status', ['buck', 'status']],
    ['update the news feed', ['update', 'news', 'feed']],
    ['on meeting notes', ['meeting', 'notes']],
    ['talk', ['talk']],
    ['the status of it', ['the', 'status', 'of', 'it']],
  ] as const)('but may be the thing itself: %s', ([typed, words]) => {
    const { terms } = parseQuery(typed, lookup);
    expect(terms.filter(({ quiet }) => !quiet).map(({ word }) => word)).toEqual([...words]);
  });

  test.for([
    ["I'd like tests", ['i', 'like', 'tests']],
    ['they’ll break', ['they', 'break']],
    ["we're on it's way", ['we', 'on', 'it', 'way']],
    ["id of the seph'd d'll", ['id', 'of', 'the', 'sephd', 'dll']],
  ])('%s has the words %j', ([typed, expected]) => {
    expect(words(typed as string)).toEqual(expected);
  });

  test('alone they are what is asked for', () => {
    expect(parseQuery('who is it', lookup).terms.some(({ quiet }) => quiet)).toBe(false);
  });
});

describe('operators', () => {
  test('are taken out of the words', () => {
    const query = parseQuery('arch "system call" -openssl year:2020 topic:packaging', lookup);
    expect(query).toMatchObject({
      phrases: ['system call'],
      without: ['openssl'],
      years: [2020],
      topics: ['packaging'],
    });
    expect(query.terms.map(({ word }) => word)).toEqual(['arch']);
  });

  test.for([
    ['topic:"Code signing" x', 'code-signing'],
    ['topic:codesign x', 'code-signing'],
    ['TOPIC:packages x', 'packaging'],
  ])('%s names a topic by any of its names', ([typed, slug]) => {
    expect(parseQuery(typed!, lookup).topics).toEqual([slug]);
  });

  test('-"a phrase" leaves out', () => {
    expect(parseQuery('arch -"system call"', lookup).without).toEqual(['system call']);
  });

  test.for([
    ['arch -v2', 'v2'],
    ['arch -会', '会'],
  ])('%s leaves out what is as short', ([typed, left]) => {
    expect(parseQuery(typed!, lookup).without).toEqual([left]);
  });

  test.for([
    ['year:20', ['year20']],
    ['topic:nonsense', ['nonsense']],
    ['"unclosed words', ['unclosed', 'words']],
    ['re-sign', ['resign']],
    ['-openssl', ['openssl']],
    ['a - b', ['a', 'b']],
    ['--flag', ['flag']],
    ['osqueryd -v', ['osqueryd', 'v']],
    ['-Z flag', ['z', 'flag']],
    ['', []],
    ['  ?! ', []],
  ] as const)('%s has none', ([typed, expected]) => {
    const query = parseQuery(typed, lookup);
    expect([query.years, query.topics, query.phrases, query.without]).toEqual([[], [], [], []]);
    expect(words(typed)).toEqual([...expected]);
  });
});

describe('marks as phones type them', () => {
  test.for([
    ['“memory leak”', '"memory leak"'],
    ['„memory leak“', '"memory leak"'],
    ['«memory leak»', '"memory leak"'],
    ['buck –tests', 'buck -tests'],
    ['buck —“unit tests”', 'buck -"unit tests"'],
    ['topic:“code signing” mac', 'topic:"code signing" mac'],
  ])('%s is %s', ([typed, plain]) => {
    const { phrases, without, topics, unknownTopics } = parseQuery(typed!, lookup);
    expect(phrases.length + without.length + topics.length + unknownTopics.length).toBe(1);
    expect(parseQuery(typed!, lookup)).toEqual(parseQuery(plain!, lookup));
  });

  test.for(['2019–2020', 'buck – tests', 'don’t'])('%s has none', (typed) => {
    const { phrases, without } = parseQuery(typed, lookup);
    expect([...phrases, ...without]).toEqual([]);
  });
});
