import { expect, test } from 'vitest';

import { bestHeading } from '../../../src/archive/discussions/best-heading.ts';
import type { ReferenceKey } from '../../../src/archive/references/reference.ts';
import { archiveOf } from '../archive-of.ts';

const january = '2020-01-01.md';
const february = '2020-02-01.md';

test.each<[string, Record<string, string>, string | undefined]>([
  ['the heading over it', { [january]: '## Cache\n\nIt is slow: #70.\n' }, 'Cache'],
  ['no heading', { [january]: 'It is slow: #70.\n' }, undefined],
  ['a heading that is habit', { [january]: '## Any PRs\n\n* #70\n' }, undefined],
  ['a part of any minutes', { [january]: '## Action items\n\n* Review #70\n' }, undefined],
  ['a repository', { [january]: '## acme/app\n\n* Cache #70\n' }, undefined],
  [
    'the latest of two',
    { [january]: '## Cache\n\n#70\n', [february]: '## Caching of tables\n\n#70\n' },
    'Caching of tables',
  ],
  [
    'that which it shares with fewer others',
    { [january]: '## Cache\n\n#70 and #70\n', [february]: '## Release\n\n* #70\n* #71\n' },
    'Cache',
  ],
  [
    'that which names it',
    { [january]: '## Cache of #70\n\n#71, #72\n', [february]: '## Caching\n\n#70\n' },
    'Cache of #70',
  ],
  [
    'words rather than a number',
    { [january]: '## Cache\n\n#70 and #71\n', [february]: '## 4.1.0\n\n#70\n' },
    'Cache',
  ],
  [
    'its own heading rather than that of another',
    { [january]: '## Cache\n\n#70, #71\n', [february]: '## Delay, #80\n\nSee #70.\n' },
    'Cache',
  ],
  [
    'the heading of another rather than nothing',
    { [january]: '## Delay, #80\n\n#70\n' },
    'Delay, #80',
  ],
  [
    'what the meeting was called that named it at its head',
    {
      [january]: '---\ntitle: Moving the cache\npr: 70\n---\n\n## Background\n\n#70, #71\n',
      [february]: '---\ntitle: Meeting notes\npr: 70\n---\n\nWords.\n',
    },
    'Moving the cache',
  ],
  [
    'no name of a meeting that named others there too',
    { [january]: '---\ntitle: The cache\nprs: [70, 71]\n---\n\n## Delay\n\n#70\n' },
    'Delay',
  ],
  ['a number rather than nothing', { [january]: '## 4.1.0\n\n#70\n' }, '4.1.0'],
])('a reference is known by %s', (_what, notes, heading) => {
  const archive = archiveOf(notes, { settings: { routine: ['Any PRs'] } });
  const thread = archive.reference('acme/app#70' as ReferenceKey)!;
  expect(bestHeading(thread, archive)?.heading).toBe(heading);
});
