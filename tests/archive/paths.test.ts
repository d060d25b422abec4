import { expect, test } from 'vitest';

import type { MeetingId, SectionId } from '../../src/archive/meeting.ts';
import { sitePaths } from '../../src/archive/paths.ts';
import type { Reference } from '../../src/archive/references/reference.ts';

const paths = sitePaths('/base/');
const id = '2020-01-02' as unknown as MeetingId;
const anchored = (anchor: string) => paths.meeting(id, anchor as unknown as SectionId);

test.each([
  ['a', '/base/meetings/2020-01-02/#a'],
  ['\u00e9', '/base/meetings/2020-01-02/#%C3%A9'],
  ['a'.repeat(1_500), `/base/meetings/2020-01-02/#${'a'.repeat(1_500)}`],
  ['a'.repeat(1_501), '/base/meetings/2020-01-02/'],
  ['\u65e5'.repeat(167), '/base/meetings/2020-01-02/'],
])('a section at %j', (anchor, path) => {
  expect(anchored(anchor)).toBe(path);
});

test('a further page stands below the list that it goes on', () => {
  const reference = { owner: 'acme', repo: 'app', number: 7 } satisfies Reference;
  const list = paths.reference(reference, 'pull');
  expect(paths.earlier(list, 3)).toBe('/base/acme/app/pull/7/earlier/3/');
});

test('what tells sections apart keeps anchors of any length', () => {
  const id = '2020-01-02' as MeetingId;
  const { meeting, section } = sitePaths('/base/');
  const [one, other] = ['b', 'c'].map((end) => `${'a'.repeat(2_000)}${end}` as SectionId);
  expect(meeting(id, one)).toBe(meeting(id, other));
  expect(section(id, one)).not.toBe(section(id, other));
  expect(section(id, 'd é' as SectionId)).toBe(meeting(id, 'd é' as SectionId));
  expect(section(id, undefined)).toBe(meeting(id));
});
