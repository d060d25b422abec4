import { expect, test } from 'vitest';

import { splitFrontMatter } from '../../src/notes/split-front-matter.ts';
import { readText } from '../read-text.ts';

test.each([
  ['---\ntitle: a\n---\nb\n', { text: 'title: a\n', firstLine: 2 }, '\n\n\nb\n'],
  [' \n\n---  \ntitle: a\n--- \nb', { text: 'title: a\n', firstLine: 4 }, '\n\n\n\n\nb'],
  ['---\n---\nb', { text: '', firstLine: 2 }, '\n\nb'],
  ['---\ntitle: a\n---', { text: 'title: a\n', firstLine: 2 }, '\n\n'],
  ['---\nWords: of a rule?\n\nMore.\n', undefined, '---\nWords: of a rule?\n\nMore.\n'],
  ['---\nSome words.\n\n---\n', undefined, '---\nSome words.\n\n---\n'],
  // A heading between two rules, which in YAML would be a comment.
  ['---\n# Minutes\n---\nb', undefined, '---\n# Minutes\n---\nb'],
  ['---\n\n## Minutes: May\n\n---\nb', undefined, '---\n\n## Minutes: May\n\n---\nb'],
  ['---\n# title: a\n---\nb', { text: '# title: a\n', firstLine: 2 }, '\n\n\nb'],
  ['---\n# Keys\ntitle: a\n---\nb', { text: '# Keys\ntitle: a\n', firstLine: 2 }, '\n\n\n\nb'],
  ['a\n---\ntitle: a\n---\n', undefined, 'a\n---\ntitle: a\n---\n'],
  ['----\ntitle: a\n---\n', undefined, '----\ntitle: a\n---\n'],
])('%j is split', (text, yaml, body) => {
  const split = splitFrontMatter(text);
  expect(split.yaml).toEqual(yaml);
  expect(split.body).toBe(body);
});

test.each([
  ['+++\ntitle = "a"\n+++\nb\n', { text: 'title = "a"\n', firstLine: 2 }, '\n\n\nb\n'],
  ['\n+++ \n[menu]\n+++', { text: '[menu]\n', firstLine: 3 }, '\n\n\n'],
  ['+++\nSome words.\n+++\n', undefined, '+++\nSome words.\n+++\n'],
  ['+++\ntitle = "a"\n', undefined, '+++\ntitle = "a"\n'],
  ['a\n+++\ntitle = "a"\n+++\n', undefined, 'a\n+++\ntitle = "a"\n+++\n'],
  ['++++\ntitle = "a"\n+++\n', undefined, '++++\ntitle = "a"\n+++\n'],
])('%j is split as TOML', (text, toml, body) => {
  const split = splitFrontMatter(text);
  expect(split.toml).toEqual(toml);
  expect(split.yaml).toBeUndefined();
  expect(split.body).toBe(body);
});

test.each([
  ['---\ntitle: Minutes\n\n# Minutes\n', 'front-matter-unclosed', 1],
  ['\n\n---\ndate: 2020-01-02\n', 'front-matter-unclosed', 3],
  ['---\ntags: minutes\n\nWords.\n', 'front-matter-unclosed', 1],
  ['---\n"title" : Minutes\n----\n\nWords.\n', 'front-matter-unclosed', 1],
  ['---\n', 'note-empty', 1],
  ['---', 'note-empty', 1],
  ['---\n---\n', 'note-empty', 1],
  ['\n- - -\n\n---\n', 'note-empty', 1],
  ['---\ntitle: Minutes\n---\n\n', 'note-empty', 1],
  // Words below a rule, though they may look like keys.
  ['---\nAttendees: Ann, Bo\n\nWords.\n', undefined, 0],
  ['---\n\ntitle: Minutes\n', undefined, 0],
  ['---\nThe title: it stays.\n', undefined, 0],
  ['Words.\n\n---\ntitle: Minutes\n', undefined, 0],
  ['title: Minutes\n', undefined, 0],
  ['- \n- a\n', undefined, 0],
])('%j is found to be %s', (text, code, line) => {
  const { diagnostics } = readText(text);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.map((found) => [found.code, found.line])).toEqual(code ? [[code, line]] : []);
});
