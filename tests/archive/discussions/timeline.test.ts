import { describe, expect, test } from 'vitest';

import type { MeetingDate } from '../../../src/archive/dates/date.ts';
import {
  activityOf,
  spanWords,
  timeLineOf,
  yearSpan,
} from '../../../src/archive/discussions/timeline.ts';
import { archiveOf } from '../archive-of.ts';

const dates = (...days: string[]) => days as MeetingDate[];

test.for([
  [1, '1 day'],
  [13, '13 days'],
  [14, '2 weeks'],
  [59, '8 weeks'],
  [61, '2 months'],
  [365, '12 months'],
  [700, '23 months'],
  [731, '2 years'],
  [910, '2½ years'],
  [3650, '10 years'],
] as const)('%i days are %s', ([days, words]) => {
  expect(spanWords(days)).toBe(words);
});

test('a time line places days between the first and the last, and tells the gaps', () => {
  const { points, gaps } = timeLineOf(dates('2020-01-01', '2020-01-15', '2020-02-26'));
  expect(points.map(({ at }) => at)).toEqual([0, 0.25, 1]);
  expect(gaps.map(({ from, to, days, words }) => [from, to, days, words])).toEqual([
    ['2020-01-01', '2020-01-15', 14, '2 weeks'],
    ['2020-01-15', '2020-02-26', 42, '6 weeks'],
  ]);
  expect(timeLineOf(dates('2020-01-01'))).toEqual({
    points: [{ date: '2020-01-01', at: 0 }],
    gaps: [],
  });
  expect(timeLineOf([])).toEqual({ points: [], gaps: [] });
});

test('years are told as one or as a span', () => {
  expect(yearSpan(dates('2020-01-01', '2020-12-31'))).toBe('2020');
  expect(yearSpan(dates('2019-01-01', '2021-12-31'))).toBe('2019–2021');
});

describe('activity', () => {
  const note = '## Cache\n\nWords.\n';
  const passages = (archive: ReturnType<typeof archiveOf>) =>
    archive.meetings.map((meeting) => ({ meeting, section: meeting.sections[0]! }));

  test('is counted by quarter, empty ones included', () => {
    const archive = archiveOf({
      '2019-11-01.md': note,
      '2020-04-01.md': note,
      '2020-06-30.md': note,
    });
    const [first, ...others] = passages(archive);
    const periods = activityOf(archive, others, [first!]);
    expect(periods).toHaveLength(8);
    expect(periods.filter(({ about, mentions }) => about + mentions > 0)).toEqual([
      { label: '2019 Q4', year: 2019, first: false, about: 0, mentions: 1 },
      { label: '2020 Q2', year: 2020, first: false, about: 2, mentions: 0 },
    ]);
  });

  test('of a long archive is counted by year', () => {
    const archive = archiveOf({ '2010-11-01.md': note, '2020-04-01.md': note });
    const periods = activityOf(archive, passages(archive), []);
    expect(periods.map(({ label, about }) => `${label} ${about}`).join(', ')).toMatch(
      /^2010 1, 2011 0, .* 2020 1$/,
    );
  });

  test('of very many years is counted by several at a time', () => {
    const archive = archiveOf({
      '1991-04-01.md': note,
      '2080-01-01.md': note,
      '2080-02-01.md': note,
    });
    const periods = activityOf(archive, passages(archive), []);
    expect(periods).toHaveLength(31);
    expect(periods.filter(({ about }) => about > 0)).toEqual([
      { label: '1989–1991', year: 1991, first: true, about: 1, mentions: 0 },
      { label: '2079–2081', year: 2079, first: true, about: 2, mentions: 0 },
    ]);
  });
});
