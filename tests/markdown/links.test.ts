import { describe, expect, test } from 'vitest';

import { printHtml, readMarkdown } from '../../src/markdown/pipeline.ts';

const context = {
  references: { home: { owner: 'osquery', repo: 'osquery' }, repositories: [] },
  resolveNote: () => undefined,
};

/** The links of some Markdown: words and address. */
const linksOf = (markdown: string): string[] =>
  [
    ...printHtml(readMarkdown(markdown, context).tree.children).matchAll(
      /<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/g,
    ),
  ].map(([, href, words]) => `${words} ${href}`);

const pull = 'https://github.com/osquery/osquery/pull/6140';

describe('an address of a pull request, shown as its number', () => {
  test.each([
    [pull, `#6140 ${pull}`],
    ['github.com/osquery/osquery/pull/6140', `#6140 ${pull}`],
    ['(github.com/osquery/osquery/pull/6140/files)', `#6140 (files) ${pull}/files`],
    [
      'www.github.com/osquery/osquery/pull/6140',
      `#6140 http://www.github.com/osquery/osquery/pull/6140`,
    ],
    [`[the pull request](${pull})`, `the pull request ${pull}`],
  ])('%s leads to GitHub', (markdown, expected) => {
    expect(linksOf(markdown)).toEqual([expected]);
  });
});
