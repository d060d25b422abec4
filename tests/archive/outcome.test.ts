import { describe, expect, test } from 'vitest';

import { settingsSchema } from '../../src/archive/settings.ts';
import { readNoteText } from '../../src/notes/read-note.ts';

const settings = settingsSchema.parse({ title: 'Minutes', home: 'rust-lang/rust' });

/** What a text under a heading is read as: each action, decision and box of an agenda with its text. */
function outcomes(text: string, heading = 'Nominated'): string[] {
  const { meeting } = readNoteText({
    file: '2020-01-02.md',
    shown: '2020-01-02.md',
    text: `# Minutes 2020-01-02\n\n## ${heading}\n\n${text}\n`,
    settings,
    resolveNote: () => undefined,
  });
  const mark = (done: boolean | undefined): string => (done ? 'x' : ' ');
  return [
    ...(meeting?.actions ?? []).map(({ text: words, done }) => `action [${mark(done)}] ${words}`),
    ...(meeting?.decisions ?? []).map(({ text: words }) => `decision ${words}`),
    ...(meeting?.boxes ?? []).map(({ text: words, done }) => `box [${mark(done)}] ${words}`),
  ];
}

const pull = (number: number): string => `https://github.com/rust-lang/rust/pull/${number}`;

describe('a box is of an agenda', () => {
  test.for<[string, string, string[]]>([
    ['where it holds but a linked title', `- [ ] [Pin #5](${pull(5)})`, ['box [ ] Pin #5']],
    ['where it holds but a number', '- [x] #5', ['box [x] #5']],
    [
      'where it holds several of them',
      `- [ ] [Pin](${pull(5)}), [Drop](${pull(6)})`,
      ['box [ ] Pin, Drop'],
    ],
    ['behind a day', '- [ ] April 21: #90', ['box [ ] April 21: #90']],
    ['behind a day in figures', '- [ ] 2021-04-21 -- #90', ['box [ ] 2021-04-21 -- #90']],
    [
      'beside more that are',
      '- [ ] #90\n- [x] #92\n- [ ] May 5 <-- planning',
      ['box [ ] #90', 'box [x] #92', 'box [ ] May 5 <-- planning'],
    ],
    [
      'above those that are',
      '- [ ] Some older ones\n  - [ ] #90\n  - [x] #92',
      ['box [ ] Some older ones', 'box [ ] #90', 'box [x] #92'],
    ],
  ])('%s', ([, text, read]) => {
    expect(outcomes(text)).toEqual(read);
  });
});

describe('a box is something to do', () => {
  test.for<[string, string, string[]]>([
    ['where it says what', '- [ ] Review #5', ['action [ ] Review #5']],
    ['where it says who', '- [ ] niko: #5', ['action [ ] niko: #5']],
    ['behind a day', '- [ ] May 5: book a room for #90', ['action [ ] May 5: book a room for #90']],
    [
      'where it links something else',
      '- [ ] [Mend the docs](https://docs.rs/)',
      ['action [ ] Mend the docs'],
    ],
    [
      'beside no more that are of an agenda',
      '- [ ] #90\n- [ ] Ask Ralf',
      ['action [ ] Ask Ralf', 'box [ ] #90'],
    ],
    [
      'below one of an agenda',
      `- [ ] [Pin](${pull(5)})\n  - [ ] Niko to sum up`,
      ['action [ ] Niko to sum up', 'box [ ] Pin'],
    ],
  ])('%s', ([, text, read]) => {
    expect(outcomes(text)).toEqual(read);
  });

  test('under a heading that says so, whatever it holds', () => {
    expect(outcomes(`- [ ] [Pin #5](${pull(5)})`, 'Action items')).toEqual(['action [ ] Pin #5']);
  });
});
