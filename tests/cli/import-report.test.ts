import { describe, expect, test } from 'vitest';

import type { MeetingDate } from '../../src/archive/dates/date.ts';
import { type Import, type TakenOver, few, reportOfSource } from '../../src/cli/import-report.ts';

const note: Import = {
  ...{ source: 'minutes.md', date: '2022-06-21' as MeetingDate, file: '2022-06-21.md' },
  ...{ markdown: '', kept: { words: [], links: [], items: 0 }, pictures: [] },
};
const nothing = { words: [], links: [], items: 0, pictures: 0 };
const faithful = (those: string): string =>
  `  Every word, link and list item of the source is in ${those}.\n`;

/** What is said of one note; of two, where `notes` says so. */
const said = ({ losses, ...others }: Partial<TakenOver>): string =>
  reportOfSource({
    ...{ notes: [note], dropped: [], rest: [], meetings: 0 },
    ...{ losses: { ...nothing, ...losses }, ...others },
  });

describe('of a source it is said', () => {
  test.each<[string, Partial<TakenOver>, string]>([
    ['that all of it is in the note', {}, faithful('it')],
    ['that all of it is in the notes', { notes: [note, note] }, faithful('them')],
    [
      'which words are not in the note',
      { losses: { ...nothing, words: ['Ann', 'Lee'] } },
      '  Words that are not in the note: Ann, Lee.\n',
    ],
    [
      'which links are not in the notes',
      { notes: [note, note], losses: { ...nothing, links: ['https://example.org'] } },
      '  Links that are not in the notes: https://example.org.\n',
    ],
    [
      'how many list items the note has less',
      { losses: { ...nothing, items: 1 } },
      '  The note has 1 list item less.\n',
    ],
    [
      'how many list items the notes have less',
      { notes: [note, note], losses: { ...nothing, items: 2 } },
      '  The notes have 2 list items less.\n',
    ],
    [
      'that a picture is missed, which is no word',
      { losses: { ...nothing, pictures: 1 } },
      `  1 picture is not in the note: save it beside it and write ![what it shows](picture.png).\n${faithful('it')}`,
    ],
    [
      'that pictures are missed in the notes',
      { notes: [note, note], losses: { ...nothing, pictures: 2 } },
      `  2 pictures are not in the notes: save them beside it and write ![what it shows](picture.png).\n${faithful('them')}`,
    ],
  ])('%s', (_what, taken, report) => {
    expect(said(taken)).toBe(report);
  });

  test('which marks only spoke to the editor, a long one by its first letters', () => {
    const long = `{%pdf ${'a'.repeat(34)}%}`;
    const dropped = ['', 'name', '![A plan](data:)', '[image1]: <data:>', '[TOC]', long];
    expect(said({ dropped })).toBe(
      `  Left out, as it only speaks to the editor: [TOC], {%pdf ${'a'.repeat(34)}….\n${faithful('it')}`,
    );
    const whole = `{%pdf ${'a'.repeat(32)}%}`;
    expect(whole).toHaveLength(40);
    expect(said({ dropped: [whole] })).toContain(`editor: ${whole}.\n`);
  });
});

test.each([
  ['none', 0, ''],
  ['a dozen', 12, '1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12'],
  ['one more than a dozen', 13, '1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, …'],
])('of %s only a dozen are named, each once', (_count, length, shown) => {
  const words = Array.from({ length }, (_, index) => `${index + 1}`);
  expect(few(words)).toBe(shown);
  expect(few(words.flatMap((word) => [word, word]))).toBe(shown);
});
