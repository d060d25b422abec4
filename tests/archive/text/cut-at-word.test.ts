import { expect, test } from 'vitest';

import { cutAtWord } from '../../../src/archive/text/cut-at-word.ts';

test.each([
  ['as long as there is room', 'one two three', 13, 'one two three'],
  ['and cut behind a word', 'one two three', 12, 'one two…'],
  ['without the marks before the cut', 'one two, (three) four', 12, 'one two…'],
  ['without a dash there', 'one two — three four', 14, 'one two…'],
  ['within a word that takes more than half', 'one twothreefour', 12, 'one twothree…'],
  ['but not within a letter of two halves', 'aaaaaaaaa😀b', 10, 'aaaaaaaaa…'],
  ['at a space in the middle within the word', 'fives sixsevens', 10, 'fives sixs…'],
  ['at a space behind the middle before the word', 'sixsix sevens', 10, 'sixsix…'],
])('a text is kept %s', (_how, text, longest, cut) => {
  expect(cutAtWord(text, longest)).toBe(cut);
});

test('there is room for two hundred letters', () => {
  expect(cutAtWord('a'.repeat(200))).toBe('a'.repeat(200));
  expect(cutAtWord('a'.repeat(201))).toBe(`${'a'.repeat(200)}…`);
});
