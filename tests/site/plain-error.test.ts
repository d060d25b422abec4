import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { PlainError, describeError } from '../../src/site/plain-error.ts';

/** What is thrown by something that fails. */
function thrownBy(fail: () => unknown): unknown {
  try {
    return fail();
  } catch (error) {
    return error;
  }
}

test('of what a person can put right only the message is said', () => {
  const error = new PlainError('Set "title".');
  expect(describeError(error)).toBe('Set "title".');
  expect(error.name).toBe('PlainError');
});

test('and of what the system refuses, which says what and where', () => {
  const error = thrownBy(() => readFileSync('/no/such/file'));
  expect(describeError(error)).toBe("ENOENT: no such file or directory, open '/no/such/file'");
});

test('of a mistake of ours it is said where it was made', () => {
  const error = thrownBy(() => (undefined as unknown as string).length);
  expect(describeError(error)).toMatch(/^TypeError: .*\n +at .*plain-error\.test\.ts/);
});

test.each([
  ['text', 'text'],
  [undefined, 'undefined'],
])('what is thrown and is no error is said as it is: %j', (thrown, said) => {
  expect(describeError(thrown)).toBe(said);
});
