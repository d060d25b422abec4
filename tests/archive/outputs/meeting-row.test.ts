import { expect, test } from 'vitest';

import { listedMeeting, wordCountOf } from '../../../src/archive/outputs/meeting-row.ts';
import { sitePaths } from '../../../src/archive/paths.ts';
import { archiveOf } from '../archive-of.ts';

test.each([
  [2, ['A', 'B'], 0],
  [3, ['A', 'B', 'C'], 0],
  // “1 more” takes the room of the one.
  [4, ['A', 'B', 'C', 'D'], 0],
  [5, ['A', 'B', 'C'], 2],
])('of %i subjects, three are shown or a single one more: %j', (count, shown, further) => {
  const headings = ['A', 'B', 'C', 'D', 'E'].slice(0, count);
  const archive = archiveOf({
    '2020-01-01.md': headings.map((heading) => `## ${heading}\n\nWords.\n`).join('\n'),
  });
  const row = listedMeeting(archive.meetings[0]!, archive, sitePaths('/'), 3);
  expect(row.subjects.map(({ heading }) => heading)).toEqual(shown);
  expect(row.further).toBe(further);
});

test.each([
  ['We spoke of packages.', 4],
  ['会議の議題。', 3],
  ['osqueryの 議題', 3],
])('the words of a meeting are counted in any script: %s', (text, words) => {
  const archive = archiveOf({ '2020-01-01.md': `## A\n\n${text}\n` });
  expect(wordCountOf(archive.meetings[0]!, archive)).toBe(words);
});
