import { expect, test } from 'vitest';

import { reasonOf } from '../../src/notes/system-reason.ts';

const ofSystem = (code: string): Error => Object.assign(new Error(`${code}: open`), { code });

test.each([
  [ofSystem('ENOSPC'), 'there is no room left'],
  [ofSystem('EUNKNOWN'), 'EUNKNOWN'],
  [new Error('the disk is gone'), 'Error: the disk is gone'],
  ['thrown text', 'thrown text'],
])('%s is told as “%s”', (error, reason) => {
  expect(reasonOf(error)).toBe(reason);
});
