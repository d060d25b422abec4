import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';

import { openKeptAnswers } from '../../src/notes/kept-answers.ts';
import { folder } from '../folder.ts';

let top: string;
let file: string;
let found: string[];
beforeEach(() => {
  top = folder();
  file = path.join(top, 'kept', 'answers');
  found = [];
});

/** Asks for texts in a run of its own, and keeps what it finds. */
function run(texts: string[], facts?: string): string[] {
  const answers = openKeptAnswers<string>(file);
  answers.begin(facts);
  const given = texts.map((text) =>
    answers.of(text, () => {
      found.push(text);
      return text.toUpperCase();
    }),
  );
  answers.keep();
  return given;
}

test('an answer of an earlier run is known', () => {
  expect(run(['a', 'b'])).toEqual(['A', 'B']);
  expect(run(['b', 'a', 'c'])).toEqual(['B', 'A', 'C']);
  expect(run(['c', 'a'])).toEqual(['C', 'A']);
  expect(found).toEqual(['a', 'b', 'c']);
});

test('under other facts nothing is known', () => {
  run(['a'], 'home: a/b');
  run(['a'], 'home: c/d');
  expect(found).toEqual(['a', 'a']);
});

test('facts may change within a run', () => {
  run(['a'], 'first');
  const answers = openKeptAnswers<string>(file);
  const ask = (): string => answers.of('a', () => 'found again');
  answers.begin('second');
  expect(ask()).toBe('found again');
  answers.begin('first');
  expect(ask()).toBe('A');
});

test.for([
  ['another answer', (text: string) => text.replace('"A"', '"Z"')],
  ['half of it', (text: string) => text.slice(0, text.length / 2)],
  ['nothing', () => ''],
  ['no JSON', () => 'answers'],
] as const)('a damaged file is not used: %s', ([, damage]) => {
  run(['a']);
  writeFileSync(file, damage(readFileSync(file, 'utf8')));
  expect(run(['a'])).toEqual(['A']);
  expect(found).toEqual(['a', 'a']);
});

test('where nothing can be kept, all is found anew', () => {
  writeFileSync(path.join(top, 'kept'), 'a file where the folder would be');
  run(['a']);
  expect(run(['a'])).toEqual(['A']);
  expect(found).toEqual(['a', 'a']);
});
