import { expect, test } from 'vitest';

import { checkWeekdays } from '../../../src/archive/checks/weekday.ts';
import { aMeeting } from '../../site/a-meeting.ts';

/** Dates of so many weeks from Tuesday, 7 January 2020 on, each later by some days. */
const weeks = (count: number, later: (week: number) => number = () => 0): string[] =>
  Array.from({ length: count }, (_, week) =>
    new Date(Date.UTC(2020, 0, 7 + 7 * week + later(week))).toISOString().slice(0, 10),
  );
const odd = (dates: string[]): string[] =>
  checkWeekdays(
    dates.map((date) => aMeeting(date, [])),
    (file) => file,
  ).map(({ message }) => message);

test.each<[string, string[], string[]]>([
  ['all on one day', weeks(40), []],
  [
    'one on another day',
    weeks(12, (week) => (week === 5 ? -1 : 0)),
    ['2020-02-10 is a Monday; 11 other meetings were held on a Tuesday.'],
  ],
  ['too few to tell', weeks(11, (week) => (week === 5 ? -1 : 0)), []],
  ['two of a dozen on another day', weeks(12, (week) => (week > 9 ? 1 : 0)), []],
  [
    'the first one on another day',
    weeks(12, (week) => (week === 0 ? -1 : 0)),
    ['2020-01-06 is a Monday; 11 other meetings were held on a Tuesday.'],
  ],
  ['three of fifty on another day', weeks(50, (week) => (week < 3 ? 1 : 0)), []],
  [
    'three of sixty on another day',
    weeks(60, (week) => (week < 3 ? 1 : 0)),
    ['2020-01-08', '2020-01-15', '2020-01-22'].map(
      (day) => `${day} is a Wednesday; 57 other meetings were held on a Tuesday.`,
    ),
  ],
  ['two days in turn', weeks(40, (week) => week % 2), []],
  [
    'two of forty on other days',
    weeks(40, (week) => (week === 3 ? 1 : week === 9 ? 2 : 0)),
    [
      '2020-01-29 is a Wednesday; 38 other meetings were held on a Tuesday.',
      '2020-03-12 is a Thursday; 38 other meetings were held on a Tuesday.',
    ],
  ],
])('%s', (_what, dates, said) => {
  expect(odd(dates)).toEqual(said);
});
