import { describe, expect, test } from 'vitest';

import type { MeetingId } from '../../src/archive/meeting.ts';
import type { KnownPages } from '../../src/archive/permalinks/known-pages.ts';
import { likelyPages } from '../../src/components/likely-page.ts';
import { isOfOldHome, untoldReference, wordsOfPath } from '../../src/components/missing-path.ts';

const known: KnownPages = {
  base: '/base/',
  meetings: [
    '2019-08-06',
    '2019-10-01',
    '2019-10-29',
    '2019-10-29-packaging',
    '2020-01-07',
  ] as MeetingId[],
  topics: { 'code-signing': 'Code signing', packaging: 'Packaging', tls: 'TLS', ci: 'CI' },
  outcomes: ['decisions', 'actions'],
  repositories: { 'Acme/Tool': ['p12', 'i7', 'p2019'], 'Acme/site': ['i7'] },
};

const hrefs = (path: string) => likelyPages(`/base/${path}`, known).map(({ href }) => href);
const isCertain = (path: string) => {
  const pages = likelyPages(`/base/${path}`, known);
  return pages.length === 1 && pages[0]?.same === true;
};

describe('likelyPages', () => {
  test.for([
    ['acme/tool/pull/12', 'Acme/Tool/pull/12/'],
    ['ACME/TOOL/PULL/12/', 'Acme/Tool/pull/12/'],
    ['Acme/Tool/issues/12/', 'Acme/Tool/pull/12/'],
    ['Acme/Tool/pull/7', 'Acme/Tool/issues/7/'],
    ['Acme/Tool/pull/12/files', 'Acme/Tool/pull/12/'],
    ['Acme/Tool/pulls/12', 'Acme/Tool/pull/12/'],
    ['Acme/Tool/pull/012', 'Acme/Tool/pull/12/'],
    ['acme/SITE', 'Acme/site/'],
    ['Topics/', 'topics/'],
    ['topics/Code_Signing', 'topics/code-signing/'],
    ['topics/code-signing.html', 'topics/code-signing/'],
    ['20200107_meeting_notes', 'meetings/2020-01-07/'],
    ['blob/main/20191029-packaging.md', 'meetings/2019-10-29-packaging/'],
    ['2019-10-29-Packaging', 'meetings/2019-10-29-packaging/'],
    ['2019/08/06/', 'meetings/2019-08-06/'],
    ['acme/tool/issues/', 'Acme/Tool/'],
    ['acme/tool/pulls', 'Acme/Tool/'],
  ])('goes on from %s to %s', ([path, page]) => {
    expect(hrefs(path!)).toEqual([`/base/${page}`]);
    expect(isCertain(path!)).toBe(true);
  });

  test.for<[string, string[]]>([
    ['meetings/2019-10-29.html', ['meetings/2019-10-29/', 'meetings/2019-10-29-packaging/']],
    ['meetings/2019-10-02/', ['meetings/2019-10-01/', 'meetings/2019-10-29/']],
    [
      'meetings/2019-10/',
      ['meetings/2019-10-01/', 'meetings/2019-10-29/', 'meetings/2019-10-29-packaging/'],
    ],
    ['notes/2019-10-29-pack.md', ['meetings/2019-10-29/', 'meetings/2019-10-29-packaging/']],
    ['meetings/2031-01-01/', ['meetings/2020-01-07/']],
    ['meetings/latest', ['meetings/2020-01-07/']],
    ['Latest.html', ['meetings/2020-01-07/']],
    ['meetings/last/', ['meetings/2020-01-07/']],
    ['meetings/latest-news/', []],
    ['topics/latest', []],
    ['meetings/1999-01-01/', ['meetings/2019-08-06/']],
    ['pull/7', ['Acme/Tool/issues/7/', 'Acme/site/issues/7/']],
    ['PR-12', ['Acme/Tool/pull/12/']],
    ['Acme/Tool/pull/99/', ['Acme/Tool/']],
    ['Acme/Tool/discussions/7/', ['Acme/Tool/issues/7/', 'Acme/Tool/']],
    ['Acme/Tool/pull/2019/', ['Acme/Tool/pull/2019/']],
    ['packaging', ['topics/packaging/']],
    ['topics/signing/', ['topics/code-signing/']],
    ['topics/packagng/', ['topics/packaging/']],
    ['topic/code-signning', ['topics/code-signing/']],
    ['ci-of-ours', ['topics/ci/']],
    ['acme', ['Acme/Tool/', 'Acme/site/']],
    ['meetings/2019/', ['search/?q=2019', 'Acme/Tool/pull/2019/']],
    ['meetings/2018/', []],
    ['meeting', ['meetings/']],
    ['decision/', ['decisions/']],
    ['action-items', ['actions/']],
    ['rss.xml', ['feed.xml']],
    ['feed', ['feed.xml']],
    ['about/', ['about/data/']],
    ['data', ['about/data/']],
    ['API', ['about/data/']],
    ['database', []],
    ['api-key', []],
    ['feedback', []],
    ['nothing/like/it/', []],
    ['%E0%A4%A', []],
    ['topics/__proto__/', []],
    ['__proto__/constructor/pull/1/', []],
    ['1/', []],
  ])('proposes for %s: %j', ([path, pages]) => {
    expect(hrefs(path)).toEqual(pages.map((page) => `/base/${page}`));
  });

  test.for([
    'meetings/2019-10-29.html',
    'meetings/2019-10-02/',
    'meetings/2019-10/',
    'meetings/2020-01/',
    'pull/7',
    'PR-12',
    'packaging',
  ])('leaves the choice at %s to the reader', (path) => {
    expect(isCertain(path)).toBe(false);
  });

  test('stays below the base, whatever is asked for', () => {
    for (const path of [
      '//evil.example/',
      'https:/evil.example/packaging',
      '..%2f..%2fpackaging',
    ]) {
      for (const href of hrefs(path)) expect(href).toMatch(/^\/base\/(?!\/)/);
    }
  });
});

test.for([
  ['acme/tool/pull/99', [['All of Acme/Tool', 'Acme/Tool/']]],
  ['pull/12', [['Pull request Acme/Tool#12', 'Acme/Tool/pull/12/']]],
  [
    'pr/7/',
    [
      ['Issue Acme/Tool#7', 'Acme/Tool/issues/7/'],
      ['Issue Acme/site#7', 'Acme/site/issues/7/'],
    ],
  ],
  [
    'acme',
    [
      ['All of Acme/Tool', 'Acme/Tool/'],
      ['All of Acme/site', 'Acme/site/'],
    ],
  ],
  ['meeting', [['All meetings', 'meetings/']]],
  ['data', [['About the data', 'about/data/']]],
] as const)('says what stands at each page that it proposes for %s', ([path, pages]) => {
  const said = likelyPages(`/base/${path}`, known).map(({ label, href }) => [label, href]);
  expect(said).toEqual(pages.map(([label, href]) => [label, `/base/${href}`]));
});

test('a list of what no note marks is not proposed', () => {
  const without = { ...known, outcomes: [] };
  expect(likelyPages('/base/decision/', without)).toEqual([]);
});

test.for([
  ['topics/some_old-name.html', 'some old name'],
  ['a/b%20c/', ''],
  ['minutes/L%C3%B6sung', 'Lösung'],
  ['12/34/', ''],
  ['', ''],
] as const)('the words of %s', ([path, words]) => {
  expect(wordsOfPath(`/base/${path}`, known)).toBe(words);
});

describe('untoldReference', () => {
  test.for([
    ['acme/tool/pull/99', 'Acme/Tool#99', 'https://github.com/Acme/Tool/pull/99'],
    ['acme/tool/issues/99/', 'Acme/Tool#99', 'https://github.com/Acme/Tool/issues/99'],
    ['acme/tool/Pulls/99/files', 'Acme/Tool#99', 'https://github.com/Acme/Tool/pull/99'],
    ['other/re.po/issue/1', 'other/re.po#1', 'https://github.com/other/re.po/issues/1'],
  ])('%s is of %s', ([path, label, href]) => {
    expect(untoldReference(`/base/${path}`, known)).toEqual({ label, href });
  });

  test.for([
    'acme/tool/pull/12',
    'acme/tool/issues/12/',
    'acme/tool/pull/',
    'acme/tool/pull/0',
    'acme/tool/pull/12a',
    'acme/tool/commit/12',
    'acme/pull/12',
    'https://evil.example/acme/pull/12',
    'a%22b/tool/pull/1',
    'topics/pull/12',
    'meetings/2020/issues/5',
    'Topics/x/issues/3',
    'api/v1/pull/7',
  ])('%s is of none', (path) => {
    expect(untoldReference(`/base/${path}`, known)).toBe(undefined);
  });
});

test.for([
  ['meetings/20191029_notes', true],
  ['blob/main/notes/2019-10-29.md', true],
  ['minutes/notes.md', true],
  ['meetings/2019-10-30.md', true],
  ['meetings/2019-10/30', true],
  ['meetings/2019-10-30/', false],
  ['meetings/2019-10-30-packaging', false],
  ['acme/tool/pull/99999', false],
  ['acme/tool/pull/2019', false],
  ['topics/build', false],
] as const)('%s may be of a note: %s', ([path, expected]) => {
  expect(isOfOldHome(`/base/${path}`)).toBe(expected);
});
