import { expect, test } from 'vitest';

import type { MeetingId, SectionId } from '../../../src/archive/meeting.ts';
import { sitePaths } from '../../../src/archive/paths.ts';
import { threadLine, threadsOf } from '../../../src/site/views/threads.ts';
import { archiveOf } from '../../archive/archive-of.ts';

test('a thread line names the reference that links two sections, where no heading does', () => {
  const archive = archiveOf({
    '2020-01-01.md': '## Cache\n\nWords on #70.\n',
    '2020-02-01.md': '## Now\n\nWords on #70.\n',
    '2020-03-01.md': '## Fix of #70\n\nIt is done.\n',
  });
  const thread = threadsOf(archive).threadOf('2020-02-01' as MeetingId, 'now' as SectionId);
  const { earlier, later } = threadLine(thread, sitePaths('/'))!;
  const shown = [...earlier, ...later].map(({ href, when, name, via }) => [href, when, name, via]);
  expect(shown).toEqual([
    ['/meetings/2020-01-01/#cache', '1 Jan 2020', 'Cache', '#70'],
    ['/meetings/2020-03-01/#fix-of-70', '1 Mar 2020', 'Fix of #70', undefined],
  ]);
});
