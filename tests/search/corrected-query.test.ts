import { expect, test } from 'vitest';

import { correctedQuery } from '../../src/search/corrected-query.ts';

test.each([
  ['the certficate renewal', { certficate: 'certificate' }, 'the certificate renewal'],
  ['certficates or certficate', { certficate: 'certificate' }, 'certficates or certificate'],
  ['uncertn, certn?', { certn: 'certain' }, 'uncertn, certain?'],
  ['tset the biuld', { tset: 'test', biuld: 'build' }, 'test the build'],
  ['nothing of it', { certn: 'certain' }, 'nothing of it'],
])('of "%s" only the words that were wrong change', (typed, wrong, corrected) => {
  const corrections = Object.entries(wrong).map(([from, to]) => ({ from, to }));
  expect(correctedQuery(typed, corrections)).toBe(corrected);
});
