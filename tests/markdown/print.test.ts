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
