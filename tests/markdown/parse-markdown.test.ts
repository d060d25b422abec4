import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';

import { parseMarkdown } from '../../src/markdown/parse-markdown.ts';

/*
 * Our parser looks up first what a text can hold. Whatever it leaves out for that reason, its trees are those of
 * the parser that leaves out nothing.
 */
const stock = unified().use(remarkParse).use(remarkGfm).freeze();

function expectSame(source: string): void {
  expect(parseMarkdown(source)).toEqual(stock.parse(source));
}

describe('gives the tree that the whole parser gives', () => {
  test.each([
    ['an address of mail', 'write to a.b+c-d_e@example.org, or <me@example.com>'],
    ['mail behind marks', '> *me@example.com* -x@y.io _a@b.c_ /no@b.c é@b.co'],
    ['mail with a protocol', 'mailto:a@b.co xmpp:a@b.co/x'],
    [
      'an address inside a link',
      '[me@example.com](https://example.com/a@b.co) [a@b.co][x]\n\n[x]: y',
    ],
    ['an address in brackets that close nothing', '[ https://example.com me@example.com'],
    ['web addresses', 'see https://example.com/a?b#c, HTTP://x.y. www.example.org (www.a.b)'],
    ['no web addresses', 'hhttps://example.com www https:/ wwww.a.b xwww.a.b ahttp://a.b'],
    ['addresses after tabs in a list', '-\thttps://a.b\n\n\t- x\ta@b.co\n1.\twww.a.b'],
    ['a table', '| a | b |\n|---|:-:|\n| me@b.co | https://a.b |'],
    ['a table without bars at its ends', 'a | b\n-|-\nc | d'],
    ['a table of one column', 'a\n:-\nb'],
    ['a table in a quotation', '> | a |\n> | - |\n> | b |'],
    ['what is nearly a table', 'a | b\n---\n\nc:\n-\n\n| a |\n| b |'],
    ['a rule and a definition', 'a\n\n---\n\n: -\n\n[a]: - "-"'],
    ['boxes, footnotes, struck words', '- [ ] a[^1] ~b~ ~~c~~\n- [x] d\n\n[^1]: e@f.gh'],
  ])('%s', (_name, source) => expectSame(source));

  const fixtures = path.join(import.meta.dirname, '../fixtures');
  const notes = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !file.includes('hostile'))
    .sort();
  test.each(notes)('%s', (file) => {
    expectSame(readFileSync(path.join(fixtures, file), 'utf8').replaceAll('\r\n', '\n'));
  });

  test('of anything put together from pieces that mean something', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'B7',
        '@',
        '@b.co',
        '.',
        '-',
        '_',
        '+',
        '/',
        ':',
        '|',
        '\n',
        '\n\n',
        ' ',
        '\t',
        '  ',
      ],
      ...['h', 'http', 'https://', 'www.', 'w', 'x.y', '[', ']', '](', ')', '<', '>', '*', '**'],
      ...[
        '`',
        '~',
        '\\',
        '&amp;',
        '> ',
        '- ',
        '1. ',
        '# ',
        '---',
        ':-',
        '-:',
        '|-|',
        '[^1]',
        '[ ] ',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => expectSame(pieces.join(''))),
      { seed: 5, numRuns: 2_000 },
    );
  });
});
