import { expect, test } from 'vitest';

import { referenceRowBytes, referenceRows } from '../../../src/archive/outputs/reference-row.ts';
import { sitePaths } from '../../../src/archive/paths.ts';
import { archiveOf } from '../archive-of.ts';

const rowsOf = (notes: Record<string, string>) => {
  const archive = archiveOf(notes);
  return referenceRows(archive.references, archive, sitePaths('/'));
};

test('a row says under which heading a reference stood, though nothing was said of it', () => {
  const rows = rowsOf({ '2020-01-01.md': '## Deprecate the old cache\n\n* #70\n' });
  expect(rows).toMatchObject([
    { label: '#70', heading: { text: 'Deprecate the old cache' }, sentence: undefined },
  ]);
});

test('a row says what was said last, under the heading that is most about it', () => {
  const rows = rowsOf({
    '2020-01-01.md': '## Deprecate the old cache\n\n#70 does it.\n',
    '2020-02-01.md': '## Release\n\n* #70 should be merged before the release\n* #71 can wait\n',
  });
  expect(rows[0]).toMatchObject({
    heading: { text: 'Deprecate the old cache' },
    sentence: { text: '#70 should be merged before the release' },
  });
});

test('the heading counts among the bytes of a row', () => {
  const row = rowsOf({ '2020-01-01.md': '## Cache\n\n* #70\n' })[0]!;
  const without = { ...row, heading: undefined };
  expect(referenceRowBytes(row) - referenceRowBytes(without)).toBeGreaterThanOrEqual(
    'Cache'.length,
  );
});
