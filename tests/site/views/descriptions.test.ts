import { expect, test } from 'vitest';

import type { Archive } from '../../../src/archive/archive.ts';
import { sitePaths } from '../../../src/archive/paths.ts';
import { describeMeeting } from '../../../src/site/views/meeting-share.ts';
import { viewReference } from '../../../src/site/views/reference-view.ts';
import { archiveOf } from '../../archive/archive-of.ts';

const paths = sitePaths('/');

const describedAs = (archive: Archive): string =>
  describeMeeting(archive, archive.meetings[0]!, { paths, absolute: (path) => path }).share
    .description;

test.each([
  ['## Cache\n\nWords.\n', 'Cache.'],
  ['## Cache\n\nWords.\n\n## Drop 32 bit?\n\nWords.\n', 'Cache · Drop 32 bit?'],
  ['## To be continued…\n\nWords.\n', 'To be continued…'],
])('a meeting with the note %j is described as %j', (note, description) => {
  expect(describedAs(archiveOf({ '2020-01-01.md': note }))).toBe(description);
});

test.each([
  ['# Calls\n\nWords.\n', 'Wednesday, 1 January 2020', 'Calls, 1 Jan 2020'],
  ['# Votes\n\nWords.\n', 'Votes, 1 Jan 2020', 'Calls, 1 Jan 2020: Votes'],
])('a meeting with the note %j has the title %j, and is shared as %j', (note, title, shared) => {
  const archive = archiveOf({ '2020-01-01.md': note }, { settings: { title: 'Calls' } });
  const told = describeMeeting(archive, archive.meetings[0]!, { paths, absolute: (path) => path });
  expect([told.title, told.share.title]).toEqual([title, shared]);
  expect(told.share.description).toBe('Notes of the meeting of Wednesday, 1 January 2020.');
});

test.each([
  [
    '## Cache of tables\n\n#70\n',
    'What was said about issue #70 in 1 meeting of the Calls: Cache of tables.',
  ],
  ['## Drop it?\n\n#70\n', 'What was said about issue #70 in 1 meeting of the Calls: Drop it?'],
  ['#70\n', 'What was said about issue #70 in 1 meeting of the Calls.'],
])('a reference with the note %j is described as %j', (note, description) => {
  const archive = archiveOf({ '2020-01-01.md': note }, { settings: { title: 'Calls' } });
  const [thread] = archive.references;
  const view = viewReference(thread!, thread!.discussions, archive, paths);
  expect(view.description.replace('issue or pull request', 'issue')).toBe(description);
});
