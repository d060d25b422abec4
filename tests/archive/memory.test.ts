import { expect, test } from 'vitest';

import { rememberAnswers } from '../../src/archive/memory.ts';

function asked() {
  const found: string[] = [];
  const remembered = rememberAnswers<string>();
  const ask = (text: string): string =>
    remembered.of(text, () => {
      found.push(text);
      return text.toUpperCase();
    });
  return { found, ask, begin: remembered.begin };
}

test('an answer is found once, and known in the next round', () => {
  const { found, ask, begin } = asked();
  begin();
  expect([ask('a'), ask('b'), ask('a')]).toEqual(['A', 'B', 'A']);
  begin();
  expect(ask('b')).toBe('B');
  expect(found).toEqual(['a', 'b']);
});

test('what a round does not ask for is forgotten', () => {
  const { found, ask, begin } = asked();
  begin();
  ask('a');
  begin();
  ask('b');
  begin();
  ask('a');
  expect(found).toEqual(['a', 'b', 'a']);
});

test('under other facts nothing is known', () => {
  const { found, ask, begin } = asked();
  begin('home: a/b');
  ask('a');
  begin('home: a/b');
  ask('a');
  begin('home: c/d');
  ask('a');
  expect(found).toEqual(['a', 'a']);
});
