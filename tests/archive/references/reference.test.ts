import { describe, expect, test } from 'vitest';
import type { ReferenceContext } from '../../../src/archive/references/known-repository.ts';
import { findReferences } from '../../../src/archive/references/reference-in-text.ts';
import { parseReference } from '../../../src/archive/references/reference-query.ts';
import {
  isRepositoryName,
  parseGitHubUrl,
  parseRepositoryName,
  referenceKey,
  referenceLabel,
  referenceUrl,
} from '../../../src/archive/references/reference.ts';
import type { ParsedReference } from '../../../src/archive/references/reference.ts';
import {
  parseRepositoryAddress,
  parseRepositoryHeading,
} from '../../../src/archive/references/repository-heading.ts';

const context: ReferenceContext = {
  home: { owner: 'osquery', repo: 'osquery' },
  repositories: [
    { owner: 'osquery', repo: 'foundation' },
    { owner: 'osquery', repo: 'osquery-site' },
    { owner: 'rust-lang', repo: 'rfcs' },
    { owner: 'one', repo: 'twin' },
    { owner: 'other', repo: 'twin' },
  ],
  shortNames: { toolchain: 'osquery/osquery-toolchain', site: 'osquery/osquery-site' },
};

/** `pull osquery/osquery#12`, the kind left out where it is unknown. */
function show(found: ParsedReference): string {
  const { owner, repo, number } = found.reference;
  const label = `${owner}/${repo}#${number}`.replace('osquery/osquery#', '#');
  return found.kind === undefined ? label : `${found.kind} ${label}`;
}

describe('a GitHub URL', () => {
  const base = 'https://github.com/osquery/osquery';
  test.each([
    [`${base}/pull/6140`, 'pull #6140'],
    [`${base}/issues/6744`, 'issues #6744'],
    [`${base}/pull/6140/`, 'pull #6140'],
    [`${base}/pull/6140/files`, 'pull #6140'],
    [`${base}/pull/6140/files#diff-61f98b185R1653`, 'pull #6140'],
    [`${base}/pull/6140/commits/c18f5bc75c84ec`, 'pull #6140'],
    [`${base}/pull/6140/checks?check_run_id=1`, 'pull #6140'],
    [`${base}/pull/6140.diff`, 'pull #6140'],
    [`${base}/pull/6929#issuecomment-771007716`, 'pull #6929'],
    [`${base}/pull/6929?w=1#discussion_r1`, 'pull #6929'],
    ['http://github.com/osquery/osquery/pull/1', 'pull #1'],
    ['https://www.github.com/osquery/osquery/pull/1', 'pull #1'],
    ['HTTPS://GitHub.COM/osquery/osquery/pull/1', 'pull #1'],
    ['  https://github.com/osquery/osquery/pull/1\n', 'pull #1'],
    ['https://github.com/osquery/osquery/pull/61\u200b40', 'pull #6140'],
    ['https://github.com/osquery/osquery/pull/6140%E2%80%8B', 'pull #6140'],
    ['https://github.com/vercel/next.js/issues/7', 'issues vercel/next.js#7'],
    ['https://github.com/nodejs/.github/issues/7', 'issues nodejs/.github#7'],
    ['https://github.com/a/__proto__/issues/7', 'issues a/__proto__#7'],
    [`${base}/pull/2147483647`, 'pull #2147483647'],
  ])('%s is %s', (url, expected) => {
    const parsed = parseGitHubUrl(url);
    expect(parsed && show(parsed)).toBe(expected);
  });

  test.each([
    `${base}/pull/2147483648`,
    `${base}/pull/0`,
    `${base}/pull/007`,
    `${base}/pull/12abc`,
    `${base}/pull/-1`,
    `${base}/pull/`,
    `${base}/pulls/12`,
    `${base}/pulls?q=is%3Apr+12`,
    `${base}/issues?q=is%3Aopen`,
    `${base}/Pull/12`,
    `${base}/milestone/42`,
    `${base}/discussions/42`,
    `${base}/compare/master...pull/12`,
    `${base}/blob/master/pull/12`,
    `${base}/tree/aarch64-support`,
    base,
    'https://github.com/osquery/pull/12',
    'https://github.com.evil.com/osquery/osquery/pull/12',
    'https://evilgithub.com/osquery/osquery/pull/12',
    'https://github.com@evil.com/osquery/osquery/pull/12',
    'https://evil.com@github.com/osquery/osquery/pull/12',
    'https://github.com:443/osquery/osquery/pull/12',
    'https://evil.com/?u=https://github.com/osquery/osquery/pull/12',
    'https://gist.github.com/osquery/osquery/pull/12',
    'https://gitlab.com/osquery/osquery/pull/12',
    'https://githüb.com/osquery/osquery/pull/12',
    'https://github.com/../osquery/pull/12',
    'https://github.com/osquery/../pull/12',
    'https://github.com/osquery/%2e%2e/pull/12',
    `${base}/pull/12/../../../evil`,
    `${base}/pull/12/%2E%2e/13`,
    `${base}/pull/12/..`,
    'https:\\\\github.com\\osquery\\osquery\\pull\\12',
    `${base}/pull/12/files\\..`,
    'https://github.com//osquery/osquery/pull/12',
    'https://github.com/-bad/osquery/pull/12',
    'https://github.com/bad-/osquery/pull/12',
    'https://github.com/b--d/osquery/pull/12',
    `https://github.com/${'a'.repeat(40)}/osquery/pull/12`,
    `https://github.com/osquery/${'a'.repeat(101)}/pull/12`,
    'https://github.com/osquery/osquery.git/pull/12',
    'https://github.com/osquery/os query/pull/12',
    'https://github.com/osquery/os<query>/pull/12',
    'github.com/osquery/osquery/pull/12',
    '//github.com/osquery/osquery/pull/12',
    'ftp://github.com/osquery/osquery/pull/12',
    'javascript:https://github.com/osquery/osquery/pull/12',
    '',
  ])('%s is none', (url) => {
    expect(parseGitHubUrl(url)).toBeUndefined();
  });
});

/** Each text marks with ⟦ ⟧ what must be found, in place. */
const prose: [string, ...string[]][] = [
  // Full URLs, and the punctuation around them
  ['see ⟦https://github.com/osquery/osquery/pull/6590⟧.', 'pull #6590'],
  ['(⟦https://github.com/osquery/osquery/pull/6557⟧) then', 'pull #6557'],
  ['_⟦https://github.com/osquery/osquery/pull/6557⟧_', 'pull #6557'],
  ['<⟦https://github.com/osquery/osquery/pull/6557⟧>', 'pull #6557'],
  ['PR: ⟦https://github.com/osquery/osquery/pull/7304/files⟧, (long)', 'pull #7304'],
  ['“⟦https://github.com/nodejs/TSC/issues/901⟧”?', 'issues nodejs/TSC#901'],
  ['on ⟦github.com/osquery/osquery/issues/5⟧!', 'issues #5'],
  ['at ⟦www.github.com/osquery/osquery/issues/5⟧…', 'issues #5'],
  [
    '⟦https://github.com/a/b/pull/11⟧,⟦https://github.com/a/b/pull/12⟧',
    'pull a/b#11',
    'pull a/b#12',
  ],
  // Words of kind
  ['⟦PR#6140⟧', 'pull #6140'],
  ['⟦PR 6140⟧', 'pull #6140'],
  ['Merge of ⟦PR 7330⟧ incorporating', 'pull #7330'],
  ['In ⟦pr5882⟧ we', 'pull #5882'],
  ['⟦PR-6140⟧', 'pull #6140'],
  ['⟦PR #7⟧', 'pull #7'],
  ['PR: ⟦#12⟧', 'pull #12'],
  ['PR (⟦#12⟧)', 'pull #12'],
  ['fixed in ⟦PR #6433⟧)', 'pull #6433'],
  ['⟦Issue 6744⟧ observed', 'issues #6744'],
  ['⟦Issue 4787⟧: Schema consistency', 'issues #4787'],
  ['⟦issue #12⟧', 'issues #12'],
  ['⟦pull request 55⟧', 'pull #55'],
  ['⟦Pull Request #5⟧', 'pull #5'],
  ['⟦pull-request #5⟧', 'pull #5'],
  ['⟦pull/6140⟧ and ⟦issues/12⟧', 'pull #6140', 'issues #12'],
  ['⟦GH-12⟧', '#12'],
  ['⟦gh-7⟧', '#7'],
  ["⟦PR 6140⟧'s tests", 'pull #6140'],
  // Lists
  ['Blocking PRs ⟦#6216⟧ and ⟦#6218⟧', 'pull #6216', 'pull #6218'],
  ['PRs ⟦#1⟧ and ⟦#2⟧', 'pull #1', 'pull #2'],
  ['PRs ⟦6216⟧, ⟦6217⟧ & ⟦6218⟧', 'pull #6216', 'pull #6217', 'pull #6218'],
  ['issues ⟦#5⟧/⟦#6⟧', 'issues #5', 'issues #6'],
  ['⟦#1⟧, ⟦#2⟧ & ⟦#3⟧', '#1', '#2', '#3'],
  ['⟦PR #12⟧, ⟦#13⟧, and ⟦#14⟧', 'pull #12', 'pull #13', 'pull #14'],
  ['PRs ⟦#12⟧ to ⟦#15⟧', 'pull #12', 'pull #15'],
  ['⟦PR 6140⟧ and 12 others', 'pull #6140'],
  ['PRs ⟦6140⟧ and 12 people', 'pull #6140'],
  ['PRs ⟦6140⟧ and 3 more', 'pull #6140'],
  ['⟦PR #12⟧ and ⟦issue #13⟧', 'pull #12', 'issues #13'],
  // Bare
  ['⟦#5831⟧', '#5831'],
  ['based (⟦#6571⟧) in the 4.6.0 release', '#6571'],
  ['happen in ⟦#7082⟧', '#7082'],
  ['⟦#6507⟧ Seems', '#6507'],
  ['CVE-2021-1234 in ⟦#7082⟧', '#7082'],
  ['see ⟦#12⟧: it', '#12'],
  ['line\n⟦#12⟧\nline', '#12'],
  ['fixes ⟦#5⟧ at last', '#5'],
  ['duplicate of ⟦#5⟧', '#5'],
  ['done (⟦#5⟧)', '#5'],
  ['[⟦#132⟧] (5 min)', '#132'],
  // Named and qualified
  ['⟦osquery#6140⟧', '#6140'],
  ['⟦Foundation#19⟧', 'osquery/foundation#19'],
  ['(⟦rfcs#2972⟧)', 'rust-lang/rfcs#2972'],
  ['⟦toolchain#3⟧', 'osquery/osquery-toolchain#3'],
  ['interaction ⟦rust-lang/rust#57893⟧', 'rust-lang/rust#57893'],
  ['⟦vercel/next.js#12⟧', 'vercel/next.js#12'],
  ['PR ⟦nodejs/node#12⟧', 'pull nodejs/node#12'],
  ['⟦nodejs/node/pull/12⟧', 'pull nodejs/node#12'],
  ['⟦osquery-site PR #154⟧', 'pull osquery/osquery-site#154'],
  ['the ⟦foundation issue 19⟧', 'issues osquery/foundation#19'],
  ['⟦rfcs #2442⟧', 'rust-lang/rfcs#2442'],
  ['foundation PRs ⟦#1⟧ and ⟦#2⟧', 'pull osquery/foundation#1', 'pull osquery/foundation#2'],
  // Near misses
  ['milestone 42'],
  ['milestone #42 and #43'],
  ['Milestone: #42'],
  ['discussion #42'],
  ['RFC #2645'],
  ['agenda item #12'],
  ['version #12'],
  ['5.0.1, 4.x, #5.1, #5.x'],
  ['CVE-2021-1234'],
  ['6140'],
  ['1. 6140 and 12'],
  ['our #1 goal'],
  ['from #5 to #3'],
  ['the #1 priority'],
  ['goals #1 and #2 priorities'],
  ['we are #1'],
  ['issue 2 people saw'],
  ['issue 12 people saw'],
  ['an issue 10 years old'],
  ['issue 10% of the time'],
  ['issues 2020-01-02'],
  ['PR 10/29 meeting'],
  ['PR 12:30'],
  ['PR 5.0.1'],
  ['issue 32-bit'],
  ['PRs were 12'],
  ['spr 12, prs12x'],
  ['a tissue 12'],
  ['#general #fleet-42x #42-fleet #123abc'],
  ['color: #888888'],
  ['colour #333'],
  ['#0 #007 #000000'],
  ['#1,000 of them'],
  ['the #12,345 of them'],
  ['#99999999999'],
  ['#2147483648'],
  ['page.md#12 docs/page.md#12 /path#12 ./a/b#12'],
  ['https://example.com/x#12 https://example.com/#12 example.com/x#12'],
  ['https://example.com/osquery/osquery/pull/12'],
  ['https://github.com.evil.com/osquery/osquery/pull/12'],
  ['https://github.com@evil.com/osquery/osquery/pull/12'],
  ['evilgithub.com/osquery/osquery/pull/12 me@github.com/osquery/osquery/pull/12'],
  ['https://github.com/osquery/osquery/milestone/42'],
  ['https://github.com/osquery/osquery/compare/master...x'],
  ['https://github.com/osquery/osquery/blob/main/a.cpp#12'],
  ['https://github.com/osquery/osquery/pulls?q=is%3Apr+#12'],
  ['refs/pull/12/head'],
  ['pull/12/head'],
  ['abc#12 x#12 C#7 10#12 twin#12 constructor#12 __proto__#12'],
  ['one /two/three#12 a/b/c#12'],
  ['&#123; &#39;'],
  ['##12 #12# @#12'],
  ['#12_x #12é é#12'],
  ['-a/b#12 a-/b#12'],
  ['write to someone@example.org#12'],
];

describe('prose', () => {
  test.each(prose)('%s', (marked, ...expected) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const found = findReferences(text, context);
    expect(found.map(show)).toEqual(expected);
    let again = text;
    for (const { start, end } of found.toReversed()) {
      again = `${again.slice(0, start)}⟦${again.slice(start, end)}⟧${again.slice(end)}`;
    }
    expect(again).toBe(marked);
  });

  test('tells how a reference was written', () => {
    const text = 'https://github.com/a/b/pull/11 a/b#12 foundation#13 PR 14';
    expect(findReferences(text, context).map(({ form }) => form)).toEqual([
      'url',
      'qualified',
      'named',
      'bare',
    ]);
  });

  test('without a home, only what names its repository is a reference', () => {
    const text = '#12, PR 13, a/b#14, pull/15, b#16';
    const found = findReferences(text, { home: undefined, repositories: [] });
    expect(found.map(show)).toEqual(['a/b#14']);
  });

  test('a name that two owners share stands for the one of the owner of home', () => {
    const twins = { ...context, home: { owner: 'other', repo: 'app' } };
    expect(findReferences('twin#12', twins).map(show)).toEqual(['other/twin#12']);
    expect(findReferences('twin#12', context)).toEqual([]);
  });

  test('a heading that names another home takes the bare numbers along', () => {
    const found = findReferences('PR #12 and osquery#13', {
      home: { owner: 'nodejs', repo: 'node' },
      repositories: [{ owner: 'osquery', repo: 'osquery' }],
    });
    expect(found.map(show)).toEqual(['pull nodejs/node#12', '#13']);
  });

  test.each(['#1 ', 'PR ', 'a/', 'https://', '_', '#', '(', '1,', 'a#1', '#1, ', 'PRs #1 and '])(
    'takes long runs of %j',
    (piece) => {
      const found = findReferences(piece.repeat(20_000), context);
      expect(found.every(({ start, end }) => start < end)).toBe(true);
    },
  );
});

describe('a heading', () => {
  test.each([
    ['nodejs/node', 'nodejs/node'],
    ['nodejs/TSC', 'nodejs/TSC'],
    ['openjs-foundation/summit', 'openjs-foundation/summit'],
    ['`nodejs/node`', 'nodejs/node'],
    [' nodejs/next-10: ', 'nodejs/next-10'],
    ['📦 nodejs/node', 'nodejs/node'],
    ['nodejs/node 🚀', 'nodejs/node'],
    ['nodejs/node (3)', 'nodejs/node'],
    ['[nodejs/node]', 'nodejs/node'],
    ['https://github.com/nodejs/node', 'nodejs/node'],
    ['https://github.com/nodejs/node/', 'nodejs/node'],
    ['actions/checkout', 'actions/checkout'],
    ['Microsoft/TypeScript', 'Microsoft/TypeScript'],
    ['Homebrew/brew', 'Homebrew/brew'],
  ])('%s names %s', (heading, expected) => {
    const name = parseRepositoryHeading(heading);
    expect(name && `${name.owner}/${name.repo}`).toBe(expected);
  });

  test.each([
    'Conclusion/Resolution',
    'Conclusions/resolutions',
    'Q/A',
    'CI/CD',
    'TCP/IP',
    'CentOS/RHEL',
    'tweeting/blogging',
    'bugs/features',
    'and/or',
    '10/29',
    '2019/10-29',
    'nodejs/node and others',
    'Using CI/CD',
    'nodejs',
    'a/b/c',
    '../node',
    'nodejs/..',
    'nodejs/node#12',
    'https://evil.com/nodejs/node',
    `nodejs/node${' '.repeat(300)}`,
    '',
  ])('%s names none', (heading) => {
    expect(parseRepositoryHeading(heading)).toBeUndefined();
  });

  test.each([
    ['osquery/foundation PRs', 'osquery/foundation'],
    ['osquery/foundation issues (3):', 'osquery/foundation'],
    ['osquery/osquery-toolchain pull requests', 'osquery/osquery-toolchain'],
    ['osquery-site', 'osquery/osquery-site'],
    ['`osquery-site` open PRs', 'osquery/osquery-site'],
    ['osquery/foundation', 'osquery/foundation'],
    // A name that may be any word, and a repository that is not known.
    ['foundation', undefined],
    ['Foundation issues', undefined],
    ['nodejs/node PRs', undefined],
    ['packaging/signing issues', undefined],
    ['osquery-site design', undefined],
    ['PRs', undefined],
  ])('%s names, of those known, %s', (heading, expected) => {
    const name = parseRepositoryHeading(heading, context);
    expect(name && `${name.owner}/${name.repo}`).toBe(expected);
  });

  test.each([
    ['https://github.com/rust-lang/rfcs', 'rust-lang/rfcs'],
    ['https://github.com/rust-lang/rfcs/', 'rust-lang/rfcs'],
    ['https://www.github.com/rust-lang/rfcs/pulls?q=is%3Aopen+label%3AT-lang', 'rust-lang/rfcs'],
    ['https://github.com/rust-lang/rust/issues?q=is%3Aopen', 'rust-lang/rust'],
    ['https://github.com/rust-lang/rust/labels/T-lang', 'rust-lang/rust'],
    ['https://github.com/rust-lang/rust/milestone/12', 'rust-lang/rust'],
    ['https://github.com/rust-lang/rust/issues/12', undefined],
    ['https://github.com/rust-lang/rust/blob/main/README.md', undefined],
    ['https://github.com/orgs/rust-lang', undefined],
    ['https://github.com/rust-lang', undefined],
    ['https://github.com.evil.org/rust-lang/rust', undefined],
    ['https://example.org/rust-lang/rust', undefined],
  ])('that is a link to %s names %s', (href, expected) => {
    const name = parseRepositoryAddress(href);
    expect(name && `${name.owner}/${name.repo}`).toBe(expected);
  });

  test('may look like a pair of words where the repository is known', () => {
    const home = { owner: 'Open', repo: 'Docs' };
    expect(parseRepositoryHeading('Open/Docs')).toBeUndefined();
    expect(parseRepositoryHeading('Open/Docs', { home, repositories: [] })).toEqual(home);
  });
});

describe('typed text', () => {
  test.each([
    ['6140', '#6140'],
    ['#6140', '#6140'],
    ['#1', '#1'],
    ['PR 6140', 'pull #6140'],
    ['pr6140', 'pull #6140'],
    ['pr#6140', 'pull #6140'],
    ['PR: #6140', 'pull #6140'],
    ['pull/6140', 'pull #6140'],
    ['pull 6140', 'pull #6140'],
    ['pull request 6140', 'pull #6140'],
    ['issues/6140', 'issues #6140'],
    ['issue 6744', 'issues #6744'],
    ['GH-12', '#12'],
    ['osquery#6140', '#6140'],
    ['osquery #6140', '#6140'],
    ['owner/repo#12', 'owner/repo#12'],
    ['owner/repo 12', 'owner/repo#12'],
    ['foundation issue 19', 'issues osquery/foundation#19'],
    ['osquery-site 154', 'osquery/osquery-site#154'],
    ['site 154', 'osquery/osquery-site#154'],
    ['osquery/osquery/pull/6140', 'pull #6140'],
    ['osquery/pull/6140', 'pull #6140'],
    ['nodejs/node issue 12', 'issues nodejs/node#12'],
    ['https://github.com/osquery/osquery/pull/6140/files', 'pull #6140'],
    ['github.com/osquery/osquery/issues/6140#issuecomment-1', 'issues #6140'],
    ['www.github.com/osquery/osquery/pull/6140', 'pull #6140'],
    ['<https://github.com/osquery/osquery/pull/6140>', 'pull #6140'],
    [' (#6140). ', '#6140'],
  ])('%s is %s', (text, expected) => {
    const parsed = parseReference(text, context);
    expect(parsed && show(parsed)).toBe(expected);
  });

  test.each([
    '5.2.3',
    '5.2',
    '0',
    '007',
    '2019-10-29',
    'october 29 2019',
    'jan 2020',
    'C++17',
    'milestone 42',
    'windows 10',
    'twin#12',
    'foo#12',
    'PRs 12 and 13',
    'process_events',
    '6140 logging',
    '99999999999',
    'evil.com/osquery/osquery/pull/6140',
    'https://gitlab.com/osquery/osquery/pull/6140',
    'https://github.com/osquery/osquery/milestone/42',
    '../osquery/pull/12',
    'osquery/../pull/12',
    '',
    '#',
  ])('%s is none', (text) => {
    expect(parseReference(text, context)).toBeUndefined();
  });

  test('without a home, a bare number is none', () => {
    expect(parseReference('6140', { home: undefined, repositories: [] })).toBeUndefined();
  });
});

describe('a reference', () => {
  const reference = { owner: 'OsQuery', repo: 'Osquery', number: 12 };

  test('has one key in any spelling', () => {
    expect(referenceKey(reference)).toBe('osquery/osquery#12');
  });

  test('is labelled as short as its home allows', () => {
    expect(referenceLabel(reference)).toBe('OsQuery/Osquery#12');
    expect(referenceLabel(reference, { owner: 'osquery', repo: 'osquery' })).toBe('#12');
    expect(referenceLabel(reference, { owner: 'osquery', repo: 'site' })).toBe('Osquery#12');
    expect(referenceLabel(reference, { owner: 'nodejs', repo: 'osquery' })).toBe(
      'OsQuery/Osquery#12',
    );
  });

  test('has a URL, under issues while its kind is unknown', () => {
    expect(referenceUrl(reference)).toBe('https://github.com/OsQuery/Osquery/issues/12');
    expect(referenceUrl(reference, 'pull')).toBe('https://github.com/OsQuery/Osquery/pull/12');
  });
});

describe('a repository name', () => {
  test.each(['osquery/osquery', 'a/b', 'a-b/c.d_e-f', 'nodejs/.github', '1/2'])(
    '%s is one',
    (text) => {
      expect(parseRepositoryName(text)).toEqual({
        owner: text.split('/')[0],
        repo: text.split('/')[1],
      });
    },
  );

  test.each([
    'osquery',
    '/osquery',
    'a/',
    'a/b/c',
    'a/..',
    'a/.',
    '../a',
    'a_b/c',
    'a /b',
    'a/b c',
  ])('%s is none', (text) => {
    expect(parseRepositoryName(text)).toBeUndefined();
  });

  test('keeps to the lengths of GitHub', () => {
    expect(isRepositoryName({ owner: 'a'.repeat(39), repo: 'b'.repeat(100) })).toBe(true);
    expect(isRepositoryName({ owner: 'a'.repeat(40), repo: 'b' })).toBe(false);
    expect(isRepositoryName({ owner: 'a', repo: 'b'.repeat(101) })).toBe(false);
  });
});
