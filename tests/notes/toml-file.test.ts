import { expect, test } from 'vitest';

import { readToml } from '../../src/notes/toml-file.ts';
import { readText } from '../read-text.ts';

test.each<[string, unknown]>([
  ['title = "a: \\"b\\" \\u00e4" # words', { title: 'a: "b" ä' }],
  ["title = 'a \\ b'", { title: 'a \\ b' }],
  ['"title" = "a"', { title: 'a' }],
  ['topics = ["a", "b"]', { topics: ['a', 'b'] }],
  ['topics = [\n"a ] b",\n "c",\n]\ntitle = "d"', { topics: ['a ] b', 'c'], title: 'd' }],
  ['date = 2019-10-29T18:00:00Z', { date: '2019-10-29T18:00:00Z' }],
  ['draft = false\nweight = 10', { draft: false, weight: 10 }],
  // Of tables and dotted keys only the name.
  [
    'a = 1\n[menu]\n[menu.main]\ntitle = "b"\n[[resources]]\nsrc = "c"',
    { a: 1, menu: {}, resources: {} },
  ],
  ['author.name = "a"\nauthor.mail = "b"', { author: {} }],
])('%j is read', (toml, value) => {
  expect(readToml(toml)).toMatchObject({ ok: true, value });
});

test.each([
  ['+++\ntitle = "a\n+++\n\nb\n', 'front-matter-syntax', 2, 9],
  ['+++\n"title"   =   "a\n+++\n\nb\n', 'front-matter-syntax', 2, 15],
  ['+++\ntitle = "a"\ntitle = "b"\n+++\n\nb\n', 'front-matter-syntax', 3, 1],
  ['+++\ndraft = true\ntitel = "a"\n+++\n\nb\n', 'front-matter-unknown', 3, 1],
  ['+++\ntopics = "a"\n+++\n\nb\n', 'front-matter-value', 2, 1],
  ['+++\ntopics = ["a", 1]\n+++\n\nb\n', 'front-matter-value', 2, 16],
  ['+++\ntitle = *a\n+++\n\nb\n', 'front-matter-syntax', 2, 9],
  ['+++\ntitle = "a"\n+++\n', 'note-empty', 1, 1],
])('%j is found to be %s', (text, code, line, column) => {
  const { diagnostics } = readText(text);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.map((found) => [found.code, found.line, found.column])).toEqual([
    [code, line, column],
  ]);
});
