import { expect, test } from 'vitest';

import { engineWord, partsOf } from '../../src/search/words.ts';

test.each([
  ['Café', 'cafe'],
  ['naïve,', 'naive'],
  ['GROẞ', 'groß'],
  ['“quoted”', 'quoted'],
  ['C++', 'c++'],
  ['disable_tables', 'disable_tables'],
  ["don't", 'dont'],
  ['4.5', '4.5'],
  ['--', ''],
])('%s stands in the index as %j', (typed, word) => {
  expect(engineWord(typed)).toBe(word);
});

test.each([
  ['getStackString', ['get', 'stack', 'string']],
  ['HTTPServer', ['http', 'server']],
  ['disable_tables', ['disable', 'tables']],
  ['bpf-events.ts', ['bpf', 'events', 'ts']],
  ['word', ['word']],
])('%s has the parts %j', (token, parts) => {
  expect(partsOf(token)).toEqual(parts);
});
