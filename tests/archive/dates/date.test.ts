import { describe, expect, test } from 'vitest';
import { findDate, removeDate } from '../../../src/archive/dates/date-in-text.ts';
import { dateFromPath } from '../../../src/archive/dates/date-of-path.ts';
import { parseDateQuery, parseDayOfYear } from '../../../src/archive/dates/date-query.ts';
import { addDays, daysBetween, formatDate, parseDate } from '../../../src/archive/dates/date.ts';
import type { MeetingDate } from '../../../src/archive/dates/date.ts';
import { removeOwnDate } from '../../../src/archive/dates/own-date.ts';

/** A date that the test knows to be one. */
function date(text: string): MeetingDate {
  const parsed = parseDate(text);
  if (parsed === undefined) throw new Error(`${text} is no date`);
  return parsed;
}

describe('a whole date', () => {
  test.each(['2019-10-29', '2020-02-29', '2000-02-29', '1990-01-01', '2199-12-31'])(
    '%s is one',
    (text) => {
      expect(parseDate(text)).toBe(text);
    },
  );

  test.each([
    '2019-02-29',
    '2100-02-29',
    '2019-02-30',
    '2019-04-31',
    '2019-13-01',
    '2019-00-10',
    '2019-10-00',
    '2019-10-32',
    '1989-12-31',
    '2200-01-01',
    '2019-1-07',
    '19-10-29',
    '2019-10-29 ',
    '2019-10-29T00:00',
    '2019/10/29',
    '20191029',
    '',
  ])('%j is none', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });
});

describe('a date in a title', () => {
  test.each([
    ['osquery office hours ⟦2019-10-29⟧', '2019-10-29'],
    ['⟦2019.10.29⟧ Notes', '2019-10-29'],
    ['Notes ⟦2019/10/29⟧.', '2019-10-29'],
    ['Notes ⟦2019-1-7⟧', '2019-01-07'],
    ['Notes ⟦2019‑10‑29⟧', '2019-10-29'],
    ['Notes ⟦20191029⟧', '2019-10-29'],
    ['⟦20191029⟧_meeting_notes', '2019-10-29'],
    ['⟦2019 10 29⟧ TSC Minutes', '2019-10-29'],
    ['⟦July 31, 2014⟧ Meeting Notes', '2014-07-31'],
    ['⟦Oct 29th 2019⟧', '2019-10-29'],
    ['⟦Oct. 29, 2019⟧', '2019-10-29'],
    ['⟦SEPT 3rd, 2019⟧', '2019-09-03'],
    ['Tuesday, ⟦29 October 2019⟧', '2019-10-29'],
    ['⟦29. Oct 2019⟧', '2019-10-29'],
    ['the ⟦29th of October 2019⟧', '2019-10-29'],
    ['⟦29-Oct-2019⟧', '2019-10-29'],
    ['⟦2019 October 29⟧', '2019-10-29'],
    ['⟦July 29-31, 2014⟧', '2014-07-29'],
    ['⟦July 29 - Aug. 1, 2014⟧', '2014-07-29'],
    ['⟦July 29th–August 1st, 2014⟧', '2014-07-29'],
    ['⟦29 July – 1 August 2014⟧', '2014-07-29'],
    ['⟦29th of July - 1st of August 2014⟧', '2014-07-29'],
    ['July 29, ⟦August 1, 2014⟧', '2014-08-01'],
    ['29 July and ⟦1 August 2014⟧', '2014-08-01'],
    ['⟦29–31 July 2014⟧', '2014-07-29'],
    ['Meeting (⟦2020-01-02⟧)', '2020-01-02'],
    ['⟦2019-10-29⟧ and 2019-11-26', '2019-10-29'],
    ['not 2019-02-30 but ⟦2019-03-02⟧', '2019-03-02'],
    ['⟦2019-10-29⟧T17:00', '2019-10-29'],
  ])('%s', (marked, expected) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const found = findDate(text);
    expect(found?.date).toBe(expected);
    expect([found?.start, found?.end]).toEqual([marked.indexOf('⟦'), marked.indexOf('⟧') - 1]);
  });

  test.each([
    'osquery office hours',
    '2019-02-30',
    '20191341',
    '120191029',
    '201910290',
    'x20191029',
    '2019 10 2900',
    '2019 1029',
    '2019 10 ideas',
    '2019 13 41',
    '1.2019.10.29',
    '2019-10.29',
    '2019-10',
    'October 2019',
    'October 29',
    'October 29, 19',
    'February 30, 2019',
    'Mayor 5 2019',
    'Summarch 5 2019',
    'October 292, 2019',
    '10/29/2019',
    '5.2.3',
    '3019-10-29',
    '1984-10-29',
    '',
  ])('%j holds none', (text) => {
    expect(findDate(text)).toBeUndefined();
  });
});

describe('a path', () => {
  test.each<[string, string, string?]>([
    ['2019-10-29.md', '2019-10-29'],
    ['2019-10-29.MD', '2019-10-29'],
    ['20191029_meeting_notes.md', '2019-10-29'],
    ['20191029.md', '2019-10-29'],
    ['2019-10-29-meeting-notes.md', '2019-10-29'],
    ['2019-10-29 Minutes.md', '2019-10-29'],
    ['2019-10-29-mtg.md', '2019-10-29'],
    ['2019-10-29-packaging.md', '2019-10-29', 'packaging'],
    ['2019-10-29-2.md', '2019-10-29', '2'],
    ['2019-10-29 C++ & Go!.md', '2019-10-29', 'c-go'],
    ['2019-10-29-Übersicht.md', '2019-10-29', 'ubersicht'],
    ['2019-10-29-會議.md', '2019-10-29'],
    ['2020-08-26-stream-trait.md', '2020-08-26', 'stream-trait'],
    ['2021-04-14-Planning-Meeting.md', '2021-04-14', 'planning-meeting'],
    ['2019.10.29.md', '2019-10-29'],
    ['2019_10_29.md', '2019-10-29'],
    ['October 29, 2019.md', '2019-10-29'],
    ['29 Oct 2019 packaging.md', '2019-10-29', 'packaging'],
    ['jul-31-2014.md', '2014-07-31'],
    ['office-hours-2019-10-29.md', '2019-10-29'],
    ['2019/2019-10-29.md', '2019-10-29'],
    ['2018-01/2019-10-29.md', '2019-10-29'],
    ['2019-10/29.md', '2019-10-29'],
    ['2019-10/29-packaging.md', '2019-10-29', 'packaging'],
    ['2014-07/jul-31.md', '2014-07-31'],
    ['2018-09/sept-27.md', '2018-09-27'],
    ['2023-01/feb-01.md', '2023-02-01'],
    ['2022-12/january-05.md', '2023-01-05'],
    ['2019/10/29.md', '2019-10-29'],
    ['2019/10/29th.md', '2019-10-29'],
    ['2019/9/3.md', '2019-09-03'],
    ['wg/2019/9/03-packaging.md', '2019-09-03', 'packaging'],
    ['2019/9/03/README.md', '2019-09-03'],
    ['2019/10-29.md', '2019-10-29'],
    ['2019/1029.md', '2019-10-29'],
    ['2019/oct-29.md', '2019-10-29'],
    ['2019/october/29.md', '2019-10-29'],
    ['2019/10-October/29.md', '2019-10-29'],
    ['tsc/2019-10/29.md', '2019-10-29'],
    ['2019-10-29/notes.md', '2019-10-29'],
    ['2019/10/29/README.md', '2019-10-29'],
    ['2019-10-29/packaging.md', '2019-10-29', 'packaging'],
    ['2014-07-jul-31.md', '2014-07-31'],
    ['2018-09-sept-27.md', '2018-09-27'],
    ['2018-09-sept-27-afternoon.md', '2018-09-27', 'afternoon'],
    ['2022-12-jan-05.md', '2023-01-05'],
    ['2019-13-45 2019-10-29.md', '2019-10-29'],
    ['2019-10-29', '2019-10-29'],
    ['2019/WG-10-29.md', '2019-10-29'],
    ['2019/WG-11.28.md', '2019-11-28'],
    ['2019/docs-05-8.md', '2019-05-08'],
    ['2019/office hours 10-29-packaging.md', '2019-10-29', 'packaging'],
    ['main/2019/WG-10-29-2.md', '2019-10-29', '2'],
    ['2019/telcons/10-29-minutes.md', '2019-10-29'],
    ['2019/telcons/oct-29.md', '2019-10-29'],
    ['2019/telcons/WG-10-29.md', '2019-10-29'],
    ['29-10-2019.md', '2019-10-29'],
    ['10-29-2019.md', '2019-10-29'],
    ['10-10-2019.md', '2019-10-10'],
    ['2019/29.10.2019-packaging.md', '2019-10-29', 'packaging'],
    ['2019-10/notes_29_10_2019.md', '2019-10-29'],
    ['Sync 29 October 2019 0a1b2c3d4e5f60718293a4b5c6d7e8f9.md', '2019-10-29'],
    ['2019-10-29 Packaging 0a1b2c3d4e5f60718293a4b5c6d7e8f9.md', '2019-10-29', 'packaging'],
    ['2019-10-29-0a1b2c3d.md', '2019-10-29', '0a1b2c3d'],
    ['web/WebTeam_meeting2019-10-29.md', '2019-10-29'],
    ['notes20191029-packaging.md', '2019-10-29', 'packaging'],
    // Behind a word that ends in a number.
    ['2019/minutes-Q4-2019-10-29.md', '2019-10-29'],
    ['q4_2019-10-29-packaging.md', '2019-10-29', 'packaging'],
    ['WG2 2019-10-29.md', '2019-10-29'],
    // Behind the number of the meeting.
    ['meeting-12-2019-10-29.md', '2019-10-29'],
    ['WG Call #7 2019-10-29 packaging.md', '2019-10-29', 'packaging'],
    ['meeting12-2019-10-29.md', '2019-10-29'],
    // Folders of the first and the last day.
    ['2019102930/README.md', '2019-10-29'],
    ['wg/2019102931/notes.md', '2019-10-29'],
    ['20191030-1101/README.md', '2019-10-30'],
    ['2019103001/README.md', '2019-10-30'],
    ['2019102930/packaging.md', '2019-10-29', 'packaging'],
    ['2019-10-29 meeting2020-01-02.md', '2019-10-29', 'meeting2020-01-02'],
  ])('%s is of %s, %s', (path, expected, slug) => {
    expect(dateFromPath(path)).toEqual(
      slug === undefined ? { date: expected } : { date: expected, slug },
    );
  });

  test.each([
    ['2019-02-30.md', '2019-02-30', 0],
    ['20191341.md', '20191341', 0],
    ['20191341_meeting_notes.md', '20191341', 0],
    ['2019-13-01-packaging.md', '2019-13-01', 0],
    ['2500-01-01.md', '2500-01-01', 0],
    ['old/notes-2019-02-30.md', '2019-02-30', 10],
    ['old/notes2019-02-30.md', '2019-02-30', 9],
    ['February 30, 2019.md', 'February 30, 2019', 0],
    ['2019-02/30.md', '2019-02/30', 0],
    ['tsc/2019/02/30.md', '2019/02/30', 4],
    ['2019/2/30.md', '2019/2/30', 0],
    ['2014-06/jun-31.md', '2014-06/jun-31', 0],
    ['2014-06-jun-31.md', '2014-06-jun-31', 0],
    ['2019-02-30/notes.md', '2019-02-30', 0],
    ['2019/13-45.md', '2019/13-45', 0],
  ])('%s cannot be', (path, text, start) => {
    expect(dateFromPath(path)).toEqual({ problem: 'impossible', text, start });
  });

  test.each([
    'notes.md',
    'release-4-2019-10-29.md',
    'a1b2-4-2019-10-29.md',
    '2019102929/README.md',
    '2019102928/README.md',
    '2019100117/README.md',
    '2019103099/README.md',
    '2019133001/README.md',
    '20191029301/README.md',
    '2023-09-README.md',
    '2023-09/README.md',
    '2023/README.md',
    'README.md',
    '29.md',
    'jul-31.md',
    'tsc/29.md',
    '12345678.md',
    '120191029.md',
    '2019.md',
    '2019-10.md',
    '2019/10.md',
    '2019/9.md',
    '20199/3.md',
    '2019-10/296.md',
    'v2019/10-29.md',
    'v20191029.md',
    'notes201910291.md',
    'notes2019-1029.md',
    '2024/2024-Q1.md',
    '2024/2024.md',
    '2019/WG-10.md',
    '2019/WG-13-45.md',
    '2019/v2-10-29.md',
    '2019/WG-1029.md',
    '2019/WG-10-29-31.md',
    '2019/rfcs/1029-tables.md',
    '2019/part 2/10-29.md',
    '05-04-2015.md',
    '31-31-2015.md',
    '',
  ])('%j says none', (path) => {
    expect(dateFromPath(path)).toBeUndefined();
  });
});

describe('a title without its date', () => {
  test.each([
    ['osquery office hours 2019-10-29', 'osquery office hours'],
    ['July 31, 2014 Meeting Notes', 'Meeting Notes'],
    ['Notes (2020-01-02)', 'Notes'],
    ['Notes [2020-01-02]', 'Notes'],
    ['2020-01-02: Planning', 'Planning'],
    ['2020-01-02 - Planning', 'Planning'],
    ['Planning — 2020-01-02', 'Planning'],
    ['Planning | 2020-01-02 | osquery', 'Planning | osquery'],
    ['Notes 2020-01-02: planning', 'Notes: planning'],
    ['Notes 2020-01-02 planning', 'Notes planning'],
    ['Notes (2020-01-02) planning', 'Notes planning'],
    ['Meeting notes for 2020-01-02', 'Meeting notes'],
    ['Minutes of the 29th of October 2019', 'Minutes'],
    ['Meeting on Tuesday, 29 October 2019', 'Meeting'],
    ['Tuesday 29 October 2019', ''],
    ['Notes from Tuesday the 29th of October 2019', 'Notes'],
    ['Call — Wednesday, the 2nd of October, 2019', 'Call'],
    ['Notes: the 2nd of October 2019', 'Notes'],
    ['Notes: the 2019-10-29 call', 'Notes: the call'],
    ['Breathe 2019-10-29', 'Breathe'],
    ['Office hours: October 29, 2019 (recorded)', 'Office hours (recorded)'],
    ['Office hours - 2019-10-29 [draft]', 'Office hours [draft]'],
    ['Office hours 29-Oct-2019.', 'Office hours'],
    ['Office hours 2019/10/29–31', 'Office hours'],
    ['2019-10-29–31: Planning', 'Planning'],
    ['2019-10-29–31.5 tables', '31.5 tables'],
    ['Office hours, July 29 - August 1, 2014', 'Office hours'],
    ['2019-10-29', ''],
    [`${'-'.repeat(50_000)}x 2020-01-02`, `${'-'.repeat(50_000)}x`],
    [' No date ', 'No date'],
    ['Notes (2020-02-30)', 'Notes (2020-02-30)'],
    ['Notes (see 2020-01-02 too)', 'Notes (see too)'],
    ['Date: 2020-01-02', ''],
    ['Notes, date: 2020-01-02', 'Notes'],
    ['Call agenda / w/o 7 June 2021', 'Call agenda'],
    ['Call agenda, week of 2021-06-07', 'Call agenda'],
    ['December 16, 2019 [Closed Meeting]', 'Closed Meeting'],
    ['2019-12-16 (APAC)', 'APAC'],
    ['2019-12-16 (APAC) planning', '(APAC) planning'],
    ['2019-12-16 (APAC) (again)', '(APAC) (again)'],
    ['2019-12-16 [APAC)', '[APAC)'],
    ['2019-12-16 ()', '()'],
    ['(APAC) 2019-12-16', '(APAC)'],
    ['Calls week-of 7 June 2021', 'Calls'],
    ['Jul 2, 2024 @ 10am PT', ''],
    ['2024-07-02 15:00 UTC', ''],
    ['2024-07-02T15:00Z', ''],
    ['2024-07-02T15:00:00+02:00', ''],
    ['Jul 16, 2024 (8:00 AM PT)', ''],
    ['Jul 16, 2024 (8:00 AM) notes', 'notes'],
    ['Meeting 2024-07-02, 10-11am Pacific time', 'Meeting'],
    ['Meeting (2024-07-02, 15:00\u201316:00 CEST)', 'Meeting'],
    ['2024-07-02 at 8am PT / 11am ET / 15:00 UTC: planning', 'planning'],
    ['Meeting 2024-07-02 15 UTC+2', 'Meeting'],
    ['Meeting of 2024-07-02 from 2 to 3.30 p.m.', 'Meeting'],
    ['2024-07-02 14h30 minutes', 'minutes'],
    ['Meeting 2024-07-02 noon EST', 'Meeting'],
    ['2024-07-02 15:00 TSC meeting', 'TSC meeting'],
    ['2024-07-02 15:00 et al.', 'et al.'],
    ['2024-07-02 1:1 with Ann', '1:1 with Ann'],
    ['2024-07-02 16:9 pictures', '16:9 pictures'],
    ['2024-07-02 5.12.1', '5.12.1'],
    ['2024-07-02 10 tables', '10 tables'],
    ['2024-07-02 10 PTs', '10 PTs'],
    ['2024-07-02 10amp fuses', '10amp fuses'],
    ['2024-07-02 15:00:x', '15:00:x'],
    ['2024-07-02 100:00', '100:00'],
    ['2024-07-02 Tables until 15:00', 'Tables until 15:00'],
    ['2024-07-02 (15:00 to tables)', '15:00 to tables'],
    ['2024-07-02 PT', 'PT'],
  ])('%j is %j', (title, expected) => {
    expect(removeDate(title)).toBe(expected);
  });

  test('may go on with times without end', () => {
    expect(removeDate(`2024-07-02 ${'10am / '.repeat(20_000)}x`)).toBe('x');
  });

  test.each([
    ['04/09', ''],
    ['4/9', ''],
    ['9.4.', ''],
    ['4/09 Meeting', 'Meeting'],
    ['Meeting minutes 4-9-19', 'Meeting minutes'],
    ['Meeting (04/09/2019)', 'Meeting'],
    ['Meeting, 09.04.2019', 'Meeting'],
    ['Apr 9 notes', 'Notes'],
    ['April 09 SIG-Tables Meeting', 'SIG-Tables Meeting'],
    ['April 9  (APAC)', 'APAC'],
    ['April 9 [Closed Meeting]', 'Closed Meeting'],
    ['Calls Week-of 9 Apr', 'Calls'],
    ['April 9th: notes', 'Notes'],
    ['Notes of the 9th of April', 'Notes'],
    ['Tuesday 9 April', ''],
    ['(9/4/19) Minutes', 'Minutes'],
    ['[April 9] Minutes', 'Minutes'],
    ['Office hours (Tue 4/9/2019) notes', 'Office hours notes'],
    ['Office hours (4/9) notes', 'Office hours (4/9) notes'],
    ['Office hours (see 4/9/2019) notes', 'Office hours (see 4/9/2019) notes'],
    ['(9/4/19 to 10/4/19) Minutes', '(9/4/19 to 10/4/19) Minutes'],
    ['2019-04-09 Meeting', 'Meeting'],
    ['04/10', '04/10'],
    ['Meeting 4/9/18', 'Meeting 4/9/18'],
    ['4/9 of the tables are done', '4/9 of the tables are done'],
    ['Tables 14/9', 'Tables 14/9'],
    ['Tables 4.9', 'Tables 4.9'],
    ['April 91', 'April 91'],
    ['Notes of April 9 on tables', 'Notes of April 9 on tables'],
  ])('of 9 April 2019 %j is %j', (title, expected) => {
    expect(removeOwnDate(title, date('2019-04-09'))).toBe(expected);
  });
});

describe('a printed date', () => {
  test.each([
    ['2019-10-29', 'Tuesday, 29 October 2019', '29 Oct 2019', 'October 2019'],
    ['2020-02-29', 'Saturday, 29 February 2020', '29 Feb 2020', 'February 2020'],
    ['1990-01-01', 'Monday, 1 January 1990', '1 Jan 1990', 'January 1990'],
    ['2021-09-05', 'Sunday, 5 September 2021', '5 Sep 2021', 'September 2021'],
  ])('%s', (text, long, medium, month) => {
    expect(formatDate(date(text), 'long')).toBe(long);
    const [weekday, full] = long.split(', ');
    expect(formatDate(date(text), 'weekday')).toBe(weekday);
    expect(formatDate(date(text), 'date')).toBe(full);
    expect(formatDate(date(text), 'medium')).toBe(medium);
    expect(formatDate(date(text), 'month')).toBe(month);
  });
});

describe('days', () => {
  test.each([
    ['2019-10-29', '2019-10-29', 0],
    ['2019-10-29', '2019-11-26', 28],
    ['2019-11-26', '2019-10-29', -28],
    ['2020-02-28', '2020-03-01', 2],
    ['2019-01-07', '2020-01-07', 365],
  ])('from %s to %s are %i', (a, b, days) => {
    expect(daysBetween(date(a), date(b))).toBe(days);
    expect(addDays(date(a), days)).toBe(b);
  });

  test('end with the years that are read', () => {
    expect(addDays(date('2199-12-31'), 1)).toBeUndefined();
  });
});

describe('a date typed in a search', () => {
  test.each([
    ['2019-10-29', '2019-10-29', '2019-10-29', 'day'],
    ['20191029', '2019-10-29', '2019-10-29', 'day'],
    ['october 29 2019', '2019-10-29', '2019-10-29', 'day'],
    ['29 Oct 2019', '2019-10-29', '2019-10-29', 'day'],
    ['tuesday, 29  october 2019 ', '2019-10-29', '2019-10-29', 'day'],
    ['jan 2020', '2020-01-01', '2020-01-31', 'month'],
    ['February, 2020', '2020-02-01', '2020-02-29', 'month'],
    ['sept 2021', '2021-09-01', '2021-09-30', 'month'],
    ['2020-01', '2020-01-01', '2020-01-31', 'month'],
    ['2020/1', '2020-01-01', '2020-01-31', 'month'],
    ['2020 march', '2020-03-01', '2020-03-31', 'month'],
    ['2019', '2019-01-01', '2019-12-31', 'year'],
    ['29.10.2019', '2019-10-29', '2019-10-29', 'day'],
    ['1.2.2020', '2020-02-01', '2020-02-01', 'day'],
    ['10/29/2019', '2019-10-29', '2019-10-29', 'day'],
    ['29/10/2019', '2019-10-29', '2019-10-29', 'day'],
    ['29-10-2019', '2019-10-29', '2019-10-29', 'day'],
    ['10/2019', '2019-10-01', '2019-10-31', 'month'],
    ['Q3 2020', '2020-07-01', '2020-09-30', 'quarter'],
    ['2019-q1', '2019-01-01', '2019-03-31', 'quarter'],
    ['q4/2019', '2019-10-01', '2019-12-31', 'quarter'],
    ['Febuary 2020', '2020-02-01', '2020-02-29', 'month'],
    ['Novemeber 2019', '2019-11-01', '2019-11-30', 'month'],
    ['Oktober 2019', '2019-10-01', '2019-10-31', 'month'],
    ['agust 2019', '2019-08-01', '2019-08-31', 'month'],
    ['29. Oktober 2019', '2019-10-29', '2019-10-29', 'day'],
    ['Septmber 3, 2019', '2019-09-03', '2019-09-03', 'day'],
  ])('%s is %s to %s, a %s', (text, from, to, precision) => {
    expect(parseDateQuery(text)).toEqual({ from, to, precision });
  });

  test('of two days that it may be, it is the one that is known, else the month comes first', () => {
    const known = (day: string) => (asked: string) => asked === day;
    expect(parseDateQuery('03/02/2021')?.from).toBe('2021-03-02');
    expect(parseDateQuery('03/02/2021', known('2021-02-03'))?.from).toBe('2021-02-03');
    expect(parseDateQuery('03/02/2021', known('2021-03-02'))?.from).toBe('2021-03-02');
    expect(parseDateQuery('3.2.2021', known('2021-03-02'))?.from).toBe('2021-02-03');
  });

  test.each([
    '13/13/2019',
    '29.13.2019',
    '10.29.2019',
    '30/2/2020',
    '13/2019',
    '10.2019',
    '10/29-2019',
    '10/29/19',
    '2020-13',
    '2020-02-30',
    '1984',
    '6140',
    '#2019',
    '5.2.3',
    'january',
    'jan 20',
    'may',
    'march 2020 release',
    'aught 2019',
    'match 2020',
    'q5 2020',
    'q1',
    'faq3 2020',
    'Q3 2500',
    'octopus 2020',
    'remember 2020',
    'release 2019-10-29',
    '2019-10-29 packaging',
    '202001',
    'jan 2500',
    '',
  ])('%j is none', (text) => {
    expect(parseDateQuery(text)).toBeUndefined();
  });
});

describe('a day without its year', () => {
  test.each([
    ['Oct 29', '10-29'],
    ['29 October', '10-29'],
    ['october 29th', '10-29'],
    ['29th of oct.', '10-29'],
    ['29. Oct', '10-29'],
    ['Tuesday, Oct. 29', '10-29'],
    [' may 4 ', '05-04'],
    ['1 sept', '09-01'],
    ['feb 29', '02-29'],
    ['febuary 29', '02-29'],
    ['3. Dezember', '12-03'],
  ])('%j is %s', (text, day) => {
    expect(parseDayOfYear(text)).toBe(day);
  });

  test.each([
    ...[
      'Oct',
      '29',
      'Oct 32',
      'feb 30',
      'oct 0',
      'Oct 29 2019',
      'Oct 2019',
      '4.5',
      '10/29',
      '10-29',
    ],
    ...[
      'may 4 be with you',
      'may 4.5',
      'marching 4',
      'v4 may',
      'may',
      'someday 4 may',
      'decimal 5',
      '',
    ],
  ])('%j is none', (text) => {
    expect(parseDayOfYear(text)).toBeUndefined();
  });
});
