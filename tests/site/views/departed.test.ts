import { expect, test } from 'vitest';

import type { MeetingId } from '../../../src/archive/meeting.ts';
import { sitePaths } from '../../../src/archive/paths.ts';
import { departedOf } from '../../../src/site/views/departed.ts';
import { aMeeting } from '../a-meeting.ts';

const paths = sitePaths('/');

const left = (id: string, meeting: string, anchor: string) => ({
  id,
  meeting: meeting as unknown as MeetingId,
  anchor,
});

/** Where the sections lead that left the first of these meetings. */
function departures(departed: ReturnType<typeof left>[], back: ReturnType<typeof left>[] = []) {
  const there = aMeeting('2022-01-18', [{ heading: 'Runners' }]);
  there.sections[0]!.aliases = ['testing'];
  const meetings = [
    aMeeting('2022-01-04', [{ heading: 'News' }], { departed }),
    { ...there, departed: back },
  ];
  const archive = {
    meeting: (id: MeetingId) => meetings.find((meeting) => meeting.id === id),
  };
  return departedOf(archive, meetings[0]!, paths);
}

test.each([
  ['its id', 'runners'],
  ['an id it had before its heading was reworded', 'testing'],
])('a section that left is linked by %s', (_, anchor) => {
  expect(departures([left('testing', '2022-01-18', anchor)])).toEqual([
    { id: 'testing', path: '/meetings/2022-01-18/#runners', heading: 'Runners' },
  ]);
});

test('a section that left twice is linked where it stands now', () => {
  expect(
    departures([left('testing', '2022-01-18', 'x')], [left('x', '2022-01-04', 'news')]),
  ).toEqual([{ id: 'testing', path: '/meetings/2022-01-04/#news', heading: 'News' }]);
});

test('a section that is nowhere, or goes in a circle, is linked by a page', () => {
  const page = { id: 'testing', path: '/meetings/2022-01-18/', heading: '2022-01-18' };
  expect(departures([left('testing', '2022-01-18', '')])).toEqual([page]);
  expect(
    departures([left('testing', '2022-01-18', 'x')], [left('x', '2022-01-04', 'testing')]),
  ).toEqual([page]);
});
