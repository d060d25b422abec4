import { expect, test } from 'vitest';

import { noContext, printHtml, readMarkdown } from '../../src/markdown/pipeline.ts';

const shown = (markdown: string): string =>
  printHtml(readMarkdown(markdown, noContext).tree.children).replace(/<br>\n/g, '⏎');

test.each([
  [
    '[17:01] <ann> hi\n[17:02] <bo> so\n[17:03] * ann nods',
    '<p>[17:01] &#x3C;ann> hi⏎[17:02] &#x3C;bo> so⏎[17:03] * ann nods</p>',
  ],
  [
    '17:01 Ann: *hi*\n17:02:09 Bo: so\nit goes on\n17:03 Ann: yes',
    '<p>17:01 Ann: <em>hi</em>⏎17:02:09 Bo: so\nit goes on\n17:03 Ann: yes</p>',
  ],
  [
    '- 2021-12-07 17:01 Ann: hi\n  2021-12-07 17:02 Bo: so',
    '<ul>\n<li>2021-12-07 17:01 Ann: hi⏎2021-12-07 17:02 Bo: so</li>\n</ul>',
  ],
  [
    '> 5:01 PM Ann: a &amp; b\n> 5:02 PM Bo: so',
    '<blockquote>\n<p>5:01 PM Ann: a &#x26; b⏎5:02 PM Bo: so</p>\n</blockquote>',
  ],
  ['10:00 Welcome\n10:15 Tables', '<p>10:00 Welcome⏎10:15 Tables</p>'],
])('lines of a chat stand each by itself in %j', (markdown, html) => {
  expect(shown(markdown)).toBe(html);
});

test.each([
  '17:01 was when we began,\nand it went on.',
  'We met at\n17:01 and then\nlater',
  '17:01 Ann: hi\n\n17:02 Bo: so',
  '17:01\n17:02',
  'from `a\n17:01 b\n17:02 c` on',
])('but no line is broken in %j', (markdown) => {
  expect(shown(markdown)).not.toContain('⏎');
});
