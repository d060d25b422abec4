import { expect, test } from 'vitest';

import { sitePaths } from '../../../src/archive/paths.ts';
import { olderInWords } from '../../../src/site/views/calendar-view.ts';
import { viewHome } from '../../../src/site/views/home-view.ts';
import { viewTopic } from '../../../src/site/views/topic-view.ts';
import { archiveOf, topicOf } from '../../archive/archive-of.ts';

const paths = sitePaths('/');
const heldOn = (days: readonly string[]) =>
  archiveOf(Object.fromEntries(days.map((day) => [`${day}.md`, 'Words.\n'])));

test.each([
  [['2020-01-07'], '1 meeting, January 2020', 'All meetings'],
  [['2020-01-07', '2020-01-21'], '2 meetings, January 2020', 'All 2 meetings'],
  [['2019-12-31', '2020-01-07'], '2 meetings, December 2019 to January 2020', 'All 2 meetings'],
])('the home page of meetings on %j counts them', (days, extent, all) => {
  expect(viewHome(heldOn(days), paths)).toMatchObject({ extent, all });
});

test('the home page of no meeting counts none', () => {
  expect(viewHome(archiveOf({}), paths).extent).toBe('');
});

test.each([
  [1, '1 meeting is older still.'],
  [2, '2 meetings are older still.'],
])('of meetings too old for the calendar there are said to be %d', (older, words) => {
  expect(olderInWords(older)).toBe(words);
});

test.each([
  [['Some of osqueryd.\n'], '1 section that names it in passing', '1 that only names it'],
  [
    ['Some of osqueryd.\n', 'More of osqueryd.\n'],
    '2 sections that name it in passing',
    '2 that only name it',
  ],
])('a topic that is named in %j counts that', (texts, words, caption) => {
  const [thread] = archiveOf(
    { '2020-01-07.md': texts.map((text, at) => `## Part ${at}\n\n${text}`).join('\n') },
    { topics: [topicOf('osqueryd')] },
  ).topics;
  const view = viewTopic(thread!, archiveOf({}), paths);
  expect(view.chartWords).toContain(words);
  expect(view.caption).toContain(caption);
});
