import { expect, test } from 'vitest';

import { archiveOf } from '../archive-of.ts';

/** The excerpts of the mentions in a note, without their tags. */
const excerptsOf = (note: string): string[] =>
  archiveOf({ '2020-01-01.md': note }).meetings[0]!.mentions.map(({ excerpt }) =>
    excerpt.replace(/<[^>]*>/g, ''),
  );
const words = (letter: string, count: number): string => letter.repeat(count);

test('around a mention in a passage without end there are three hundred letters, and where more was', () => {
  const [excerpt] = excerptsOf(`${words('a', 4_000)} #70 ${words('b', 4_000)}\n`);
  expect(excerpt).toBe(`…${words('a', 299)} #70 ${words('b', 299)}…`);
});

test.each([
  ['before', `#70 ${words('b', 4_000)}\n`, `#70 ${words('b', 299)}…`],
  ['behind', `${words('a', 4_000)} #70\n`, `…${words('a', 299)} #70`],
])('where nothing stands %s it, nothing is said to be cut there', (_where, note, excerpt) => {
  expect(excerptsOf(note)).toEqual([excerpt]);
});

test('what is cut goes on over the marks within it', () => {
  const [excerpt] = excerptsOf(
    `${words('a', 4_000)} *${words('b', 100)}* #70 **${words('c', 290)}** ${words('d', 400)}\n`,
  );
  expect(excerpt).toBe(
    `…${words('a', 198)} ${words('b', 100)} #70 ${words('c', 290)} ${words('d', 8)}…`,
  );
});

test('a passage of four thousand letters is whole', () => {
  const note = `${words('a', 3_996)} #70\n`;
  expect(excerptsOf(note)).toEqual([note.trim()]);
  expect(excerptsOf(`a${note}`)).toEqual([`…${words('a', 299)} #70`]);
});

test('the cells of a row are one line', () => {
  expect(excerptsOf('| a | b |\n| - | - |\n| one | #70 |\n')).toEqual(['one · #70']);
});
