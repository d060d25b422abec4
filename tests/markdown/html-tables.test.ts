import { describe, expect, test } from 'vitest';

import { readText } from '../read-text.ts';

/** The tables that a note of some Markdown shows, row by row, with bars before what heads a column; or its paragraphs. */
function read(markdown: string) {
  const { meeting, diagnostics } = readText(`Words.\n\n${markdown}\n`);
  const shown = (meeting?.opening ?? [])
    .slice(1)
    .flatMap(({ html }) =>
      html.startsWith('<table>')
        ? [...html.matchAll(/<tr>([^]*?)<\/tr>/g)].map(([, row = '']) =>
            [...row.matchAll(/<t([dh])>([^]*?)<\/t[dh]>/g)]
              .map(([, kind, words]) => `${kind === 'h' ? '|' : ''}${words}`)
              .join('; '),
          )
        : [html],
    );
  return { shown, codes: diagnostics.map(({ code }) => code), meeting };
}

const row = (...cells: string[]): string =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const two = row('a', 'b') + row('c', 'd');

describe('a table of raw HTML is one of Markdown', () => {
  test.for<[string, string[]]>([
    [
      `<table><tr><th>Who</th><th>Vote</th></tr>${row('Ann', 'yes')}</table>`,
      ['|Who; |Vote', 'Ann; yes'],
    ],
    [
      `<table>\n<thead>\n<tr><th>a<th>b\n</thead>\n<tbody>\n${two}\n</tbody>\n</table>`,
      ['|a; |b', 'a; b', 'c; d'],
    ],
    // As documents of Google come, whose titles are bold.
    [
      `<table>\n  <tr>\n   <td>\n   </td>\n   <td><strong>Name</strong>\n   </td>\n  </tr>\n  ${row('X', 'Ann')}\n</table>`,
      ['|; |<strong>Name</strong>', 'X; Ann'],
    ],
    [`<table>${two}</table>`, ['a; b', 'c; d']],
    [`<TABLE border=1>${two}</TABLE>`, ['a; b', 'c; d']],
    [`<table><tr><th>a</th><td>b</td></tr><tr><th>c</th><td>d</td></tr></table>`, ['a; b', 'c; d']],
    [`<table><tr><td colspan="2">a</td></tr>${row('c', 'd')}</table>`, ['a; ', 'c; d']],
    [
      `<table>${row('<b>a</b>', 'b')}${row('x<br>y', '<ul><li>p</li><li>q</li></ul>')}</table>`,
      ['<strong>a</strong>; b', 'x<br>\ny; p<br>\nq'],
    ],
    // Empty lines, which end raw HTML.
    [`<table>\n\n${row('a', 'b')}\n\n${row('c', 'd')}\n\n</table>`, ['a; b', 'c; d']],
    [`<p>One</p><table>${two}</table><p>Two</p>`, ['<p>One</p>', 'a; b', 'c; d', '<p>Two</p>']],
    [`- One\n\n  <table>${two}</table>`, []],
  ])('%j', ([markdown, expected]) => {
    const { shown } = read(markdown);
    if (expected.length > 0) expect(shown).toEqual(expected);
    else expect(shown.join('')).toContain('<td>a</td>');
  });

  test('and no more is said of it', () => {
    expect(read(`<table>${two}</table>`).codes).toEqual([]);
    expect(read(`<table>${row('a<b> </b>', 'b')}${row('c', 'd')}</table>`).codes).toEqual([]);
    expect(read(`<table>${row('a', '<sub>b</sub>')}${row('c', 'd')}</table>`).codes).toEqual([
      'html-dropped',
    ]);
  });

  test('in which references and those present are read, with their lines', () => {
    const text = `<table>\n<tr><th>Name</th><th>Topic of</th></tr>\n<tr>\n<td>Ann Lee</td>\n<td>a/b#6140</td></tr>\n</table>`;
    const { meeting } = read(text);
    expect(meeting?.attendees).toEqual([{ name: 'Ann Lee', note: 'a/b#6140' }]);
    expect(meeting?.mentions.map(({ line }) => line)).toEqual([7]);
  });
});

test.each([
  `<table><tr><td>a</td></tr><tr><td>c</td></tr></table>`,
  `<table>${row('a', 'b')}</table>`,
  `<table>${row('a', 'b')}${row('c', '<table><tr><td>d</td></tr></table>')}</table>`,
  `<table><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>d</td></tr></table>`,
  `<table><caption>Words</caption>${two}</table>`,
  `<table>${two}`,
  `<table>\n${row('a', 'b')}\n\nWords\n\n${row('c', 'd')}\n</table>`,
  `<table>${row(...Array.from({ length: 101 }, () => 'a'))}${row('b')}</table>`,
])('%j leaves its words', (markdown) => {
  const { shown, codes } = read(markdown);
  expect(shown.join('')).not.toContain('; ');
  expect(shown[0]).toMatch(/^<p>/);
  expect(codes).toContain('html-dropped');
});

test('a table whose columns have no names has no empty row above', () => {
  expect(read('| | |\n|---|---|\n| a | b |').shown).toEqual(['a; b']);
  expect(read('| | x |\n|---|---|\n| a | b |').shown).toEqual(['|; |x', 'a; b']);
});
