import { expect, test } from 'vitest';

import type { MeetingDate } from '../../../src/archive/dates/date.ts';
import { timeLineOf } from '../../../src/archive/discussions/timeline.ts';
import { daysAndGaps, inEachPeriod } from '../../../src/site/views/chart-words.ts';

const wordsOf = (...dates: string[]): string => daysAndGaps(timeLineOf(dates as MeetingDate[]));

test('a time line is told by its days and the gaps between them', () => {
  expect(wordsOf('2020-01-07')).toBe('7 Jan 2020');
  expect(wordsOf('2020-01-07', '2020-02-04', '2020-02-06')).toBe(
    '7 Jan 2020, 4 weeks later on 4 Feb 2020, 2 days later on 6 Feb 2020',
  );
});

test('of a long time line the first gaps and the last day are told', () => {
  const days = Array.from(
    { length: 28 },
    (_, day) => `2020-01-${String(day + 1).padStart(2, '0')}`,
  );
  expect(wordsOf(...days.slice(0, 13))).toMatch(/, 1 day later on 13 Jan 2020$/);
  expect(wordsOf(...days)).toMatch(/ on 13 Jan 2020, and so on until 28 Jan 2020$/);
});

test('a chart is told by the periods that have something', () => {
  const period = (label: string, about: number) => ({
    ...{ label, about, mentions: 1, year: 2020, first: true },
  });
  expect(inEachPeriod([period('2020 Q1', 2), period('2020 Q2', 0), period('2020 Q3', 1)])).toBe(
    '2 in 2020 Q1, 1 in 2020 Q3',
  );
});
