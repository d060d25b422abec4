import { describe, expect, test } from 'vitest';

import { withoutEditorMarks } from '../../src/markdown/editor-marks.ts';
import { readText } from '../read-text.ts';

/** What a text says without the marks, line by line. */
const unmarked = (text: string): string => withoutEditorMarks(text).source;
/** The same without the white space at the ends of lines. */
const plain = (text: string): string => unmarked(text).replace(/ +$/gm, '');

describe('marks that speak to an editor are taken out', () => {
  test.each([
    [':::info\nWords\n:::', '\nWords\n'],
    ['::: warning\nWords\n:::', '\nWords\n'],
    [':::tip Signing it\nWords\n:::', '**Signing it**\nWords\n'],
    [':::danger[Signing it]\nWords\n:::', '**Signing it**\nWords\n'],
    [':::spoiler {state="open"} Log\nWords\n:::', '**Log**\nWords\n'],
    ['::: {.callout-note}\nWords\n:::', '\nWords\n'],
    ['::::a\n:::b B\nWords\n:::\n::::', '\n**B**\nWords\n\n'],
    ['- a\n  :::info Log\n  Words\n  :::', '- a\n  **Log**\n  Words\n'],
    ['a ==b c== d', 'a **b c** d'],
    ['(==b==), ==c=d==: ==é==.', '(**b**), **c=d**: **é**.'],
    [`- ==b== ${'c '.repeat(200)}d`, `- **b** ${'c '.repeat(200)}d`],
    ['`a ==b== c` ==d== ``==e== ` f``', '`a ==b== c` **d** ``==e== ` f``'],
    ['- [name=Ann Lee]\n  - Words', '- **Ann Lee**\n  - Words'],
    ['> [name=Ann] [color=#907bf7]', '> **Ann**'],
    ['> [time=Mon, Jan 7, 2020]', '> Mon, Jan 7, 2020'],
    ['`[name=Ann]` [name=Bo]', '`[name=Ann]` **Bo**'],
    ['[TOC]\n\nWords', '\n\nWords'],
    ['[[_TOC_]]', ''],
    ['{{< toc >}}', ''],
    ['* TOC\n{:toc}\n\n* a', '\n\n\n* a'],
    ['## A\n{: .no_toc }\n\n[b](https://a.b){:target="_blank"} c', '## A\n\n\n[b](https://a.b) c'],
  ])('%j', (text, expected) => {
    expect(plain(text).replace(/ {2,}(?=c$)/, ' ')).toBe(expected);
    expect(unmarked(text)).toHaveLength(text.length);
  });
});

test.each([
  ':::info\nnever closed',
  'never opened\n:::',
  'Words ::: of a sentence\n:::',
  '```\n:::info\nWords\n:::\n[TOC]\n{:toc}\n```',
  ':::\nWords\n:::',
  'std::vector\n::: a : b\n:::',
  '!!! note "A"\n\nnot indented',
  '!!! so much!\n    code',
  '=== Linux\n    code',
  'a\n===\n\n    code',
  'The [TOC] of it',
  'a == b and c == d',
  'a==b or c==d',
  '===b===, ==b===',
  '[name=Ann](https://a.b), [name=], [name=a*b], [names=Ann], name=Ann',
  '[name=Ann]: https://a.b',
  '## Words [name=Ann]',
  '```\n[name=Ann]\n```',
  '== Heading ==',
  'Heading\n==',
  '==a\nb==',
  '\\==a==',
  '=====',
  '```\n==a==\n```',
  'https://a.b/?c==d==',
  '[TOC]\n\n[toc]: https://a.b',
  '{:ok => 1}',
  '{:a 1}',
  '`f(x){:.b}`',
  'f(x){:a, 1}',
  `${':::a b\n'.repeat(9)}c`,
])('%j is left as it is', (text) => {
  expect(unmarked(text)).toBe(text);
});

test('boxes without end, or too many of them, make no work', () => {
  const nested = `${':::a *b* [c]\n'.repeat(20_000)}\n${':::\n'.repeat(20_000)}`;
  expect(unmarked(nested).split('**')).toHaveLength(1 + 2 * 6);
  const many = ':::a\nb\n:::\n'.repeat(10_000);
  expect(unmarked(many).match(/^:::a$/gm)).toHaveLength(9_800);
  const long = `!!! note\n${'    a\n'.repeat(40_000)}`;
  expect(unmarked(long)).toBe(long);
  const indented = '!!! note\n    a\n'.repeat(10_000);
  expect(withoutEditorMarks(indented).boxes.size).toBe(500);
  const spaces = `:::a${' '.repeat(19_000)}:`;
  expect(unmarked(spaces)).toBe(spaces);
});

test('what stands in a box is read as what it is, and keeps its place', () => {
  const { meeting } = readText(
    ':::info\n**Participants:** Ann Lee, Bo Li\n:::\n\n:::success\nAgreed: ship [a/b#7](https://github.com/a/b/pull/7).\n:::\n',
  );
  expect(meeting?.attendees?.map(({ name }) => name)).toEqual(['Ann Lee', 'Bo Li']);
  expect(meeting?.decisions?.map(({ text }) => text)).toEqual(['ship a/b#7.']);
  expect(meeting?.mentions.map(({ line, column }) => [line, column])).toEqual([[6, 14]]);
});

describe('a box or tab of MkDocs becomes one quotation', () => {
  const htmlOf = (text: string): string =>
    (readText(`Words.\n\n${text}\n`).meeting?.opening ?? [])
      .slice(1)
      .map(({ html }) => html.replace(/\n/g, ''))
      .join('|');
  const quote = (html: string): string => `<blockquote>${html}</blockquote>`;
  const p = (html: string): string => `<p>${html}</p>`;

  test.each([
    [
      '!!! note "Who was there"\n    Ann\n\n    * Bo\n\nWords',
      `${quote('<p><strong>Who was there</strong><br>Ann</p><ul><li>Bo</li></ul>')}|${p('Words')}`,
    ],
    ['!!! note\n\n    Ann', quote(p('note') + p('Ann'))],
    ['???+ quote "A"\n\tAnn\n\n\tBo', quote(p('<strong>A</strong><br>Ann') + p('Bo'))],
    ['=== "Linux"\n\n    Words', quote(p('<strong>Linux</strong>') + p('Words'))],
    [
      '=== "A"\n\n    ```\n    a\n\n    b\n    ```\n\n    c\n\n\n    d',
      quote(`${p('<strong>A</strong>')}<pre><code>ab</code></pre>${p('c')}${p('d')}`),
    ],
    [
      '=== "A"\n    a\n=== "B"\n    b\n\nc',
      `${quote(p('<strong>A</strong>a'))}|${quote(p('<strong>B</strong>b'))}|${p('c')}`,
    ],
    [
      '+ a\n+ b\n\n!!! tip\n    c\n\n+ d',
      `<ul><li>a</li><li>b</li></ul>|${quote(p('tip<br>c'))}|<ul><li>d</li></ul>`,
    ],
    [
      '!!! note "A"\n    Ann\n\n        code',
      quote(`${p('<strong>A</strong><br>Ann')}<pre><code>code</code></pre>`),
    ],
  ])('%j', (text, html) => {
    expect(htmlOf(text).replace(/<li>(?:<p>)?(.*?)(?:<\/p>)?<\/li>/g, '<li>$1</li>')).toBe(html);
    expect(unmarked(text)).toHaveLength(text.length);
  });

  test('with what it holds in its place', () => {
    const { meeting } = readText('!!! note "A"\n\n    b\n\n    Decision: ship a/b#7\n');
    expect(meeting?.mentions.map(({ line, column }) => [line, column])).toEqual([[5, 20]]);
    expect(meeting?.decisions?.map(({ line, text }) => [line, text])).toEqual([[5, 'ship a/b#7']]);
  });
});

describe('the mark of an alert becomes its words', () => {
  const htmlOf = (text: string) => readText(`Words.\n\n${text}\n`).meeting?.opening[1]?.html;
  test.each([
    ['> [!NOTE]\n> Words', '<strong>Note</strong><br>\nWords'],
    ['> [!important]\n> Words **b**', '<strong>Important</strong><br>\nWords <strong>b</strong>'],
    [
      '> [!warning]- The *build* is red\n> Words',
      '<strong>Warning: The <em>build</em> is red</strong><br>\nWords',
    ],
    ['> [!tip|right] A', '<strong>Tip: A</strong>'],
    ['> [!NOTE]', '<strong>Note</strong>'],
    ['> [!NOTE]  \n> Words', '<strong>Note</strong><br>\nWords'],
    // Near misses.
    ['> [!] Words', '[!] Words'],
    ['> Words [!NOTE]', 'Words [!NOTE]'],
    ['> [!NOTE]Words', '[!NOTE]Words'],
    ['> `[!NOTE]`', '<code>[!NOTE]</code>'],
  ])('%j', (text, html) => {
    expect(htmlOf(text)).toBe(`<blockquote>\n<p>${html}</p>\n</blockquote>`);
  });

  test('only in a quotation', () => {
    expect(htmlOf('[!NOTE]\nWords')).toBe('<p>[!NOTE]\nWords</p>');
  });
});
