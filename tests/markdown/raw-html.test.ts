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
    ['<p>a</p><p>b</p>', '<p>a</p>\n<p>b</p>'],
    ['a <kbd>Ctrl</kbd>+<KBD>C</KBD>', '<p>a <code>Ctrl</code>+<code>C</code></p>'],
    ['<p>a <code>x &lt;b&gt; <b>y</b></code></p>', '<p>a <code>x &#x3C;b> y</code></p>'],
    ['<pre>\na\n\n  b &amp; c\n</pre>', '<pre><code>a\n\n  b &#x26; c\n</code></pre>'],
    ['<pre><code class="c">a<br>## b</code></pre>', '<pre><code>a\n## b\n</code></pre>'],
    ['<p><a href="https://a.b/">never closed</p>', `<p>${a}never closed</a></p>`],
    ['<p align="center">\na\n<p>b', '<p>a</p>\n<p>b</p>'],
    ['<b>Decision:</b> <i>now</i>', '<p><strong>Decision:</strong> <em>now</em></p>'],
    [
      '<strong>a</strong> <em>b</em> <s>c</s> <del>d</del> <strike>e</strike>',
      '<p><strong>a</strong> <em>b</em> <del>c</del> <del>d</del> <del>e</del></p>',
    ],
    ['a<br>b<br/>c<br clear="all">d', '<p>a<br>\nb<br>\nc<br>\nd</p>'],
    ['<blockquote>\nOne\n</blockquote>', '<blockquote>\n<p>One</p>\n</blockquote>'],
    [
      '<blockquote cite="https://a.b/">\n\nOne **two**\n\n- Three\n\n</blockquote>\n\nFour',
      '<blockquote>\n<p>One <strong>two</strong></p>\n<ul>\n<li>Three</li>\n</ul>\n</blockquote>\n<p>Four</p>',
    ],
    [
      '<blockquote>One</blockquote>\n\n<blockquote>Two</blockquote>',
      '<blockquote>\n<p>One</p>\n</blockquote>\n<blockquote>\n<p>Two</p>\n</blockquote>',
    ],
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
    ['<table><tr><td>Ann</td><td>yes</td></tr></table>', '<p>Ann  yes</p>'],
    [
      '<details>\n<summary>Log of <b>it</b></summary>\nWords\n</details>',
      '<p><strong>Log of it</strong><br>\nWords</p>',
    ],
    ['<h3>never closed', '<p><strong>never closed</strong></p>'],
    ['<h3></h3><p>Words</p>', '<p>Words</p>'],
    ['<table><tr><td><h3>Words</h3></td></tr></table>', '<p><strong>Words</strong></p>'],
    ['<ul><li><h3>Words</h3></li></ul>', '<ul>\n<li><strong>Words</strong></li>\n</ul>'],
    ['<ul>Words<li>One</li></ul>', '<p>Words<br>\nOne</p>'],
    [
      '<div><a href="https://a.b/"><h3>Words</h3></a></div>',
      `<p>${a}</a></p>`.replace('</a>', '<strong>Words</strong></a>'),
    ],
    ['a <h3>b</h3>', '<p>a b</p>'],
    ['<pre>\na\n  <a href="https://a.b/">b</a></pre>', `<p>a<br>\n${a}b</a></p>`],
    ['<pre>never closed', '<p>never closed</p>'],
    ['a <code>https://a.b</code>', '<p>a <a href="https://a.b">https://a.b</a></p>'],
    ['<p>a <code>b<br>c</code></p>', '<p>a b<br>\nc</p>'],
    ['<div>a <a href=https://a.b/?c=d>b</a></div>', `<p>a ${a.replace('b/', 'b/?c=d')}b</a></p>`],
    ['<div>a\nb <em>c</em></div>', '<p>a\nb <em>c</em></p>'],
    ['<div>a</div><div>b</div>', '<p>a<br>\nb</p>'],
    ['<p id="a">a</p><p>b</p>', '<p>a</p>\n<p>b</p>'],
    ['<details><p>a</p><p>b</p></details>', '<p>a<br>\nb</p>'],
    ['<p><a href="https://a.b/"></a>a</p>', '<p>a</p>'],
    ['**a <b>b</b> c**', '<p><strong>a b c</strong></p>'],
    ['a <sub>b</sub>', '<p>a b</p>'],
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
    ['<blockquote>\n\nOne', '<p>One</p>'],
    [
      '<blockquote>\n\nOne\n\n<blockquote>Two</blockquote>\n\n</blockquote>',
      '<p>One</p>\n<blockquote>\n<p>Two</p>\n</blockquote>',
    ],
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

describe('a heading in HTML opens a section', () => {
  /** The sections of a note, with their lines and what stands in them. */
  const sections = (markdown: string): string[] =>
    (readText(markdown).meeting?.sections ?? []).map(
      ({ depth, id, heading, line, blocks }) =>
        `${depth} ${id} ${heading} :${line} ${blocks.map(({ text }) => text).join('|')}`,
    );

  test.each([
    ['<h2>The votes</h2>', ['2 the-votes The votes :1 ']],
    ['<h3 align="center">The <i>votes</i></h3>\nWords', ['3 the-votes The votes :1 Words']],
    ['<H2>\n  The\n  votes\n</H2>\n\nWords', ['2 the-votes The votes :1 Words']],
    ['<!-- a\nb --><h2>A</h2>', ['2 a A :2 ']],
    [
      '<div>\n<h2>A</h2>\na\n<script>\n\n</script>\n<h3>B</h3><p>b</p>\n</div>\n\n## C',
      ['2 a A :2 a', '3 b B :7 b', '2 c C :10 '],
    ],
    ['<details>\n<summary><h3>Log</h3></summary>\nWords\n</details>', ['3 log Log :2 Words']],
    ['<h2>A <img src="https://a.b/c.png" alt="b"></h2>', ['2 a A :1 ']],
    ['<ul><li>a</li></ul><h2>A</h2>', ['2 a A :1 ']],
    ['## A\n\n<h2>A</h2>', ['2 a A :1 ', '2 a-1 A :3 ']],
    ['<h2>A<h3>B</h3>', ['3 b B :1 ']],
  ])('%j', (markdown, found) => {
    expect(sections(markdown)).toEqual(found);
  });

  test('and the first is the title of the note', () => {
    const { meeting } = readText('<h1 align="center">\n  Weekly 2020-01-02\n</h1>\n\n## Votes\n');
    expect(meeting).toMatchObject({ title: 'Weekly', heading: { line: 1 } });
    expect(meeting?.sections.map(({ heading }) => heading)).toEqual(['Votes']);
  });

  test('with what stands below it on its lines', () => {
    const { meeting } = readText(
      '<h2>\nA #1\n</h2>\n\n<h3>B</h3>\n\n<p>a/b#2</p>\n<h3>C</h3>a/b#3',
    );
    expect(meeting?.mentions.map(({ line }) => line)).toEqual([7, 8]);
  });

  test('and nothing is said of its tags', () => {
    expect(readText('<h2 id="a">A</h2>\n').diagnostics).toEqual([]);
  });
});

test('links in HTML are references and links to notes like any other', () => {
  const { meeting } = read('<li><a href="https://github.com/a/b/pull/41">the release</a></li>');
  expect(meeting?.mentions.map(({ reference, line }) => [reference, line])).toEqual([
    [{ owner: 'a', repo: 'b', number: 41 }, 3],
  ]);
  expect(read('<a href="#nowhere">a</a>').codes).toEqual(['anchor-dead']);
  expect(read('<a href="2020-02-04.md">a</a>').codes).toEqual(['link-dead']);
});

test('the first heading without a word has an anchor that no other has, the next the one that GitHub gives it', () => {
  const { meeting } = readText(
    '## Section\n\na\n\n## Section 2\n\nb\n\n## 🎉\n\nc\n\n## 🎈\n\nd\n',
  );
  const ids = meeting?.sections.map(({ id }) => id);
  expect(ids).toEqual(['section', 'section-2', 'section-3', '-1']);
});

test.each([
  ['## The <b>bold</b> <a href="https://a.b">end</a>', 'the-bold-end'],
  ['## Build <img src="https://a.b/c.svg" alt="passing">', 'build-'],
  ['## A<div>B', 'ab'],
  ['## A <iframe src="https://a.b/"></iframe>', 'a-'],
])('%j keeps the anchor that GitHub gives it', (markdown, id) => {
  expect(readText(`${markdown}\n\nWords.\n`).meeting?.sections[0]?.id).toBe(id);
});
