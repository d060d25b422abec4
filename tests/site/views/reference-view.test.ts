import { describe, expect, test } from 'vitest';

import { sitePaths } from '../../../src/archive/paths.ts';
import {
  referencesOnManyPages,
  referencesOnOnePage,
  viewReference,
} from '../../../src/site/views/reference-view.ts';
import { archiveOf, topicOf } from '../../archive/archive-of.ts';

const paths = sitePaths('/');
/** What the page of #70 shows of some notes. */
function viewOf(notes: Readonly<Record<string, string>>, topics: readonly string[] = []) {
  const archive = archiveOf(notes, { topics: topics.map((name) => topicOf(name)) });
  const thread = archive.references.find(({ label }) => label === '#70')!;
  return viewReference(thread, thread.discussions, archive, paths);
}

test('what is wide in an excerpt scrolls inside itself', () => {
  const note = `## Builds

- They fail since #70:

  | Windows | macOS |
  | :-- | --: |
  | passed | failed |

  > \`\`\`
  > cmake --build .
  > \`\`\`
`;
  const archive = archiveOf({ '2020-01-01.md': note });
  const [thread] = archive.references;
  const view = viewReference(thread!, thread!.discussions, archive, sitePaths('/'));
  const { html } = view.discussions[0]!;
  expect(html).toContain(
    '<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>',
  );
  expect(html).toContain('<td class="right">failed');
  expect(html).toContain('<pre tabindex="0" role="group" aria-label="Code"><code>cmake');
});

test('what stands before the first heading goes by the name that the meeting has of its own', () => {
  const { discussions } = viewOf({
    '2020-01-01.md': '---\ntitle: Moving the cache\n---\n\nThe #70.\n',
    '2020-02-06.md': '# Meeting notes\n\nThe #70.\n',
  });
  expect(discussions.map(({ heading }) => heading)).toEqual([
    'Moving the cache',
    'Before the first heading',
  ]);
});

test('between two discussions it is said how far they are apart, but not within a day', () => {
  const note = '## Cache\n\nThe #70.\n';
  const { discussions, first, last } = viewOf({
    '2020-01-01.md': note,
    '2020-01-02.md': `${note}\n## Keys\n\nThe #70.\n`,
    '2020-02-06.md': note,
  });
  expect(discussions.map(({ gap }) => gap)).toEqual([
    ...[undefined, '1 day later', undefined, '5 weeks later'],
  ]);
  expect(first).toEqual({ date: '2020-01-01', when: '1 Jan 2020' });
  expect(last).toEqual({ date: '2020-02-06', when: '6 Feb 2020' });
});

test('with the newest discussion first it is said how much earlier the next one was', () => {
  const note = '## Cache\n\nThe #70.\n';
  const archive = archiveOf({ '2020-01-01.md': note, '2020-01-02.md': note });
  const [thread] = archive.references;
  const { discussions } = viewReference(thread!, thread!.discussions.toReversed(), archive, paths);
  expect(discussions.map(({ gap }) => gap)).toEqual([undefined, '1 day earlier']);
});

describe('of what was met in the same sections', () => {
  const names = Array.from({ length: 26 }, (_, index) => `${String.fromCharCode(97 + index)}zone`);

  test('two dozen topics are linked, those of most sections first', () => {
    const { topics } = viewOf(
      {
        '2020-01-01.md': names.map((name) => `## The ${name}\n\nThe #70.\n`).join('\n'),
        '2020-02-01.md': '## More of zzone\n\nThe #70 of zzone.\n',
      },
      names,
    );
    expect(topics.map(({ text }) => text)).toEqual(['zzone', ...names.slice(0, 23)]);
  });

  test('a dozen references are linked, the nearest by number', () => {
    const others = Array.from({ length: 14 }, (_, index) => `#${71 + index}`);
    const { related } = viewOf({ '2020-01-01.md': `## Cache\n\nThe #70, ${others.join(', ')}.\n` });
    expect(related.map(({ text }) => text)).toEqual(others.slice(0, 12));
  });
});

test('a reference is on one page, or on several where its discussions do not fit', () => {
  const day = (index: number): string => `2020-01-${String(index + 1).padStart(2, '0')}.md`;
  // What every note says in the same words would be left out.
  const items = (at: number): string =>
    Array.from(
      { length: 40 },
      (_, item) => `- The #70 of ${at}, which is item ${item} of it\n`,
    ).join('');
  const said = (at: number): string => `## Cache ${at}\n\n${items(at)}`;
  const note = (at: number): string => said(at) + (at < 3 ? `\n## Keys ${at}\n\nThe #71.\n` : '');
  const archive = archiveOf(
    Object.fromEntries(Array.from({ length: 20 }, (_, at) => [day(at), note(at)])),
  );
  expect(referencesOnOnePage(archive, paths).map(({ label }) => label)).toEqual(['#71']);
  const [many, ...others] = referencesOnManyPages(archive, paths);
  expect(others).toEqual([]);
  expect(many?.thread.label).toBe('#70');
  expect(many!.pages.length).toBeGreaterThan(1);
  expect(many!.pages.flatMap(({ items }) => items)).toHaveLength(20);
});
