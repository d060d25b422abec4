import { expect, test } from 'vitest';

import { referenceKey } from '../../../src/archive/references/reference.ts';
import { settingsSchema } from '../../../src/archive/settings.ts';
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

test.each<[string, string, string[]]>([
  ['pr: 20721', 'Pull request: #20721', ['rust-lang/rust#20721']],
  ['PR: [12, 13]', 'Pull request: #12, #13', ['rust-lang/rust#12', 'rust-lang/rust#13']],
  ['prs: [a/b#12, 14]', 'Pull requests: a/b#12, #14', ['a/b#12', 'rust-lang/rust#14']],
  ['issue: https://github.com/a/b/issues/5', 'Issue: a/b#5', ['a/b#5']],
  ['issues: "#5"', 'Issues: #5', ['rust-lang/rust#5']],
  ['pr: the next one', 'Pull request: the next one', []],
])('%j is what the meeting was about', (front, text, keys) => {
  const settings = settingsSchema.parse({ title: 'Minutes', home: 'rust-lang/rust' });
  const { meeting, diagnostics } = readText(`---\n${front}\n---\n\nWords.\n`, { settings });
  expect(diagnostics).toEqual([]);
  expect(meeting?.opening[0]?.text).toBe(text);
  expect(meeting?.mentions.map(({ reference }) => referenceKey(reference))).toEqual(keys);
});

test('keys of the community are passed over', () => {
  const front = '---\ncomponents: [p2p]\ncommit:\n---\n\nWords.\n';
  const settings = settingsSchema.parse({ title: 'Minutes', ownKeys: ['components', 'commit'] });
  expect(readText(front, { settings }).diagnostics).toEqual([]);
  expect(readText(front).diagnostics.map(({ code }) => code)).toEqual([
    'front-matter-unknown',
    'front-matter-unknown',
  ]);
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
