import { describe, expect, test } from 'vitest';

import { nextMeeting, parseCadence } from '../../../src/archive/dates/cadence.ts';
import type { MeetingDate } from '../../../src/archive/dates/date.ts';

describe('the next meeting', () => {
  test.each<[cadence: string, last: string, next: string]>([
    ['weekly', '2020-02-25', '2020-03-03'],
    ['every week', '2020-02-25', '2020-03-03'],
    ['every 2 weeks', '2020-02-25', '2020-03-10'],
    ['every two weeks', '2020-02-25', '2020-03-10'],
    ['Every other week', '2020-02-25', '2020-03-10'],
    ['fortnightly', '2020-02-25', '2020-03-10'],
    ['every 28 days', '2021-12-07', '2022-01-04'],
    // 2020-02-11 is the second Tuesday of its month.
    ['monthly', '2020-02-11', '2020-03-10'],
    // The last Tuesday of five is taken for the fourth, which every month has.
    ['monthly', '2019-10-29', '2019-11-26'],
    ['every 3 months', '2020-11-10', '2021-02-09'],
    ['first Tuesday of the month', '2020-01-07', '2020-02-04'],
    ['first Tuesday of the month', '2020-01-31', '2020-02-04'],
    ['first Tuesday', '2020-12-01', '2021-01-05'],
    ['the last Friday of every month', '2020-01-31', '2020-02-28'],
    ['last Friday', '2020-01-15', '2020-01-31'],
    ['fourth Monday of the month', '2021-01-25', '2021-02-22'],
  ])('%s after %s', (words, last, next) => {
    const cadence = parseCadence(words);
    expect(cadence && nextMeeting(cadence, last as MeetingDate)).toBe(next);
  });
});

test.each(['', 'now and then', 'every 0 weeks', 'every week or two', 'fifth Tuesday', 'Tuesday'])(
  '"%s" is no cadence',
  (words) => {
    expect(parseCadence(words)).toBeUndefined();
  },
);
