import { expect, test } from 'vitest';

import { readText } from '../../read-text.ts';

const read = (front: string) => readText(`---\n${front}\n---\n\nWords.\n`);

test.each<[string, string[]]>([
  ['attendees: Ann Lee, Bo Li', ['Ann Lee', 'Bo Li']],
  ['Attendees: [Ann Lee (@ann), Bo Li]', ['Ann Lee', 'Bo Li']],
  ['participants:\n  - Ann Lee, Acme\n  - "@bo"', ['Ann Lee', 'bo']],
  ['present: "[[Ann Lee]], [[People/Bo|Bo Li]]"', ['Ann Lee', 'Bo Li']],
  ['present: [Ann Lee, Bo Li]\nabsent: [Cy Roe]', ['Ann Lee', 'Bo Li']],
  ['attendees: everybody who came that day', []],
  ['attendees:', []],
  ['location: Ann Lee', []],
])('%j says who was there', (front, names) => {
  const { meeting } = read(front);
  expect((meeting?.attendees ?? []).map(({ name }) => name)).toEqual(names);
});

test.each([
  ['location: "# No heading"', 'Location: # No heading'],
  [
    'location: "[a](https://example.org) <b>c</b> *d* `e` ~~f~~"',
    'Location: [a](https://example.org) <b>c</b> *d* `e` ~~f~~',
  ],
  ['time: "15:00\\n\\n# Heading"', 'Time: 15:00 # Heading'],
  ['scribe: "&lt;script&gt;"', 'Scribe: &lt;script&gt;'],
])('%j is shown as plain words', (front, text) => {
  const { meeting, diagnostics } = read(front);
  expect(diagnostics).toEqual([]);
  expect(meeting?.sections).toEqual([]);
  expect(meeting?.opening[0]?.text).toBe(text);
});

test.each([
  'attendees: 3',
  'attendees: { ann: true }',
  'atendees: Ann',
  'location: [[Room]]',
  `scribe: ${'a'.repeat(301)}`,
  `attendees: [${'"a*", '.repeat(2000)}]`,
])('%j is refused', (front) => {
  const { meeting, diagnostics } = read(front);
  expect(meeting).toBeUndefined();
  expect(diagnostics.map(({ severity }) => severity)).toEqual(['error']);
});
