import { expect, test } from 'vitest';

import { showDiff } from '../../src/cli/diff.ts';

const before = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n';
const after = before.replace('six', '6');

test('a diff has three lines around each change, and says of no program that it made it', () => {
  expect(showDiff('note.md', before, after, false)).toBe(
    [
      '--- note.md\n+++ note.md\n@@ -3,6 +3,6 @@',
      ' three\n four\n five\n-six\n+6\n seven\n eight\n',
    ].join('\n'),
  );
});

test('a last line without an end is shown as any other', () => {
  expect(showDiff('note.md', '', 'one', false)).toBe(
    '--- note.md\n+++ note.md\n@@ -0,0 +1,1 @@\n+one\n',
  );
});

test('colours tell what comes from what goes', () => {
  const lines = showDiff('note.md', before, after, true).split('\n');
  const styleOf = (text: string): string | undefined =>
    /^\u001b\[(\d+)m/.exec(lines.find((line) => line.includes(text)) ?? '')?.[1];
  expect(['+6', '-six', ' five'].map(styleOf)).toEqual(['32', '31', '0']);
});

test.each([false, true])('a note steers no terminal, in colours or not: %j', (colour) => {
  const shown = showDiff('note.md', '', 'red \u001b[31malert\u202e\n', colour);
  expect(shown).toContain('+red \ufffd[31malert\ufffd');
});
