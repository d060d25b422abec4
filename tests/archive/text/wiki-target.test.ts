import { expect, test } from 'vitest';

import { wikiNameIn, wikiTarget } from '../../../src/archive/text/wiki-target.ts';

test.each([
  ['[[2019-10-29 Weekly]]', '2019-10-29 Weekly'],
  ['notes/[[Weekly]]', undefined],
  ['[[Weekly]].md', undefined],
  ['[[]]', undefined],
  ['[Weekly]', undefined],
])('%s holds the name %j', (target, name) => {
  expect(wikiNameIn(target)).toBe(name);
});

test('a name comes back from its address', () => {
  expect(wikiNameIn(decodeURIComponent(wikiTarget('Votes & [more]')))).toBe('Votes & [more]');
});
