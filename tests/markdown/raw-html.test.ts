import { describe, expect, test } from 'vitest';

import { readText } from '../read-text.ts';

/** What a note of some Markdown shows, and what is said of it. */
function read(markdown: string) {
  const { meeting, diagnostics } = readText(`Words.\n\n${markdown}\n`);
  const rel = / rel="noopener noreferrer nofollow ugc"/g;
  const html = (meeting?.opening ?? []).slice(1).map((block) => block.html.replace(rel, ''));
  return { html: html.join('\n'), codes: diagnostics.map(({ code }) => code), meeting };
}

const a = '<a href="https://a.b/">';

describe('what Markdown has too is read as that, and nothing is said of it', () => {
  test.each([
    ['See <a href="https://a.b/">it</a>.', `<p>See ${a}it</a>.</p>`],
    ["See <A target=_blank HREF='https://a.b/'>it</A>.", `<p>See ${a}it</a>.</p>`],
    ['<a href="https://a.b/">https://a.b</a>', `<p>${a}https://a.b</a></p>`],
    [
      '<a href="https://a.b/?c=1&amp;d=2">it</a>',
      '<p><a href="https://a.b/?c=1&#x26;d=2">it</a></p>',
    ],
    ['See <a href=https://a.b/>it</a>.', `<p>See ${a}it</a>.</p>`],
    ['<a class=x href=https://a.b/ >it</a>, b', `<p>${a}it</a>, b</p>`],
    ['<a href=https://a.b>https://a.b</a>', `<p>${a.replace('b/', 'b')}https://a.b</a></p>`],
    ['A <a href=https://a.b/?c=d>it</a>', `<p>A ${a.replace('b/', 'b/?c=d')}it</a></p>`],
    ['- See\n  <a href=https://a.b/>it</a>', `<ul>\n<li>See\n${a}it</a></li>\n</ul>`],
    ['<a href="mailto:ann@a.b">Ann</a>', '<p><a href="mailto:ann@a.b">Ann</a></p>'],
    [
      '<a href="https://a.b/">the **bold** `code`</a>',
      `<p>${a}the <strong>bold</strong> <code>code</code></a></p>`,
    ],
    ['<a href="https://a.b/"><b>it</b></a>', `<p>${a}<strong>it</strong></a></p>`],
    ['<b>Decision:</b> <i>now</i>', '<p><strong>Decision:</strong> <em>now</em></p>'],
    [
      '<strong>a</strong> <em>b</em> <s>c</s> <del>d</del> <strike>e</strike>',
      '<p><strong>a</strong> <em>b</em> <del>c</del> <del>d</del> <del>e</del></p>',
    ],
    ['a<br>b<br/>c<br clear="all">d', '<p>a<br>\nb<br>\nc<br>\nd</p>'],
    [
      '| a |\n|---|\n| <a href="https://a.b/">it</a> |',
      `<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>${a}it</a></td>\n</tr>\n</tbody>\n</table>`,
    ],
  ])('%j', (markdown, html) => {
    expect(read(markdown)).toMatchObject({ html, codes: [] });
  });
});

describe('other elements leave their words, links and lines', () => {
  test.each([
    [
      '<ul>\n  <li>One <a href="https://a.b/">it</a></li>\n  <li>Two</li>\n</ul>',
      `<p>One ${a}it</a><br>\nTwo</p>`,
    ],
    [
      '<table><tr><th>Who</th><th>Vote</th></tr><tr><td>Ann</td><td>yes</td></tr></table>',
      '<p>Who  Vote<br>\nAnn  yes</p>',
    ],
    [
      '<details>\n<summary>Log of <b>it</b></summary>\nWords\n</details>',
      '<p><strong>Log of it</strong><br>\nWords</p>',
    ],
    ['<h3 align="center">Words</h3>', '<p><strong>Words</strong></p>'],
    ['<pre>\na\n  b\n</pre>', '<p>a<br>\nb</p>'],
    ['<div>a <a href=https://a.b/?c=d>b</a></div>', `<p>a ${a.replace('b/', 'b/?c=d')}b</a></p>`],
    ['<div>a\nb <em>c</em></div>', '<p>a\nb <em>c</em></p>'],
    ['<p>a</p><p>b</p>', '<p>a<br>\nb</p>'],
    ['<p><a href="https://a.b/">never closed</p>', `<p>${a}never closed</a></p>`],
    ['<p><a href="https://a.b/"></a>a</p>', '<p>a</p>'],
    ['**a <b>b</b> c**', '<p><strong>a b c</strong></p>'],
    ['a <kbd>b</kbd>', '<p>a b</p>'],
    ['<a name="here"></a>', ''],
    ['a <a name="here">b</a>', '<p>a b</p>'],
    [
      '| a |\n|---|\n| <ul><li>x</li><li>y</li></ul> |',
      '<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>x<br>\ny</td>\n</tr>\n</tbody>\n</table>',
    ],
    ['a <a href="https://a.b/">b [c](https://c.d/)</a>', '<p>a b <a href="https://c.d/">c</a></p>'],
    [
      '<iframe src="https://www.youtube.com/embed/z3mEHMvepgA"></iframe>',
      '<p><a href="https://www.youtube.com/embed/z3mEHMvepgA">https://www.youtube.com/embed/z3mEHMvepgA</a></p>',
    ],
    [
      '<video title="Part 1" src="https://a.b/c.mp4"></video>',
      '<p><a href="https://a.b/c.mp4">Part 1</a></p>',
    ],
    ['<img src="data:image/png;base64,AA" alt="The board">', '<p>The board</p>'],
  ])('%j', (markdown, html) => {
    const { codes, html: shown } = read(markdown);
    expect(shown).toBe(html);
    expect(new Set(codes)).toEqual(new Set(['html-dropped']));
  });
});

test.each([
  [
    '<img src="https://a.b/c.png" alt="The board" width=9>',
    '<p><a href="https://a.b/c.png">The board</a></p>',
  ],
  ['a <img src="https://a.b/c.png"/>', '<p>a <a href="https://a.b/c.png">image</a></p>'],
])('%j is a picture of another host like any other', (markdown, html) => {
  expect(read(markdown)).toMatchObject({ html, codes: ['image-remote'] });
});

test.each([
  ['`<a href=https://a.b/>`', '<p><code>&#x3C;a href=https://a.b/></code></p>'],
  ['```\n<a href=https://a.b/>\n```', '<pre><code>&#x3C;a href=https://a.b/>\n</code></pre>'],
  ['\\<a href=https://a.b/ b', `<p>&#x3C;a href=${a}https://a.b/</a> b</p>`],
  ['a <url=https://a.b/ b', `<p>a &#x3C;url=${a}https://a.b/</a> b</p>`],
  ['a < b=https://a.b/ >', `<p>a &#x3C; b=${a}https://a.b/</a> ></p>`],
  ['<https://a.b/>', `<p>${a}https://a.b/</a></p>`],
])('%j is no tag with an address', (markdown, html) => {
  expect(read(markdown)).toMatchObject({ html, codes: [] });
});

test('links in HTML are references and links to notes like any other', () => {
  const { meeting } = read('<li><a href="https://github.com/a/b/pull/41">the release</a></li>');
  expect(meeting?.mentions.map(({ reference, line }) => [reference, line])).toEqual([
    [{ owner: 'a', repo: 'b', number: 41 }, 3],
  ]);
  expect(read('<a href="#nowhere">a</a>').codes).toEqual(['anchor-dead']);
  expect(read('<a href="2020-02-04.md">a</a>').codes).toEqual(['link-dead']);
});

test.each([
  ['## The <b>bold</b> <a href="https://a.b">end</a>', 'the-bold-end'],
  ['## Build <img src="https://a.b/c.svg" alt="passing">', 'build-'],
  ['## A<div>B', 'ab'],
  ['## A <iframe src="https://a.b/"></iframe>', 'a-'],
])('%j keeps the anchor that GitHub gives it', (markdown, id) => {
  expect(readText(`${markdown}\n\nWords.\n`).meeting?.sections[0]?.id).toBe(id);
});
