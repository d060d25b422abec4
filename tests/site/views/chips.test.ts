import { expect, test } from 'vitest';

import { relatedReferences } from '../../../src/archive/discussions/related.ts';
import { sitePaths } from '../../../src/archive/paths.ts';
import type { ReferenceKey } from '../../../src/archive/references/reference.ts';
import { referenceChips } from '../../../src/site/views/chips.ts';
import { archiveOf } from '../../archive/archive-of.ts';

test('a label of a reference says in how many sections, where they are more than one', () => {
  const archive = archiveOf({
    '2020-01-01.md': '## Cache\n\nThe #70 and #71.\n',
    '2020-02-01.md': '## Cache\n\nThe #60, then #70; it needs PR #71.\n',
  });
  const thread = archive.reference('acme/app#70' as ReferenceKey)!;
  expect(referenceChips(relatedReferences(archive, thread, 9), sitePaths('/'))).toEqual([
    { href: '/acme/app/pull/71/', text: '#71 in 2 sections' },
    { href: '/acme/app/issues/60/', text: '#60' },
  ]);
});
