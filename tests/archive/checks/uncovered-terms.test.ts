import { expect, test } from 'vitest';

import { buildArchive } from '../../../src/archive/archive.ts';
import { findUncoveredTerms } from '../../../src/archive/checks/topics.ts';
import { settingsSchema } from '../../../src/archive/settings.ts';
import { readText } from '../../read-text.ts';

const settings = settingsSchema.parse({ title: 'Minutes', home: 'osquery-core/osquery' });

/** The terms that six meetings with such a text each give to a topic. */
function terms(text: (place: number) => string, title = (_place: number) => 'Minutes'): string[] {
  const meetings = Array.from({ length: 6 }, (_, place) => {
    const file = `2020-0${place + 1}-07.md`;
    const note = `# ${title(place)}\n\n## Of the ${'many '.repeat(place)}tries\n\n${text(place)}\n`;
    return readText(note, { file, settings }).meeting!;
  });
  return findUncoveredTerms(buildArchive({ meetings, topics: [], settings })).map(
    ({ term }) => term,
  );
}

test('a name that recurs is a term', () => {
  expect(terms((place) => `We read of Augeas ${place} times.`)).toContain('Augeas');
});

test.each<[string, (place: number) => string]>([
  ['is called by a handle', (place) => `We ask Augeas ${place} times. Or @augeas.`],
  ['is linked to a profile', (place) => `${place}: by [Augeas](https://github.com/au-geas).`],
  ['speaks', (place) => `Augeas: We try ${place}.\n\nThen we heard Augeas ${place} times.`],
  ['wants something', (place) => `Then Augeas wants ${place} of them, says Augeas.`],
  ['is present', (place) => `Then Augeas ${place} times.\n\n## Present\n\n- Augeas Smith (@augsm)`],
  [
    'stands in brackets behind a subject, and does something',
    (place) =>
      place === 5
        ? 'Augeas reminds us of it.'
        : `### Some ${'more '.repeat(place)}tables (augeas)\n\nWe heard Augeas ${place} times.`,
  ],
])('one that %s is that of a person', (_what, text) => {
  expect(terms(text)).not.toContain('Augeas');
});

test('what did something in one note alone may be anything', () => {
  const text = (place: number): string =>
    place === 2 ? 'Then Augeas wants a key.' : `We read of Augeas ${place} times.`;
  expect(terms(text)).toContain('Augeas');
});

test('what stands in brackets behind subjects may be anything', () => {
  const text = (place: number): string =>
    `### Some ${'more '.repeat(place)}tables (Augeas)\n\nWe heard Augeas ${place} times.`;
  expect(terms(text)).toContain('Augeas');
});

test('the owner of the home repository is none, in whole or in part', () => {
  const found = terms(
    (place) => `We read of Augeas and Core ${place} times, then of Osquery-core and Osquery.`,
  );
  expect(found).toEqual(['tries', 'Augeas']);
});

test.each([
  ['Augeas Team Minutes', false],
  ['T-augeas minutes', false],
  ['Augeastic minutes', true],
])('a word of the title %s is a term: %s', (title, expected) => {
  const found = terms(
    (place) => `We read of Augeas ${place} times.`,
    () => title,
  );
  expect(found.includes('Augeas')).toBe(expected);
});

test('a word of the title of one meeting may be anything', () => {
  const title = (place: number): string => (place === 1 ? 'Augeas and minutes' : 'Minutes');
  expect(terms((place) => `We read of Augeas ${place} times.`, title)).toContain('Augeas');
});
