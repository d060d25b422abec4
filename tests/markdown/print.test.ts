import { expect, test } from 'vitest';

import { noContext, printHtml, readMarkdown } from '../../src/markdown/pipeline.ts';

const print = (markdown: string): string =>
  printHtml(readMarkdown(markdown, noContext).tree.children);

test.each([
  '[x](https://example.org/ "<pre><img src=y> 1 > 2")',
  '[x](https://example.org/ \'"<b>" a="b>"\')',
  '[x]\n\n[x]: https://example.org/ "<table>"',
])('angle brackets are the ends of tags and nothing else: %s', (markdown) => {
  const html = print(markdown);
  expect(html.replace(/<\/?[a-z][\w-]*(?: [\w:-]+(?:="[^"<>]*")?)*>/g, '')).not.toMatch(/[<>]/);
  expect(html).toContain('&#x3C;');
});

test('what stands in an attribute is still said', () => {
  expect(print('[x](https://example.org/ "a < b & c > d")')).toContain(
    'title="a &#x3C; b &#x26; c &#x3E; d"',
  );
});

test.each([
  ['## Alpha<br>beta', '<h2 id="alphabeta">Alpha beta</h2>'],
  [
    '## [Alpha<br/>*beta*](https://example.org/)<br>',
    / id="alphabeta"><a [^>]*>Alpha <em>beta<\/em><\/a> ?<\/h2>$/,
  ],
  ['<h2>Alpha<br>\nbeta</h2>', '<h2 id="alphabeta">Alpha beta</h2>'],
])('a heading is one line: %j', (markdown, html) => {
  expect(print(markdown)).toMatch(html);
});

test.each(['A line<br>and another', 'A line<br>\nand another\n---', '- # A line<br>and another'])(
  'what is no heading of a section keeps its lines: %j',
  (markdown) => {
    expect(print(markdown)).toMatch(/A line<br>\s+and another/);
  },
);
