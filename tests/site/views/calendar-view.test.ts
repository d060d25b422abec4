import { describe, expect, test } from 'vitest';

import { buildArchive } from '../../../src/archive/archive.ts';
import type { Meeting } from '../../../src/archive/meeting.ts';
import { sitePaths } from '../../../src/archive/paths.ts';
import { settingsSchema } from '../../../src/archive/settings.ts';
import { htmlBytes } from '../../../src/archive/text/html-bytes.ts';
import { viewCalendar } from '../../../src/site/views/calendar-view.ts';
import { aMeeting } from '../a-meeting.ts';

const calendar = (meetings: Meeting[]) =>
  viewCalendar(
    buildArchive({ meetings, topics: [], settings: settingsSchema.parse({ title: 'Call' }) }),
    sitePaths('/base/'),
  );

describe('viewCalendar', () => {
  test('has a row for every year, newest first, also for years without a meeting', () => {
    const { years, older } = calendar([aMeeting('2018-03-01', []), aMeeting('2020-12-31', [])]);
    expect(years.map(({ year, meetings, path }) => [year, meetings, path])).toEqual([
      ['2020', 1, '/base/meetings/#2020'],
      ['2019', 0, undefined],
      ['2018', 1, '/base/meetings/#2018'],
    ]);
    expect(years[0]?.marks[0]?.month).toBe(11);
    expect(older).toBe(0);
  });

  test('weighs a meeting by its words, and says what it was about', () => {
    const { years } = calendar([
      aMeeting('2020-05-05', [{ heading: 'Budget', text: ['one two three four'] }]),
      aMeeting('2020-05-19', [
        { heading: 'Packages', text: ['one'] },
        { heading: 'Keys', text: ['two'] },
      ]),
      aMeeting('2020-06-02', []),
    ]);
    expect(years[0]?.marks.map(({ month, place, weight }) => [month, place, weight])).toEqual([
      [4, 0, 1],
      [4, 1, 0.5],
      [5, 0, 0],
    ]);
    expect(years[0]?.marks.map(({ label }) => label)).toEqual([
      'Tuesday, 5 May 2020: Budget',
      'Tuesday, 19 May 2020: Packages; Keys',
      'Tuesday, 2 June 2020',
    ]);
    expect(years[0]?.marks[0]?.path).toBe('/base/meetings/2020-05-05/');
  });

  test('says the first three things that a meeting was about', () => {
    const names = ['Packages', 'Keys', 'Tables', 'Tests'];
    const labelOf = (count: number) =>
      calendar([
        aMeeting(
          '2020-05-19',
          names.slice(0, count).map((heading) => ({ heading, text: ['a'] })),
        ),
      ]).years[0]?.marks[0]?.label;
    expect(labelOf(3)).toBe('Tuesday, 19 May 2020: Packages; Keys; Tables');
    expect(labelOf(4)).toBe('Tuesday, 19 May 2020: Packages; Keys; Tables');
  });

  test('lets the meetings that are too many for a month share a mark', () => {
    const days = ['01', '02', '03', '04', '05', '06', '07'];
    const { years } = calendar(days.map((day) => aMeeting(`2020-05-${day}`, [])));
    expect(years[0]?.marks).toHaveLength(5);
    expect(years[0]?.marks.at(-1)).toMatchObject({
      label: 'May 2020: 3 more meetings',
      path: '/base/meetings/#2020',
    });
  });

  test('gives each month one mark where marks for all meetings would be too many', () => {
    const days = Array.from({ length: 301 }, (_, index) =>
      new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10),
    );
    const { years } = calendar(days.map((day) => aMeeting(day, [])));
    expect(years[0]?.marks).toHaveLength(10);
    expect(years[0]?.marks[0]?.label).toBe('January 2020: 31 meetings');
  });

  test('gives each month one mark where marks for all meetings would say too much', () => {
    const says = (date: string) => `On ${date} ${'"very" '.repeat(14)}long`;
    const dayOf = (month: number, day: number) =>
      new Date(Date.UTC(2010, month, day)).toISOString().slice(0, 10);
    const held = (months: number, days: readonly number[], subjects: readonly string[]) =>
      Array.from({ length: months }, (_, month) => days.map((day) => dayOf(month, day)))
        .flat()
        .map((date) =>
          aMeeting(
            date,
            subjects.map((name) => ({ heading: says(date) + name })),
          ),
        );
    const marksOf = (meetings: Meeting[]) => calendar(meetings).years.flatMap(({ marks }) => marks);
    expect(marksOf(held(20, [2, 9], ['a', 'b', 'c']))).toHaveLength(40);
    expect(marksOf(held(140, [2, 9], ['a', 'b', 'c']))).toHaveLength(140);
    const labels = marksOf(held(140, [2], ['a', 'b', 'c'])).map(({ label }) => label);
    expect(labels).toHaveLength(140);
    expect(Math.max(...labels.map(htmlBytes))).toBeLessThanOrEqual(200);
    expect(labels[0]).toMatch(/^Saturday, 2 January 2021: On 2021-01-02 "very".*…$/);
  });

  test('counts the meetings of years that are too long ago', () => {
    const { years, older } = calendar(
      ['1999-01-01', '2000-01-01', '2009-01-01', '2020-01-01'].map((date) => aMeeting(date, [])),
    );
    expect([years.length, years.at(-1)?.year, older]).toEqual([12, '2009', 2]);
  });

  test('is empty without meetings', () => {
    expect(calendar([])).toEqual({ years: [], older: 0 });
  });
});
