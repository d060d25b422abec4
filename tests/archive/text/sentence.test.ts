import { describe, expect, test } from 'vitest';

import { tellingSentence } from '../../../src/archive/discussions/telling-sentence.ts';
import type { ReferenceKey } from '../../../src/archive/references/reference.ts';
import { cutAtWord } from '../../../src/archive/text/cut-at-word.ts';
import { endedText, sentencesOf } from '../../../src/archive/text/sentence.ts';
import { namesOf } from '../../../src/archive/topics/topic-matcher.ts';
import { archiveOf, topicOf } from '../archive-of.ts';

describe('sentences end', () => {
  test.for([
    ['One here. Two there.', ['One here.', 'Two there.']],
    ['We ship 4.1.0 today. It works.', ['We ship 4.1.0 today.', 'It works.']],
    ['Use a flag, e.g. the new one. Done.', ['Use a flag, e.g. the new one.', 'Done.']],
    ['Linux, macOS etc. are fine. Good.', ['Linux, macOS etc. are fine.', 'Good.']],
    ['Linux, macOS etc. Windows is not.', ['Linux, macOS etc.', 'Windows is not.']],
    ['Ask J. Smith about it.', ['Ask J. Smith about it.']],
    ['1. First point. 2. Second one.', ['1. First point.', '2. Second one.']],
    ['Really? Yes! (Maybe.) Fine.', ['Really?', 'Yes!', '(Maybe.)', 'Fine.']],
    [
      'New modules under a scope? (too late for http2) #389',
      ['New modules under a scope? (too late for http2) #389'],
    ],
    ['It is slow. (seph will look.)', ['It is slow.', '(seph will look.)']],
    ['It is slow. seph will look.', ['It is slow.', 'seph will look.']],
    ['Well... that went wrong.', ['Well... that went wrong.']],
    ['Is it "done?" said one.', ['Is it "done?" said one.']],
    ['See CMakeLists.txt for it', ['See CMakeLists.txt for it']],
    [
      '署名は終わりました。次は5.1。osqueryで使う。',
      ['署名は終わりました。', '次は5.1。', 'osqueryで使う。'],
    ],
    ['「署名は必要ですか？」と聞いた。 はい！', ['「署名は必要ですか？」と聞いた。', 'はい！']],
    ['هل نوقع الحزم؟ نعم.', ['هل نوقع الحزم؟', 'نعم.']],
    ['क्या यह तैयार है? हाँ। ठीक है।', ['क्या यह तैयार है?', 'हाँ।', 'ठीक है।']],
    ['', []],
  ] as const)('%s', ([text, sentences]) => {
    expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
  });
});

test('a text is ended where it does not end as a sentence', () => {
  for (const ended of ['Done.', 'Done?”', '終わりました。', '「終わった！」', 'انتهى؟', 'हाँ।']) {
    expect(endedText(ended)).toBe(ended);
  }
  expect(endedText('Release 5.1')).toBe('Release 5.1.');
});

test('a long text is cut after a whole word', () => {
  expect(cutAtWord('short enough', 20)).toBe('short enough');
  expect(cutAtWord('one two, three four', 9)).toBe('one two…');
  expect(cutAtWord('Donaudampfschifffahrt', 10)).toBe('Donaudampf…');
  expect(cutAtWord('Am Donaudampfschiff', 10)).toBe('Am Donauda…');
  const long = cutAtWord('word '.repeat(100));
  expect(long.length).toBeLessThanOrEqual(201);
  expect(long).toMatch(/word…$/);
});

describe('the telling sentence of a section', () => {
  test.for([
    [
      'the first that says something',
      'Builds are slow on Windows. We look.',
      'Builds are slow on Windows.',
    ],
    [
      'not a bare address',
      'https://example.org/x\n\nThe cache helps a lot.',
      'The cache helps a lot.',
    ],
    [
      'not a bare reference',
      'https://github.com/acme/app/pull/7\n\nThe cache helps.',
      'The cache helps.',
    ],
    [
      'not the heading again',
      'Build cache\n\nWe will add one next week.',
      'We will add one next week.',
    ],
    ['an emoji by its name', '- :tada: Release 5.0 is out!', ':tada: Release 5.0 is out!'],
    ['not a mark before it', '- : the cache helps a lot.', 'the cache helps a lot.'],
    ['a list item', '* Something about caches\n* Other', 'Something about caches'],
    ['not what only announces links', 'See also: https://example.org/x', undefined],
    ['not code', '```\nmake all the things\n```', undefined],
    [
      'of a script without spaces',
      '署名付きインストーラーをリリースしました。終わり。',
      '署名付きインストーラーをリリースしました。',
    ],
    ['nothing', '', undefined],
    [
      'addresses by their host',
      'Notes stand at https://example.org/a/b?c for all.',
      'Notes stand at example.org/… for all.',
    ],
    [
      'without brackets around it',
      '(Teddy will take a look at this one)',
      'Teddy will take a look at this one',
    ],
    [
      'with its parentheses in code',
      'The `kill()` call is traced now.',
      'The kill() call is traced now.',
    ],
    ['with no markup', 'We **do** want `a_b` & <c> in it.', 'We do want a_b & <c> in it.'],
  ] as const)('is %s', ([, body, sentence]) => {
    const archive = archiveOf({
      '2020-01-01.md': `# Minutes 2020-01-01\n\n## Build cache\n\n${body}\n`,
    });
    const meeting = archive.meetings[0]!;
    const section = meeting.sections[0]!;
    expect(tellingSentence({ meeting, section }, archive.routine)).toBe(sentence);
  });

  test('is never template text', () => {
    const template = 'The intent of this section is to bring things up.';
    const note = (own: string) => `## Any PRs\n\n${template}\n\n${own}\n`;
    const archive = archiveOf({
      '2020-01-01.md': note(''),
      '2020-02-01.md': note(''),
      '2020-03-01.md': note('The cache broke.'),
    });
    const said = archive.meetings.map((meeting) =>
      tellingSentence({ meeting, section: meeting.sections[0]! }, archive.routine),
    );
    expect(said).toEqual([undefined, undefined, 'The cache broke.']);
  });
});

describe('the telling sentence on a reference', () => {
  const on = (body: string, number: number) => {
    const archive = archiveOf({ '2020-01-01.md': `## Things\n\n${body}\n` });
    const meeting = archive.meetings[0]!;
    const reference = `acme/app#${number}` as ReferenceKey;
    return tellingSentence({ meeting, section: meeting.sections[0]! }, archive.routine, {
      reference,
    });
  };

  test('is the one that names it', () => {
    expect(on('Much was said before this. Then #70 was merged. More was said after.', 70)).toBe(
      'Then #70 was merged.',
    );
  });

  test('is one after it where it stands alone', () => {
    const body =
      'Words of no concern to it here.\n\nhttps://github.com/acme/app/pull/70\n\nThis adds a cache for builds.';
    expect(on(body, 70)).toBe('This adds a cache for builds.');
  });

  test('is its own list item, not the next one', () => {
    const body = '* #70 the first item adds a cache\n* #71 the second item fixes the old bug';
    expect(on(body, 71)).toBe('#71 the second item fixes the old bug');
    expect(on(body, 70)).toBe('#70 the first item adds a cache');
  });

  test('is the name that its link bears', () => {
    const item = (name: string) => `* Active projects of this year\n  * [${name}](${address})\n`;
    const address = 'https://github.com/acme/app/issues/70';
    expect(on(item('Safe transmute'), 70)).toBe('Safe transmute');
    expect(on(item('acme/app#70'), 70)).toBe('Active projects of this year');
    expect(on(item('this pull request'), 70)).toBe('Active projects of this year');
  });

  test.for([
    ['before', '* Logs #69\n  * Much talk about whether logs should be kept\n* Logrotate #70'],
    ['after', '* Logrotate #70\n* Much talk about whether logs should be kept'],
    ['of a list inside', '* Some\n  * Logrotate #70\n  * The other one\n    * Logs should be kept'],
  ] as const)('is none of another item %s', ([, body]) => {
    expect(on(body, 70)).toBeUndefined();
  });

  test('is one of the section where its items say nothing', () => {
    expect(on('* #70\n* #71 is another matter\n\nBoth should be kept.', 70)).toBe(
      'Both should be kept.',
    );
    expect(on('* Those to keep for now\n  * #70\n  * #71 too', 70)).toBe('Those to keep for now');
  });

  test('is what stands under its list item', () => {
    expect(on('* #70\n  - Zach will look at the pid file\n* #71 is fixed by now', 70)).toBe(
      'Zach will look at the pid file',
    );
  });
});

describe('the telling sentence on a topic', () => {
  const talk = 'Some long talk on the general state of things here.';

  test.each([
    ['names it', `${talk} RocksDB grows.`, 'RocksDB grows.'],
    ['names it in the plural', `${talk} Two rocksdbs grow.`, 'Two rocksdbs grow.'],
    [
      'names it by a host',
      `${talk} People should read https://www.rocksdb.org.`,
      'People should read rocksdb.org.',
    ],
    ['names it in another spelling', `${talk} Großdb grows.`, 'Großdb grows.', 'GROẞDB'],
    ['does, and no other where none names it', `${talk} RocksDBs_x grow.`, talk],
    ['does where only an address names it', `${talk} See https://example.org/rocksdb now.`, talk],
  ])('%s', (_name, body, sentence, topic = 'RocksDB') => {
    const archive = archiveOf({ '2020-01-01.md': `## Things\n\n${body}\n` });
    const meeting = archive.meetings[0]!;
    const passage = { meeting, section: meeting.sections[0]! };
    const names = namesOf(topicOf(topic));
    expect(tellingSentence(passage, archive.routine, { names })).toBe(sentence);
  });
});

test.each([
  ...['e.g.', 'eg.', 'i.e.', 'ie.', 'a.k.a.', 'w.r.t.', 'vs.', 'cf.', 'viz.', 'approx.', 'incl.'],
  ...['esp.', 'resp.', 'no.', 'nr.', 'fig.', 'sec.', 'dr.', 'mr.', 'mrs.', 'ms.', 'st.', 'jr.'],
  ...['sr.', 'dept.', 'est.', 'max.', 'min.', 'misc.', 'ver.', 'J.', '(cf.', 'E.G.'],
])('no sentence ends with %s', (word) => {
  const text = `It was ${word} Tables of it.`;
  expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([text]);
});

test.each(['revs.', 'config.', 'nano.', 'first.', 'admin.', 'forms.', 'fever.'])(
  'but one does with %s',
  (word) => {
    expect(sentencesOf(`It was ${word} Tables of it.`)).toHaveLength(2);
  },
);
