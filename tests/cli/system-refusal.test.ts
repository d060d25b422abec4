import { expect, test } from 'vitest';

import { systemRefusal } from '../../src/cli/system-refusal.ts';

const failure = (facts: object): Error => Object.assign(new Error('It failed.'), facts);

test.each<[object, string | undefined]>([
  [
    { code: 'EACCES', syscall: 'open', path: '/notes/content/2024-01-02.md' },
    'content/2024-01-02.md cannot be opened: you may not read or write there.',
  ],
  [
    { code: 'EROFS', syscall: 'mkdir', path: '/notes/content' },
    'content cannot be made: it stands where nothing can be written.',
  ],
  [{ code: 'ENOSPC', syscall: 'write' }, 'A file cannot be written: there is no room left.'],
  [
    { code: 'ENOENT', syscall: 'open', path: '/elsewhere/a.md' },
    '/elsewhere/a.md cannot be opened: it is not there.',
  ],
  [{ code: 'EBUSY', syscall: 'rename', path: '/notes/a.md' }, 'a.md cannot be renamed: EBUSY.'],
  [{ code: 'ERR_INVALID_ARG_TYPE' }, undefined],
  [{ code: 'ECONNREFUSED', syscall: 'connect' }, undefined],
  [{}, undefined],
])('%j', (facts, message) => {
  expect(systemRefusal(failure(facts), '/notes')).toBe(message);
});

test('anything may be thrown', () => {
  expect(systemRefusal('EACCES', '/notes')).toBeUndefined();
});
