import { expect, test } from 'vitest';

import { sitePaths } from '../../../src/archive/paths.ts';
import { buildSearchLookup } from '../../../src/archive/search/search-lookup.ts';
import { searchRecords } from '../../../src/site/search/search-records.ts';
import { archiveOf } from '../archive-of.ts';

const lookupOf = (notes: Record<string, string>, repositories: string[] = []) => {
  const archive = archiveOf(notes, { settings: { repositories } });
  const records = searchRecords(archive, sitePaths('/'));
  return buildSearchLookup(archive, { ...records, splits: [] });
};

test('a recording leads to the first meeting that has it', () => {
  const recorded =
    'Recording: https://www.youtube.com/watch?v=z3mEHMvepgA\n\nOther: https://vimeo.com/1\n';
  const notes = {
    '2020-01-07.md': 'Words.\n',
    '2020-01-21.md': recorded,
    '2020-02-04.md': recorded,
  };
  expect(lookupOf(notes).recordings).toEqual({ z3mEHMvepgA: 1 });
});

test('of the repositories of the settings those are added that no note names, in whatever capitals', () => {
  const notes = { '2020-01-07.md': '## Pulls\n\nAbout acme/tools#5.\n' };
  expect(lookupOf(notes, ['Acme/Tools', 'acme/idle']).repositories).toEqual(['acme/idle']);
});

test('what a record has of words on average is told without the names of those present', () => {
  const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');
  const names = Array.from({ length: 20 }, (_, at) => `- Ann Lee${'abcdefghijklmnopqrst'[at]}`);
  const note = `## One\n\n${words(10)}\n\n## Two\n\n${words(20)}\n\n## Attendees\n\n${names.join('\n')}\n`;
  expect(lookupOf({ '2020-01-07.md': note }).averageWords).toBe(15);
});
