import { describe, expect, test } from 'vitest';
import { packNumbers } from '../../src/archive/search/search-lookup.ts';
import { type Posting, packPostings } from '../../src/archive/search/search-postings.ts';
import { tallyOf } from '../../src/archive/text/tally.ts';
import { makeEngine } from '../../src/search/engine.ts';
import { type Found, find } from '../../src/search/find.ts';
import { readLookup } from '../../src/search/lookup.ts';
import { engineWord, partsOf } from '../../src/search/words.ts';
import { packed } from './lookup-fixture.ts';

/** The index of some texts as the build makes it: each word whole, and its parts where it has several. */
function indexOf(texts: readonly string[]): string {
  const index = new Map<string, Posting[]>();
  for (const [record, text] of texts.entries()) {
    const tokens = text.split(' ');
    const add = (word: string, at: number, shape: 'whole' | 'part'): void => {
      const postings = index.get(word) ?? [];
      index.set(word, postings);
      if (postings.at(-1)?.record !== record) {
        postings.push({ record, textWords: tokens.length, places: [] });
      }
      postings.at(-1)!.places.push({ at, part: 'text', shape });
    };
    for (const [at, token] of tokens.entries()) {
      add(engineWord(token), at, 'whole');
      const parts = partsOf(token);
      for (const part of parts.length > 1 ? new Set(parts) : []) {
        if (part.length > 1) add(part, at, 'part');
      }
    }
  }
  return [...index.keys()]
    .sort()
    .map((word) => `${word} ${packPostings(index.get(word)!)}`)
    .join('\n');
}

/**
 * Searches an archive of these meetings, each with the texts of its sections, the last of which is that of those present
 * where it begins with `Present:`; the vocabulary has `unheld` words beside theirs.
 */
function archiveOf(
  meetings: Readonly<Record<string, readonly string[]>>,
  unheld: readonly string[] = [],
) {
  const texts = Object.values(meetings).flat();
  const lookup = readLookup({
    ...packed,
    meetings: Object.keys(meetings).join(' '),
    records: Object.values(meetings)
      .map((list) => list.length.toString(36) + (list.at(-1)?.startsWith('Present:') ? '*' : ''))
      .join(','),
    topics: [['all', 'All', 'steering group', packNumbers(texts.map((_, record) => record))]],
    splits: '',
  });
  const engine = makeEngine([''], () => Promise.resolve(indexOf(texts)));
  const words = tallyOf([...texts.flatMap((text) => [...new Set(text.split(' '))]), ...unheld]);
  const search = (typed: string): Promise<Found> =>
    find(typed, false, { lookup, engine, vocabulary: () => Promise.resolve(words) });
  return {
    search,
    found: async (typed: string) =>
      (await search(typed)).findings.map(({ record }) => texts[record]),
  };
}

describe('a day without its year', () => {
  const { found } = archiveOf({
    '2019-10-29': ['old one', 'old two'],
    '2020-05-04': ['may the 4th'],
    '2020-10-29': ['new one', 'new two'],
    '2020-10-30': ['next october'],
  });

  test('gives its meetings, the newest first, each in its order', async () => {
    expect(await found('Oct 29')).toEqual(['new one', 'new two', 'old one', 'old two']);
    expect(await found('29 October -two')).toEqual(['new one', 'old one']);
  });

  test('is a text where nobody met on it', async () => {
    expect(await found('Oct 31')).toEqual(['next october']);
  });
});

test('of filters alone the newest meeting comes first, its sections in their order', async () => {
  const { found } = archiveOf({ '2019-10-29': ['old one'], '2020-05-04': ['first', 'second'] });
  expect(await found('topic:all')).toEqual(['first', 'second', 'old one']);
});

test('a time in which nobody met is looked for where notes name it', async () => {
  const { search, found } = archiveOf({
    '2019-10-29': ['next at Yahoo, January 27-29, 2015', 'in 2015, perhaps', 'January 2016'],
  });
  expect(await found('where is the january 2015 meeting')).toEqual([
    'next at Yahoo, January 27-29, 2015',
  ]);
  expect(await found('2015')).toHaveLength(2);
  expect(await found('March 2015')).toEqual([]);
  expect(await found('october 2019')).toHaveLength(3);
  expect((await search('january 2015')).query.date?.whole).toBe(true);
});

test('a misspelt month is looked for as it should be spelled where no note spells it so', async () => {
  const { found } = archiveOf({ '2019-10-29': ['January 2015', 'Oktober 2015', 'October 2015'] });
  expect(await found('januayr 2015')).toEqual(['January 2015']);
  expect(await found('Octobre 2015')).toEqual(['October 2015']);
  expect(await found('Oktober 2015')).toEqual(['Oktober 2015']);
  expect(await found('Febuary 2015')).toEqual([]);
});

describe('a time beside words', () => {
  const { search, found } = archiveOf({
    '2019-10-29': ['old one'],
    '2020-05-04': ['first words', 'second words'],
  });

  test('is what is answered where the words stand nowhere, which is said', async () => {
    expect(await found('yesteryear 2020')).toEqual(['first words', 'second words']);
    expect((await search('yesteryear 2020')).missing).toEqual(['yesteryear']);
    expect(await found('yesteryear 2020 -second')).toEqual(['first words']);
  });

  test('is said where nothing that was found is of it or speaks of it', async () => {
    const years = archiveOf({
      '2019-10-29': ['roadmap for 2021', 'roadmap of May'],
      '2020-05-04': ['first words'],
    });
    const said = async (typed: string) => (await years.search(typed)).missedTime;
    expect(await said('roadmap 2020')).toBe('2020');
    expect(await said('roadmap in May 2020')).toBe('May 2020');
    expect(await said('roadmap 2018')).toBe('2018');
    expect(await said('roadmap 2019')).toBeUndefined();
    expect(await said('roadmap 2021')).toBeUndefined();
    expect(await said('yesteryear 2020')).toBeUndefined();
    expect(await said('May 2020')).toBeUndefined();
    expect(await said('roadmap')).toBeUndefined();
  });

  test('a year may be a part of a name, which goes before the name alone', async () => {
    const years = archiveOf({
      '2019-10-29': ['the world conference is open', 'world conference 2021 is next'],
      '2020-05-04': ['another world conference', 'more in conference/2021/world here'],
    });
    expect((await years.found('world conference 2021'))[0]).toBe('world conference 2021 is next');
    const { findings } = await years.search('world conference 2021');
    expect([...findings[0]!.marks.keys()]).toEqual([0, 1, 2]);
    expect((await years.found('world conference 2020'))[0]).toBe('another world conference');
  });

  test('is spoken of by all of its words, close to each other', async () => {
    const months = archiveOf({
      '2019-10-29': [
        'roadmap of March 3-4, 2021',
        'roadmap we may well do once all of 2020 is over',
      ],
      '2020-06-02': ['a roadmap', 'march on, the roadmap is long and for 2021'],
    });
    const { findings, missedTime } = await months.search('roadmap March 2021');
    expect(missedTime).toBeUndefined();
    expect(findings[0]?.record).toBe(0);
    expect([...findings[0]!.marks.keys()].sort()).toEqual([0, 2, 4]);
    expect((await months.search('roadmap in May 2020')).missedTime).toBe('May 2020');
    expect((await months.search('roadmap 3 March 2021')).missedTime).toBe('3 March 2021');
  });

  test('comes after words that stand somewhere', async () => {
    expect(await found('old 2020')).toEqual(['old one']);
    expect(await found('"yesteryear" 2020')).toEqual([]);
  });
});

test('a word of grammar is taken for no slip where it stands nowhere', async () => {
  const { search } = archiveOf({ '2019-10-29': ['the tests were moved'] });
  expect((await search('where were tests moved')).corrections).toEqual([]);
  expect((await search('where were tests mooved')).corrections).toHaveLength(1);
});

test('words that name a topic are taken for no slip where they stand nowhere', async () => {
  const { search } = archiveOf({ '2019-10-29': ['who is seeing the groups'] });
  expect((await search('steering')).corrections).toEqual([{ from: 'steering', to: 'seeing' }]);
  const { findings, corrections, missing } = await search('steering group');
  expect({ found: findings.length, corrections, missing }).toEqual({
    found: 1,
    corrections: [],
    missing: [],
  });
});

test('of a reference its number is marked where notes leave out the repository', async () => {
  const { search } = archiveOf({ '2019-10-29': ['foundation#19 and #19 of it', 'a #19 of ours'] });
  const { findings } = await search('foundation issue 19');
  expect(findings.map(({ record, marks }) => [record, [...marks.keys()]])).toEqual([[0, [0, 2]]]);
});

test('words that were only run together are found, and spoken of as no mistake', async () => {
  const { search, found } = archiveOf({
    '2019-10-29': ['meeting notes of today', 'notes of a meeting'],
  });
  expect(await found('meetingnotes')).toEqual(['meeting notes of today']);
  expect((await search('meetingnotes')).corrections).toEqual([]);
});

describe('a word', () => {
  const texts = ['we build it', 'many builds', 'a build of it', 'a builds'];
  const { found } = archiveOf({ '2019-10-29': texts });

  test.for([
    ['"build"', ['we build it', 'a build of it']],
    ['"builds"', ['many builds', 'a builds']],
    ['"a build"', ['a build of it']],
    ['a "build"', ['we build it', 'a build of it']],
    ['a -build', []],
    ['a -"a build"', ['a builds']],
  ] as const)(
    'in quotes is that very word, and without them any form of it: %s',
    async ([typed, is]) => {
      expect((await found(typed)).toSorted()).toEqual([...is].sort());
    },
  );
});

describe('a longer word', () => {
  const { search } = archiveOf({
    '2019-10-29': ['a dig at a zip', 'a digest at a zip', 'two prs of it', 'a prompt of it'],
  });
  /** What the record with the longer word is worth beside that with the word itself. */
  const shareOf = async (typed: string): Promise<number> => {
    const [itself, longer] = (await search(typed)).findings.toSorted((a, b) => a.record - b.record);
    return longer!.score / itself!.score;
  };

  test('is nearly as good as one that ends a query, and may go on', async () => {
    expect(await shareOf('dig')).toBeGreaterThan(0.45);
  });

  test('is much less beside one that was typed to its end', async () => {
    expect(await shareOf('zip at a dig')).toBeGreaterThan(await shareOf('dig at a zip'));
  });

  test('is nothing beside one of two letters, with which too many begin', async () => {
    const { findings } = await search('pr');
    expect(findings.map(({ record }) => record)).toEqual([2]);
  });
});

describe('an identifier that stands nowhere', () => {
  const { search, found } = archiveOf({
    '2019-10-29': ['yara rules', 'file_events table', 'the watchdog', 'yara and events of it'],
  });

  test.for([
    ['yara_events', ['yara and events of it', 'yara rules', 'file_events table'], 'yara events'],
    ['--disable_watchdog=true', ['the watchdog'], 'disable watchdog true'],
    ['YaraEvents', ['yara and events of it', 'yara rules', 'file_events table'], 'yara events'],
    ['yara-rulez', ['yara and events of it', 'yara rules'], 'yara rulez'],
    ['C-yara', ['yara and events of it', 'yara rules'], 'yara'],
  ] as const)('%s is looked for by its parts, which is said', async ([typed, texts, to]) => {
    expect(await found(typed)).toEqual([...texts]);
    const { corrections } = await search(typed);
    expect(corrections.map((one) => one.to)).toEqual([to]);
  });

  test.for([
    '/etc/yara/events',
    'https://yara.example/events',
    'a_b',
    'x_1',
    'on_the',
    'wat512',
    'YaraLocker',
    'iYara',
    'C-kills',
  ])('%s is not', async (typed) => {
    expect(await search(typed)).toMatchObject({ findings: [], corrections: [] });
  });

  test('stays as it is where it stands somewhere, and where its words are asked for to the letter', async () => {
    expect((await search('file_events')).corrections).toEqual([]);
    expect(await found('"yara_events"')).toEqual([]);
  });

  test('has only its last part taken for one half typed', async () => {
    expect(await found('yar_events')).toEqual(['yara and events of it', 'file_events table']);
    expect(await found('events_yar')).toContain('yara rules');
  });

  test('has no parts of one letter, which the index does not hold', async () => {
    const { corrections, missing } = await search('a_yara_events');
    expect(corrections).toEqual([{ from: 'a_yara_events', to: 'yara events' }]);
    expect(missing).toEqual([]);
    expect((await search('a_yara')).corrections).toEqual([{ from: 'a_yara', to: 'yara' }]);
  });

  test('is taken for no slip where it is an address, of which all is missing', async () => {
    expect(await search('http://watchdogg/')).toMatchObject({
      ...{ findings: [], corrections: [], missing: ['http://watchdogg'] },
    });
    expect((await search('watchdogg')).corrections).toEqual([
      { from: 'watchdogg', to: 'watchdog' },
    ]);
  });

  test('tells which of its parts stand nowhere', async () => {
    expect((await search('watchdog_kills_it')).missing).toEqual(['kills']);
  });
});

describe('an identifier that stands somewhere', () => {
  const { found } = archiveOf({
    '2019-10-29': [
      'they cut valueOf from it',
      'the value of it, and the value of that',
      'code-signing of it',
      'code signing, and more code signing',
    ],
  });

  test('goes before its words in a row', async () => {
    expect(await found('valueOf')).toEqual([
      'they cut valueOf from it',
      'the value of it, and the value of that',
    ]);
  });

  test('is all one with them where a hyphen joins it', async () => {
    expect((await found('code-signing'))[0]).toBe('code signing, and more code signing');
  });
});

describe('a misspelt name with humps that ends a query', () => {
  const { search } = archiveOf({
    '2019-10-29': ['allsettled promises', 'opencollective money', 'all of it', 'open all doors'],
  });

  test.for([
    ['allSetled', 'allsettled', 0],
    ['promises allSetled', 'allsettled', 0],
    ['allSetled promises', 'allsettled', 0],
    ['openColective', 'opencollective', 1],
  ] as const)('%s is corrected', async ([typed, to, record]) => {
    const { findings, corrections, missing } = await search(typed);
    expect(findings[0]?.record).toBe(record);
    expect(corrections.map((one) => one.to)).toEqual([to]);
    expect(missing).toEqual([]);
  });

  test.for([
    ['openColl', 1],
    ['openAl', 3],
  ] as const)('%s, half typed, is not', async ([typed, record]) => {
    const { findings, corrections } = await search(typed);
    expect(findings[0]?.record).toBe(record);
    expect(corrections).toEqual([]);
  });
});

describe('a number with dots', () => {
  const texts = [
    'see #45 and 45',
    'in 4.5.',
    'v4.5 is cut',
    '4.5.1 (beta)',
    'tools#45',
    '5 and 4',
    '#451',
  ];
  const { found } = archiveOf({
    '2019-10-29': [...texts, '1 of them', 'on 10.15', 'about 1.0.15', 'since 4.x'],
  });

  test.for([
    ['4.5', ['v4.5 is cut', 'in 4.5.', '4.5.1 (beta)']],
    ['v4.5', ['v4.5 is cut', 'in 4.5.', '4.5.1 (beta)']],
    ['4.5.1', ['4.5.1 (beta)']],
    ['45', ['tools#45', 'see #45 and 45']],
    ['4', ['5 and 4', 'in 4.5.', '4.5.1 (beta)']],
    ['#4', ['5 and 4']],
    ['10', ['on 10.15']],
    ['5.4', []],
    ['1.1', []],
    ['1 them', ['1 of them', 'about 1.0.15']],
    ['10.15', ['on 10.15']],
    ['4.x', ['since 4.x']],
    ['v4.x', ['since 4.x']],
    ['10.x', ['on 10.15']],
    ['v10.x', ['on 10.15']],
    ['4.5.x', ['4.5.1 (beta)']],
    ['5.x', []],
    ['45.x', []],
    ['"4.5"', ['in 4.5.']],
    ['"is cut" -4.5', ['v4.5 is cut']],
  ] as const)('%s', async ([typed, expected]) => {
    expect((await found(typed)).toSorted()).toEqual([...expected].sort());
  });
});

test('a correction is told where it finds something', async () => {
  const { search } = archiveOf({ '2020-01-07': ['the stack of linux', 'a string', 'other words'] });
  const told = async (typed: string) => (await search(typed)).corrections.map(({ to }) => to);
  expect(await told('strinng')).toEqual(['string']);
  expect(await told('"a string" strinng')).toEqual(['string']);
  expect(await told('"the string" strinng')).toEqual([]);
  expect(await told('strinng -a')).toEqual(['string']);
  expect(await told('strinng -string')).toEqual([]);
});

test('a word of the vocabulary that no section holds is told as no correction', async () => {
  const { search } = archiveOf({ '2020-01-07': ['a proposal', 'words'] }, ['resolution']);
  const { findings, corrections, missing } = await search('resolutoin proposal');
  expect(findings).toHaveLength(1);
  expect(corrections).toEqual([]);
  expect(missing).toEqual(['resolutoin']);
});

describe('those present', () => {
  const { search, found } = archiveOf({
    '2019-10-29': ['ann will ask', 'thrift of it', 'Present: Ann Lee (annlee)'],
    '2020-05-04': ['first words', 'Present: Bo Fox (bofox), Ann Lee (annlee), Cy Day (cyd)'],
    '2020-06-02': ['other words', 'Present: Bo Fox (bofox), Anatol Ray (anray)'],
  });
  const [asked, october, may, june] = [0, 2, 4, 6];
  const records = async (typed: string) =>
    (await search(typed)).findings.map(({ record }) => record);

  test('are found below what was said, the newest meeting first', async () => {
    expect(await records('ann')).toEqual([asked, may, october]);
    expect(await records('meetings with Ann Lee')).toEqual([asked, may, october]);
    expect(await records('who attended with Bo Fox?')).toEqual([june, may]);
    expect(await records('bo fox cy')).toEqual([may]);
    expect(await records('"Ann Lee"')).toEqual([may, october]);
  });

  test('of a time, first those of its meetings', async () => {
    expect(await records('annlee october 2019')).toEqual([october, may]);
  });

  test('are no answer to more than their names', async () => {
    expect(await records('ann thrift')).not.toContain(october);
    expect(await records('fox words')).toEqual([5, 3]);
  });

  test('are no section of their meetings', async () => {
    expect(await found('Oct 29')).toEqual(['ann will ask', 'thrift of it']);
    expect(await found('topic:all -ann')).toEqual(['other words', 'first words', 'thrift of it']);
  });
});
