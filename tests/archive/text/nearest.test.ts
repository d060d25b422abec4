import { expect, test } from 'vitest';

import { nearest } from '../../../src/archive/text/nearest.ts';

test.each([
  ['chek', ['new', 'check'], 'check'],
  ['Chekc', ['new', 'check'], 'check'],
  ['pubilsh', ['publish', 'punish'], 'publish'],
  ['in', ['on', 'an'], 'an'],
  ['packaging', ['hacking', 'packagings'], 'packagings'],
  ['packages', ['apackages', 'packagesss'], 'apackages'],
  ['into', ['init'], undefined],
  ['import', ['init', 'new'], undefined],
])('%s, of %j, is meant for %s', (word, candidates, meant) => {
  expect(nearest(word, candidates)).toBe(meant);
});
