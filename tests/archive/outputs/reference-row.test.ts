import { describe, expect, test } from 'vitest';

import {
  latest,
  mostDiscussed,
  referenceRowBytes,
  referenceRows,
  referenceTitle,
} from '../../../src/archive/outputs/reference-row.ts';
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

test('a row does not say again what its heading says', () => {
  const agenda =
    '## Agenda\n\n* Flatten the scope #77\n\n## Minutes\n\n### Flatten the scope #77\n\nSomething.\n';
  const [row] = rowsOf({ '2020-01-01.md': agenda });
  expect(row).toMatchObject({ heading: { text: 'Flatten the scope #77' }, sentence: undefined });
  const earlier = '## Governance\n\nWe should vote on #77 soon.\n';
  expect(rowsOf({ '2019-12-01.md': earlier, '2020-01-01.md': agenda })[0]).toMatchObject({
    heading: { text: 'Flatten the scope #77' },
    sentence: { text: 'We should vote on #77 soon.' },
  });
});

test('the heading counts among the bytes of a row', () => {
  const row = rowsOf({ '2020-01-01.md': '## Cache\n\n* #70\n' })[0]!;
  const without = { ...row, heading: undefined };
  expect(referenceRowBytes(row) - referenceRowBytes(without)).toBeGreaterThanOrEqual(
    'Cache'.length,
  );
});

describe('references in an order', () => {
  const says = (...numbers: number[]): string =>
    numbers.map((number) => `## Part ${number}\n\nThe #${number}.\n`).join('\n');
  const { references } = archiveOf({
    '2020-01-01.md': says(70, 71, 74),
    '2020-02-01.md': says(70, 72),
    '2020-03-01.md': `${says(70)}\nIn passing https://github.com/topics/x/issues/1.\n`,
    '2020-05-01.md': `${says(74)}\nIn passing https://github.com/topics/x/issues/1.\n`,
    '2020-06-01.md': says(69, 72, 71),
    '2020-07-01.md': says(73),
  });
  const labels = (threads: ReturnType<typeof latest>): string[] =>
    threads.map(({ label }) => label);

  test('those discussed most come first, of equals those discussed last', () => {
    expect(labels(mostDiscussed(references, 9))).toEqual(['#70', '#71', '#72', '#74']);
    expect(labels(mostDiscussed(references, 2))).toEqual(['#70', '#71']);
  });

  test('those discussed last come first, of one day those discussed most', () => {
    const order = ['#73', '#71', '#72', '#69', '#74', '#70'];
    expect(labels(latest(references, 9))).toEqual(order);
    expect(labels(latest(references, 2))).toEqual(order.slice(0, 2));
  });
});

test.each([
  ['https://github.com/acme/app/pull/70', 'Pull request #70'],
  ['https://github.com/acme/app/issues/70', 'Issue #70'],
  ['#70', 'Issue or pull request #70'],
])('a reference written as %s is called %s', (written, title) => {
  const { references } = archiveOf({ '2020-01-01.md': `## Cache\n\nThe ${written} of it.\n` });
  expect(references.map(referenceTitle)).toEqual([title]);
});
