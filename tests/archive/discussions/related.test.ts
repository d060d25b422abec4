import { describe, expect, test } from 'vitest';

import { relatedReferences, relatedTopics } from '../../../src/archive/discussions/related.ts';
import type { ReferenceKey } from '../../../src/archive/references/reference.ts';
import { archiveOf, topicOf } from '../archive-of.ts';

describe('related', () => {
  const archive = archiveOf(
    {
      '2020-01-01.md': '## Cache\n\nThe #70 and #71.\n\n## Any PRs\n\n* #70 with #80\n* #90\n',
      '2020-02-01.md': '## Cache\n\nThe #70 and #71 and #60.\n',
    },
    { settings: { routine: ['Any PRs'] }, topics: [topicOf('cache'), topicOf('build')] },
  );
  const thread = archive.reference('acme/app#70' as ReferenceKey)!;

  test('references stand in the same sections, under routine headings in the same item', () => {
    const found = relatedReferences(archive, thread, 9);
    expect(found.map(({ thread: { label }, passages }) => [label, passages])).toEqual([
      ['#71', 2],
      ['#60', 1],
      ['#80', 1],
    ]);
    expect(relatedReferences(archive, thread, 1)).toHaveLength(1);
  });

  test('as often as others, those of the same repository come first, then the nearest by number', () => {
    const one = archiveOf({ '2020-01-01.md': '## Cache\n\nThe #70, #99, a/b#70 and #60.\n' });
    const found = relatedReferences(one, one.reference('acme/app#70' as ReferenceKey)!, 9);
    expect(found.map(({ thread: { label } }) => label)).toEqual(['#60', '#99', 'a/b#70']);
  });

  test('topics are those of the sections', () => {
    const found = relatedTopics(archive, thread);
    expect(found.map(({ thread: { topic }, passages }) => [topic.slug, passages])).toEqual([
      ['cache', 2],
    ]);
  });
});
