import { expect, test } from 'vitest';

import { readText } from '../../read-text.ts';

test.for<[heading: string, text: string]>([
  ['## Alpha<br>beta', 'Alpha beta'],
  ['## Alpha <br/> `beta`', 'Alpha beta'],
  ['<h2>Alpha<br>beta</h2>', 'Alpha beta'],
  ['<h2>\nAlpha\nbeta\n</h2>', 'Alpha beta'],
])('the heading %j says %j, in one line', ([heading, text]) => {
  const { meeting } = readText(`${heading}\n\nWords.\n`);
  expect(meeting?.sections.map((section) => section.heading)).toEqual([text]);
});

test('a title is one line', () => {
  expect(readText('# Weekly<br>minutes\n\nWords.\n').meeting?.title).toBe('Weekly minutes');
});
