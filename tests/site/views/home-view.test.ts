import { expect, test } from 'vitest';

import { sitePaths } from '../../../src/archive/paths.ts';
import { viewHome } from '../../../src/site/views/home-view.ts';
import { archiveOf, topicOf } from '../../archive/archive-of.ts';

const paths = sitePaths('/');
const day = (index: number): string => `2020-${String(index + 1).padStart(2, '0')}-07`;
/** An archive of meetings a month apart with these notes. */
const heldWith = (notes: readonly string[], topics: readonly string[] = []) =>
  archiveOf(Object.fromEntries(notes.map((note, index) => [`${day(index)}.md`, note])), {
    topics: topics.map((name) => topicOf(name)),
  });
const latestOf = (notes: readonly string[]): string[] =>
  viewHome(heldWith(notes), paths).latest.map(({ date }) => date);

test('the home page has the latest six meetings, the newest first', () => {
  const notes = Array.from({ length: 8 }, (_, index) => `## Subject ${index}\n\nWords.\n`);
  expect(latestOf(notes)).toEqual([7, 6, 5, 4, 3, 2].map(day));
});

test('the home page has fewer where their rows are very long, but always the newest', () => {
  const full = (meeting: number, letters = 180): string =>
    Array.from(
      { length: 6 },
      (_, at) => `## Subject ${at} of ${meeting} ${'"'.repeat(letters)}\n\nWords.\n`,
    ).join('\n');
  expect(latestOf([0, 1, 2, 3].map((meeting) => full(meeting)))).toEqual([3, 2].map(day));
  expect(latestOf([0, 1, 2, 3].map((meeting) => full(meeting, 20)))).toHaveLength(4);
});

test('the home page has the dozen topics that most sections are about, with their years', () => {
  const names = 'cache build test docs plugin schema table query event logger driver kernel';
  const topics = [...names.split(' '), 'windows'];
  // A heading of every meeting would be one by habit.
  const about = (names: readonly string[], how: string): string =>
    names.map((name) => `## ${how} ${name}\n\nWords of it.\n`).join('\n');
  const archive = heldWith(
    [about(topics, 'The'), about(topics.slice(1), 'More of the'), about(['windows'], 'Last of')],
    topics,
  );
  const shown = viewHome(archive, paths).topics;
  expect(shown.map(({ count }) => count)).toEqual([3, ...Array<number>(11).fill(2)]);
  expect(shown[0]).toEqual({
    ...{ name: 'windows', path: '/topics/windows/', count: 3, years: '2020' },
  });
  expect(shown.map(({ name }) => name)).not.toContain('cache');
});

test('the home page has the six references discussed most, and none that was so but once', () => {
  const pulls = (numbers: readonly number[]): string =>
    numbers.map((number) => `## Part ${number}\n\nThe #${number}.\n`).join('\n');
  const all = [71, 72, 73, 74, 75, 76, 77];
  const many = viewHome(heldWith([pulls([...all, 99]), pulls(all), pulls([77])]), paths);
  expect(many.references.map(({ label }) => label)).toEqual([
    ...['#77', '#71', '#72', '#73', '#74', '#75'],
  ]);
  const few = viewHome(heldWith([pulls([71, 99]), pulls([71])]), paths);
  expect(few.references.map(({ label }) => label)).toEqual(['#71']);
});
