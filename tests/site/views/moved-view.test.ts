import { expect, test } from 'vitest';

import type { MeetingId } from '../../../src/archive/meeting.ts';
import { sitePaths } from '../../../src/archive/paths.ts';
import { anchorsOfMoved } from '../../../src/site/views/moved-view.ts';
import { aMeeting } from '../a-meeting.ts';

const left = (id: string, meeting: string, anchor: string) => ({
  id,
  meeting: meeting as unknown as MeetingId,
  anchor,
});

const later = aMeeting('2022-02-01', [{ heading: 'Runners' }, { heading: 'Talks' }]);
const there = aMeeting('2022-01-18', [{ heading: 'News' }], {
  departed: [left('testing', '2022-02-01', 'runners'), left('visits', '2022-02-01', 'talks')],
});
const meetings = [there, later];
const archive = {
  meetings,
  meeting: (id: MeetingId) => meetings.find((meeting) => meeting.id === id),
};

test('the page of a note that moved leads to what stands there now by any of its names', () => {
  const now = aMeeting('2022-01-18', [{ heading: 'News' }], {
    ...{
      heading: { id: 'call', text: 'Call', line: 1 },
      aliases: ['minutes'],
      title: 'Call of the day',
    },
  });
  now.sections[0]!.aliases = ['old-news'];
  const anchors = anchorsOfMoved(
    { meetings: [now], meeting: () => now },
    { to: 'meetings/2022-01-18' },
    sitePaths('/'),
  );
  expect(anchors.map(({ id, heading, path }) => [id, heading, path])).toEqual(
    [
      ['call', 'Call of the day'],
      ['minutes', 'Call of the day'],
      ['news', 'News'],
      ['old-news', 'News'],
    ].map(([id, heading]) => [id, heading, `/meetings/2022-01-18/#${id}`]),
  );
});

test('the page of a note that moved leads on what the note there has sent on since', () => {
  const anchors = anchorsOfMoved(
    archive,
    { to: 'meetings/2022-01-18', departed: [left('visits', '2022-01-18', 'news')] },
    sitePaths('/'),
  );
  expect(anchors).toEqual([
    { id: 'visits', heading: 'News', path: '/meetings/2022-01-18/#news' },
    { id: 'testing', heading: 'Runners', path: '/meetings/2022-02-01/#runners' },
    { id: 'news', heading: 'News', path: '/meetings/2022-01-18/#news' },
  ]);
});
