import { expect, test } from 'vitest';

import type { MeetingDate } from '../../../src/archive/dates/date.ts';
import { sitePaths } from '../../../src/archive/paths.ts';
import {
  byYear,
  countYears,
  newestDayFirst,
  numberedRoutes,
  pagerLinks,
  titleOnPage,
} from '../../../src/site/views/list-pager.ts';

const paths = sitePaths('/');
const dates = (...days: string[]) => days as MeetingDate[];

test('pages are called by their months, and told apart where they share them', () => {
  const pages = [
    { number: undefined, items: dates('2020-03-20', '2020-05-01') },
    { number: 3, items: dates('2020-03-10', '2020-03-19') },
    { number: 2, items: dates('2020-03-01', '2020-03-09') },
    { number: 1, items: dates('2019-12-31', '2020-02-01') },
  ];
  expect(pagerLinks(pages, '/meetings/', (date) => date, paths)).toEqual([
    { label: 'March 2020 – May 2020', href: '/meetings/', linked: true },
    { label: 'March 2020', href: '/meetings/earlier/3/', linked: true },
    { label: 'March 2020 (2)', href: '/meetings/earlier/2/', linked: true },
    { label: 'December 2019 – February 2020', href: '/meetings/earlier/1/', linked: true },
  ]);
});

test('the first page of a list has its name, a further one its months too', () => {
  const pager = [{ label: 'March 2020 – May 2020' }, { label: 'January 2020' }];
  expect(titleOnPage('Meetings', pager, 0)).toBe('Meetings');
  expect(titleOnPage('Meetings', pager, 1)).toBe('Meetings, January 2020');
});

test('passages of the newest day come first, those of one day in the order of the note', () => {
  const [first, second] = dates('2019-12-31', '2020-02-01');
  const passages = [
    { date: first!, heading: 'Releases' },
    { date: second!, heading: 'Announcements' },
    { date: second!, heading: 'Releases' },
  ];
  const shown = newestDayFirst(passages, ({ date }) => date);
  expect(shown.map(({ heading }) => heading)).toEqual(['Announcements', 'Releases', 'Releases']);
  expect([...byYear(shown, ({ date }) => date).keys()]).toEqual(['2020', '2019']);
});

test('years are counted over all pages', () => {
  const pages = [
    { number: undefined, items: dates('2020-03-20', '2021-05-01') },
    { number: 1, items: dates('2019-12-31', '2020-02-01') },
  ];
  expect([...countYears(pages, (date) => date)]).toEqual([
    ['2020', 2],
    ['2021', 1],
    ['2019', 1],
  ]);
});

test('pages of a list in an order of its own are numbered from its own page on', () => {
  const hrefs = ['/topics/', '/topics/page/2/'];
  expect(numberedRoutes([['a', 'b'], ['c']], '/topics/', paths)).toEqual([
    { params: { page: undefined }, props: { items: ['a', 'b'], place: 0, hrefs } },
    { params: { page: 'page/2' }, props: { items: ['c'], place: 1, hrefs } },
  ]);
});
