import { expect, test } from 'vitest';

import { buildArchive } from '../../src/archive/archive.ts';
import { settingsSchema } from '../../src/archive/settings.ts';
import { feedContext } from '../../src/site/feed-context.ts';
import { aMeeting } from './a-meeting.ts';

const archive = buildArchive({
  meetings: [aMeeting('2020-01-01', [{ heading: 'One' }])],
  topics: [],
  settings: settingsSchema.parse({ title: 'Call' }),
});
const { finish } = feedContext(archive, { site: 'https://example.org', base: '/below/' });

test.for([
  [
    'marks of our own',
    '<p dir="rtl"><span class="task" role="img" aria-label="open:"></span> x</p>',
    '<p dir="rtl"><span></span> x</p>',
  ],
  [
    'a link to a note',
    '<a data-meeting="2020-01-01" data-anchor="one" href="#">x</a>',
    '<a href="https://example.org/below/meetings/2020-01-01/#one">x</a>',
  ],
  [
    'words that look like marks',
    '<code>&#x3C;a class="b" href="/c" role="d"></code>',
    '<code>&#x3C;a class="b" href="/c" role="d"></code>',
  ],
])('a feed has %s as it should', ([, html, expected]) => {
  expect(finish(html!, archive.meetings[0]!)).toBe(expected);
});
