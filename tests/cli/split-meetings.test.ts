import fc from 'fast-check';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

import { plainWords } from '../../src/cli/fidelity.ts';
import { splitMeetings } from '../../src/cli/split-meetings.ts';
import { empty } from './empty-content.ts';
import { notes } from './run.ts';

/** Each part as its id and its text without the empty line below the heading. */
const partsOf = (markdown: string, source = 'notes.md'): string[] =>
  splitMeetings(markdown, source, 'Office hours').parts.map(
    ({ date, slug, markdown: text }) =>
      `${date}${slug === undefined ? '' : ` ${slug}`}: ${text.replace('\n\n', '\n').trimEnd()}`,
  );

describe('a document is parted', () => {
  test.each<[string, string, string[]]>([
    [
      'at dated headings',
      '# 2022-01-19\n\nOne.\n\n# 2022-01-05\n\nTwo.\n',
      ['2022-01-19: # 2022-01-19\nOne.', '2022-01-05: # 2022-01-05\nTwo.'],
    ],
    [
      'with the headings below them raised',
      '# Minutes\n\n### Jan 19, 2022\n\n#### A\n\n###### B\n\n### Jan 5, 2022\n\n```\n#### D\n```\n',
      ['2022-01-19: # Jan 19, 2022\n## A\n\n#### B', '2022-01-05: # Jan 5, 2022\n```\n#### D\n```'],
    ],
    [
      'with others of the level of its titles below these',
      '## 2022-01-19\n\n## A\n\nC#\n---\n\n### B\n\n## 2022-01-05\n\nTwo.\n',
      ['2022-01-19: # 2022-01-19\n## A\n\nC#\n---\n\n## B', '2022-01-05: # 2022-01-05\nTwo.'],
    ],
    [
      'at underlined headings',
      'Jan 19, 2022\n===\n\nOne.\n\nJan 5, 2022\n===\n\nTwo.\n',
      ['2022-01-19: # Jan 19, 2022\nOne.', '2022-01-05: # Jan 5, 2022\nTwo.'],
    ],
    [
      'at lines in bold',
      '**Jan 19, 2022**\n\n## One\n\n__5 January 2022:__\n\nTwo.\n',
      ['2022-01-19: # Jan 19, 2022\n## One', '2022-01-05: # 5 January 2022:\nTwo.'],
    ],
    [
      'at days without a year, which stands above or in its name',
      '# 2019\n\n## 1/5 Call\n\nOne.\n\n# 2018\n\n## Wed Dec 19th\n\nTwo.\n',
      ['2019-01-05: # 1/5 Call\nOne.', '2018-12-19: # Wed Dec 19th\nTwo.'],
    ],
    [
      'at the level that has the most days',
      '# Since 2020-01-01\n\n## Call 1/19/22\n\nOne.\n\n### 2021-01-01\n\n## Call 1/5/22\n\nTwo.\n',
      ['2022-01-19: # Call 1/19/22\nOne.\n\n## 2021-01-01', '2022-01-05: # Call 1/5/22\nTwo.'],
    ],
    [
      'with names of its own for further meetings of a day',
      '# 2022-01-19\n\nA\n\n# 2022-01-19 - APAC\n\nB\n\n# 2022-01-19\n\nC\n\n# 2022-01-05\n\nD\n',
      [
        '2022-01-19: # 2022-01-19\nA',
        '2022-01-19 apac: # 2022-01-19 - APAC\nB',
        '2022-01-19 2: # 2022-01-19\nC',
        '2022-01-05: # 2022-01-05\nD',
      ],
    ],
    [
      'without the rules between its meetings',
      '# 2022-01-19\n\nA\n\n---\n\n***\n# 2022-01-05\n\nB\n\n---\n\nC\n',
      ['2022-01-19: # 2022-01-19\nA', '2022-01-05: # 2022-01-05\nB\n\n---\n\nC'],
    ],
    [
      'with what each part uses of the definitions',
      '# 2022-01-19\n\nA ![][image1]\n\n# 2022-01-05\n\nB [^1] [C]\n\n[image1]: a.png\n[^1]: Note.\n[c]: https://example.org\n[d]: https://example.org\n',
      [
        '2022-01-19: # 2022-01-19\nA ![][image1]\n\n[image1]: a.png',
        '2022-01-05: # 2022-01-05\nB [^1] [C]\n\n[^1]: Note.\n[c]: https://example.org',
      ],
    ],
  ])('%s', (_name, markdown, parts) => {
    expect(partsOf(markdown)).toEqual(parts);
  });

  test('by the year in the name of its source', () => {
    const markdown = '## Jan 19\n\nOne.\n\n## Jan 5\n\nTwo.\n';
    expect(partsOf(markdown, 'minutes-2019.md')).toHaveLength(2);
    expect(partsOf(markdown, '2019-01-update.md')).toHaveLength(2);
    expect(partsOf(markdown, '2019/2019-11,12.md')).toHaveLength(2);
    for (const name of ['minutes.md', '2019/2020-01.md', 'abc2019def1234.md']) {
      expect(partsOf(markdown, name)).toEqual([]);
    }
  });

  test('and what is of no meeting is named', () => {
    const markdown =
      '# Minutes\n\nAdd *your* [items](https://example.org) below, and then come to the call.\n\n# 2022\n\n## Jan 19\n\nA\n\n# Archive\n\nOld.\n\n## Jan 5, 2021\n\nB\n';
    expect(splitMeetings(markdown, 'notes.md', 'Office hours').rest).toEqual([
      'Minutes Add your items below, and then come …',
      'Archive Old.',
    ]);
  });
});

test.each([
  ['one meeting', '# 2022-01-19\n\nOne.\n\n## Two\n'],
  ['one day', '# 2022-01-19\n\nOne.\n\n# 2022-01-19\n\nTwo.\n'],
  ['other dates', '# 2022-01-19\n\n## Release of 2022-01-20\n\n## Release of 2022-02-20\n'],
  ['dates of several levels', '# 2022-01-19\n\n## 2022-01-20\n'],
  ['dates in code', '```\n# 2022-01-19\n\n# 2022-01-05\n```\n'],
  ['dates within a paragraph', 'We met\n**2022-01-19**\nand\n**2022-01-05**\n'],
])('a document with %s stays whole', (_name, markdown) => {
  expect(partsOf(markdown)).toEqual([]);
});

test('no word is lost', () => {
  const line = fc.constantFrom(
    ...[
      '# 2022-01-19',
      '## Jan 5, 2022',
      '## Jan 12',
      '# 2021',
      '**Dec 1, 2021**',
      '---',
      '===',
      '',
    ],
    ...['word', '- item', '```', '### Topic', '[a]: https://example.org', '[a] text', '[^1]: note'],
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 6, maxLength: 24 }), (lines) => {
      const markdown = `# Jan 19, 2023\n\n${lines.join('\n')}\n\n# Jan 5, 2023\n\nend\n`;
      const { parts } = splitMeetings(markdown, 'notes.md', 'Office hours');
      // A fence that is never closed leaves no heading behind it.
      if (parts.length === 0) return;
      const kept = parts.flatMap((part) => plainWords(part.markdown));
      for (const word of ['word', 'item', 'Topic', 'text']) {
        const times = (list: readonly string[]): number =>
          list.filter((one) => one === word).length;
        // Only what stands before the first meeting, or below a heading of a year, is in none.
        if (!lines.includes('# 2021')) expect(times(kept)).toBe(times(plainWords(markdown)));
      }
    }),
  );
});

describe('import --split', () => {
  const source = '# Office hours\n\nThe link.\n\n## 2022-01-19\n\nOne.\n\n## 2022-01-05\n\nTwo.\n';

  test('makes a note of each meeting, and the next time only of new ones', async () => {
    const directory = empty();
    const command = ['import', '--split', '-'];
    expect(await notes(directory, command, source)).toEqual({
      code: 0,
      stdout: `-: 2 meetings.
  Of no meeting, and left out: Office hours The link.
  Every other word, link and list item of the source is in them.
standard input → content/meetings/2022-01-19.md: 4 words, 0 links, 0 list items.
standard input → content/meetings/2022-01-05.md: 4 words, 0 links, 0 list items.
2 of 2 notes can be taken over.
Nothing is written without --write.
`,
      stderr: '',
    });
    const place = path.join(directory, 'content/meetings');
    expect(readdirSync(place)).toEqual(['.keep']);
    await notes(directory, [...command, '--write'], source);
    writeFileSync(path.join(place, '2022-01-05.md'), '# 2022-01-05\n\nTwo, and mended.\n');
    const later = source.replace('## 2022-01-19', '## 2022-02-02\n\nThree.\n\n## 2022-01-19');
    const again = await notes(directory, [...command, '--write'], later);
    expect(again.code).toBe(1);
    expect(again.stdout).toContain('content/meetings/2022-02-02.md is written.');
    expect(again.stdout).toContain('content/meetings/2022-01-19.md is the same already.');
    expect(again.stdout).toContain('content/meetings/2022-01-05.md is left as it is.');
    expect(again.stdout).toContain('2 of 3 notes taken over.');
    expect(readFileSync(path.join(place, '2022-01-05.md'), 'utf8')).toContain('mended');
  });

  test('is proposed where it was not asked for', async () => {
    const whole = await notes(empty(), ['import', '-'], source);
    expect(whole.stdout).toContain('  It goes on over 2 meetings: --split makes a note of each.\n');
    const one = await notes(empty(), ['import', '-'], '# 2022-01-19\n\nOne.\n');
    expect(one.stdout).not.toContain('--split');
  });

  test('is not proposed for a meeting of several days', async () => {
    const days = '# Summit\n\n## 2022-01-19\n\nOne.\n\n## 2022-01-20\n\nTwo.\n';
    expect((await notes(empty(), ['import', '-'], days)).stdout).not.toContain('--split');
  });

  test('says that a document among the notes has to go', async () => {
    const directory = empty();
    const place = path.join(directory, 'content/meetings');
    for (const [name, isLeft] of [
      ['log.md', true],
      ['2022-01-19.md', false],
    ] as const) {
      writeFileSync(path.join(place, name), source);
      const command = ['import', '--split', path.join(place, name), '--write', '--replace'];
      const { stdout } = await notes(directory, command);
      expect(stdout.includes(`${name} is in the folder of notes itself: remove it`)).toBe(isLeft);
      expect(readFileSync(path.join(place, '2022-01-19.md'), 'utf8')).toBe(
        '# 2022-01-19\n\nOne.\n',
      );
    }
  });

  test('refuses what holds one meeting, and a day or name for all', async () => {
    const one = await notes(empty(), ['import', '--split', '-'], '# 2022-01-19\n\nOne.\n');
    expect(one.code).toBe(2);
    expect(one.stderr).toContain('does not go on from meeting to meeting');
    const dated = await notes(empty(), ['import', '--split', '--date', '2022-01-19', '-'], source);
    expect(dated.stderr).toContain('--date is for one note: leave it out with --split.\n');
  });
});
