import { describe, expect, test } from 'vitest';

import { readText } from '../read-text.ts';

/** What a note of some Markdown shows, without line breaks between tags, and what is said of it. */
function read(markdown: string) {
  const { meeting, diagnostics } = readText(`Words.\n\n${markdown}\n`);
  const blocks = [
    ...(meeting?.opening ?? []).slice(1),
    ...(meeting?.sections ?? []).flatMap(({ heading, blocks }) => [{ html: heading }, ...blocks]),
  ];
  const html = blocks.map((block) => block.html.replace(/(?<=>)\n|\n(?=<)/g, '')).join('');
  return { html, codes: diagnostics.map(({ code }) => code), meeting };
}

describe('a list of raw HTML is one of Markdown', () => {
  test.each([
    ['<ul><li>One</li><li>Two</li></ul>', '<ul><li>One</li><li>Two</li></ul>'],
    [
      '<UL>\n  <LI>One\n  <LI>Two <b>it</b>\n</UL>',
      '<ul><li>One</li><li>Two <strong>it</strong></li></ul>',
    ],
    ['<ol start="3"><li>One<br>two</li></ol>', '<ol start="3"><li>One<br>two</li></ol>'],
    ['<ol start=x><li>One</ol>', '<ol><li>One</li></ol>'],
    [
      '<ul><li>One<ol><li>Two</li></ol></li><li><ul><li>Three</li></ul></li></ul>',
      '<ul><li>One<ol><li>Two</li></ol></li><li><ul><li>Three</li></ul></li></ul>',
    ],
    ['<ul><li>One</li><ul><li>Two</li></ul></ul>', '<ul><li>One<ul><li>Two</li></ul></li></ul>'],
    ['<ul><li></li><li>Two</li></ul>', '<ul><li></li><li>Two</li></ul>'],
    [
      '<p><b>Votes</b></p><ul><li>One</li></ul>',
      '<p><strong>Votes</strong></p><ul><li>One</li></ul>',
    ],
    // Empty lines, which end raw HTML, also between lists and headings.
    ['<ul>\n\n<li>One</li>\n\n<li>Two</li>\n\n</ul>', '<ul><li>One</li><li>Two</li></ul>'],
    [
      '<h3>One</h3>\n<ul>\n\n<li>Two</li>\n\n</ul>\n<h3>Three</h3>\n<ul>\n\n<li>Four</li>\n\n</ul>',
      'One<ul><li>Two</li></ul>Three<ul><li>Four</li></ul>',
    ],
  ])('%j', (markdown, html) => {
    expect(read(markdown).html).toBe(html);
  });

  test('of which nothing is said, and in which those present are read, with their lines', () => {
    const text =
      '<h2>Attendance</h2>\n<ul>\n\n<li>Ann Lee</li>\n\n<li>Bo Orr (Acme)</li>\n\n</ul>\n\n<h2>Actions</h2>\n<ul>\n<li>Ann: write it</li>\n</ul>';
    const { meeting, codes } = read(text);
    expect(codes).toEqual([]);
    expect(meeting?.attendees).toEqual([{ name: 'Ann Lee' }, { name: 'Bo Orr', note: 'Acme' }]);
    expect(meeting?.actions?.map(({ text: words, line }) => [words, line])).toEqual([
      ['Ann: write it', 14],
    ]);
  });
});

test.each([
  '<ul>Words<li>One</li></ul>',
  '<ul><li>One<ul><li>Two</li></ul>Three</li></ul>',
  '<ul><li>One</li></ol>',
  '<ul><li>One</li>',
  '<ul></ul>Words',
])('%j leaves its words', (markdown) => {
  const { html, codes } = read(markdown);
  expect(html).toMatch(/^<p>/);
  expect(html).toMatch(/Words|One/);
  expect(codes).toContain('html-dropped');
});

test('more items than a note may have, and lists deeper than they may stand, leave their words', () => {
  expect(read(`<ul>${'<li>Words'.repeat(3_100)}</ul>`).html).toMatch(/^<p>Words<br>/);
  const deep = `${'<ul><li>'.repeat(60)}Words${'</li></ul>'.repeat(60)}`;
  expect(read(deep).html.match(/<ul>/g)?.length).toBeLessThanOrEqual(40);
});

test('Markdown between the pieces of a list stays what it is', () => {
  const { html } = read('<ul>\n\n<li>\n\n**One**\n\n</li>\n\n</ul>');
  expect(html).toContain('<p><strong>One</strong></p>');
});

test.each(['<ul>\n\n', '<ul>\n<li>\n\n', '<table>\n\n<ul>\n\n', '<ul><li>a</li>\n\n'])(
  'thousands of %j are gone through',
  (piece) => {
    expect(read(piece.repeat(4_000)).html).not.toContain('<ul>');
  },
);
