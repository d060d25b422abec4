import { describe, expect, test } from 'vitest';

import { cutPrinted } from '../../../src/archive/text/cut-printed.ts';
import { printedBytes } from '../../../src/archive/text/html-bytes.ts';

describe('printed HTML cut to size', () => {
  test('what is short enough stays', () => {
    const html = '<p>one <em>two</em> three</p>';
    expect(cutPrinted(html, html.length)).toEqual({ html, cut: false });
    const wide = '<p>日本語</p>';
    expect(cutPrinted(wide, Buffer.byteLength(wide))).toEqual({ html: wide, cut: false });
  });

  test.each([
    ['after a whole word', '<p>one two three</p>', 17, '<p>one two…</p>'],
    ['within an element', '<p>one <em>two three</em> four</p>', 27, '<p>one <em>two…</em></p>'],
    ['not within a character reference', '<p>a &#x3C; b c d e f</p>', 12, '<p>a…</p>'],
    ['nor within one that ends a word', '<p>foo&#x3C;bar&#x26;baz</p>', 15, '<p>foo…</p>'],
    [
      'not within an item',
      '<ul><li>aaaa bbb</li><li>cccc dd</li></ul>',
      30,
      '<ul><li>aaaa bbb</li></ul>',
    ],
    [
      'not within an attribute that looks like tags',
      `<p><a title="x > <b>${'a'.repeat(99)}</b>">words</a> and more words</p>`,
      25,
      '<p>words and more…</p>',
    ],
    ['in the second paragraph', '<p>one</p><p>two three</p>', 24, '<p>one</p><p>two…</p>'],
    ['not within a character', '<p>日本語日本語</p>', 15, '<p>日本…</p>'],
    [
      'a link to an endless address leaves its words',
      `<p><a href="https://example.org/${'a'.repeat(99)}">words</a> and more words</p>`,
      25,
      '<p>words and more…</p>',
    ],
  ])('%s', (_name, html, most, expected) => {
    expect(cutPrinted(html, most)).toEqual({ html: expected, cut: true });
  });

  test('never has more bytes than it may, but for its ellipsis', () => {
    const item = '<li>Some <a href="/a/" title="b">日本 &amp; more</a>, 🙂<br> and so on</li>';
    const html = `<ul>${item.repeat(30)}</ul><p>The end.</p>`;
    for (let most = 1; most < printedBytes(html); most += 7) {
      const { html: short } = cutPrinted(html, most);
      expect(printedBytes(short)).toBeLessThanOrEqual(most + 3);
      expect(short.isWellFormed()).toBe(true);
    }
  });
});
