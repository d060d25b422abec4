import { expect, test } from 'vitest';

import type { Recording } from '../../../src/archive/meeting.ts';
import { recordingLinks } from '../../../src/archive/note/recording-link.ts';

const of = (provider: string, url: string, start?: number): Recording =>
  ({ provider, url, ...(start !== undefined && { start }) }) as Recording;

test('each is called after where it is, and from when it plays', () => {
  const links = recordingLinks([
    of('other', 'https://www.example.org/a.mp4'),
    of('other', 'https://archive.www.example.org/a.mp4'),
    of('other', 'https://example.org/a.mp4', 0),
  ]);
  expect(links.map(({ label }) => label)).toEqual([
    'Recording 1 (example.org)',
    'Recording 2 (archive.www.example.org)',
    'Recording 3 (example.org)',
  ]);
  expect(recordingLinks([of('other', 'https://example.org/a.mp4', 90)])[0]?.label).toBe(
    'Recording (example.org, from 1:30)',
  );
});
