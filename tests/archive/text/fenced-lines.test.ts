import { expect, test } from 'vitest';

import { fencedLines } from '../../../src/archive/text/fenced-lines.ts';

/** The lines of a text, each with a mark before it where it belongs to fenced code. */
const marked = (text: string): string[] => {
  const lines = text.split('\n');
  const fenced = fencedLines(lines);
  return lines.map((line, index) => (fenced.has(index) ? `|${line}` : line));
};

test.each([
  ['a block', 'a\n```\nb\n```\nc', ['a', '|```', '|b', '|```', 'c']],
  ['a block of tildes', '~~~ js `x`\nb\n~~~\nc', ['|~~~ js `x`', '|b', '|~~~', 'c']],
  ['a longer fence at its end', '```js\nb\n````\nc', ['|```js', '|b', '|````', 'c']],
  ['a shorter fence within', '````\n```\n````\nc', ['|````', '|```', '|````', 'c']],
  ['a fence within that names a language', '```\n```js\n```\nc', ['|```', '|```js', '|```', 'c']],
  ['a block that is never closed', '```\nb', ['|```', '|b']],
  ['code in a line, between three marks', '```npm test``` first\nb', ['```npm test``` first', 'b']],
  ['two marks', '``\nb', ['``', 'b']],
])('code is told from text: %s', (_, text, lines) => {
  expect(marked(text)).toEqual(lines);
});
