import { describe, expect, test } from 'vitest';

import { settingsSchema } from '../../src/archive/settings.ts';
import { readNoteText } from '../../src/notes/read-note.ts';
import { noteResolver } from '../../src/notes/resolve-note.ts';

const files = [
  'Weekly/2021-02-25 Weekly.md',
  'Weekly/2021-03-04.md',
  'Board/2021-03-04 Board.md',
  'Meeting-2021-04-01.md',
  '2021-05-06/index.md',
  'a/2021-06-01.md',
  'b/2021-06-01.md',
];
const settings = settingsSchema.parse({ title: 'Minutes', home: 'a/b' });
const file = 'Weekly/2021-03-04.md';

function read(text: string) {
  const resolveNote = noteResolver(files)(file);
  const { meeting, diagnostics } = readNoteText({ file, shown: file, text, settings, resolveNote });
  return { meeting, codes: diagnostics.map(({ code }) => code) };
}

const link = (meeting: string, words: string, anchor?: string): string =>
  `<a data-meeting="${meeting}"${anchor === undefined ? '' : ` data-anchor="${anchor}"`} href="#">${words}</a>`;

describe('names in two brackets lead to the notes that they name', () => {
  test.each([
    ['[[2021-02-25 Weekly]]', link('2021-02-25-weekly', '2021-02-25 Weekly')],
    ['[[2021-02-25 weekly.md|the last one]]', link('2021-02-25-weekly', 'the last one')],
    ['[[Weekly/2021-02-25 Weekly]]', link('2021-02-25-weekly', 'Weekly/2021-02-25 Weekly')],
    [
      '[[2021-02-25 Weekly#Any other business]]',
      link('2021-02-25-weekly', '2021-02-25 Weekly#Any other business', 'any-other-business'),
    ],
    ['![[2021-02-25 Weekly]]', link('2021-02-25-weekly', '2021-02-25 Weekly')],
    ['[[Meeting 2021-04-01]]', link('2021-04-01', 'Meeting 2021-04-01')],
    ['[[the April one|Meeting-2021-04-01]]', link('2021-04-01', 'the April one')],
    ['*[[2021-03-04 Board]]*', `<em>${link('2021-03-04-board', '2021-03-04 Board')}</em>`],
  ])('%j', (text, html) => {
    const { meeting, codes } = read(`Before ${text} after.\n`);
    expect(meeting?.opening[0]?.html).toBe(`<p>Before ${html} after.</p>`);
    expect(codes).toEqual([]);
  });
});

test.each([
  '[[Prototype]]',
  '[[2021-01-01 Weekly]]',
  '[[Jane Roe|Jane]]',
  '[[#Topics]]',
  '![[picture.png]]',
  '[[2021-06-01]]',
  '[2021-02-25 Weekly]',
  '[[2021-02-25 Weekly]',
  '[[2021-02-25\nWeekly]]',
])('%j stays as it is written', (text) => {
  const { meeting, codes } = read(`Before ${text} after.\n`);
  expect(meeting?.opening[0]?.html).toBe(`<p>Before ${text} after.</p>`);
  expect(codes).toEqual([]);
});

test('code and links are left alone, and a heading keeps the anchor that GitHub gives it', () => {
  const { meeting } = read(
    '`[[2021-02-25 Weekly]]` [see [[2021-02-25 Weekly]]](https://c.d/)\n\n' +
      '## After [[2021-02-25 Weekly]]\n\n## After [[2021-02-25 Weekly|that]]\n',
  );
  expect(meeting?.opening[0]?.html).not.toContain('data-meeting');
  expect(meeting?.sections.map(({ id, heading }) => [id, heading])).toEqual([
    ['after-2021-02-25-weekly', 'After 2021-02-25 Weekly'],
    ['after-2021-02-25-weeklythat', 'After [[2021-02-25 Weekly|that]]'],
  ]);
});

test('what stands beside such a name keeps its place', () => {
  const { meeting } = read(
    'One\n[[2021-02-25 Weekly]] and #12 of [[x]], [[Meeting-2021-04-01]] #13\n',
  );
  expect(meeting?.links.map(({ line, column }) => [line, column])).toEqual([
    [2, 1],
    [2, 41],
  ]);
  expect(meeting?.mentions.map(({ line, column }) => [line, column])).toEqual([
    [2, 27],
    [2, 64],
  ]);
});

describe('relative links lead to notes in the forms of wikis and of sites', () => {
  test.each([
    ['2021-02-25%20Weekly', '2021-02-25-weekly'],
    ['../Meeting-2021-04-01', '2021-04-01'],
    ['../Meeting-2021-04-01.html', '2021-04-01'],
    ['../Meeting-2021-04-01/', '2021-04-01'],
    ['../2021-05-06', '2021-05-06'],
    ['../2021-05-06/', '2021-05-06'],
    ['../2021-05-06/index.html', '2021-05-06'],
    ['../2021-05-06/index.md', '2021-05-06'],
    ['Meeting-2021-04-01', undefined],
    ['../Meeting-2021-04', undefined],
    ['../Meeting-2021-04-01.txt', undefined],
    ['..', undefined],
    ['[[]]', undefined],
  ])('%s', (target, meeting) => {
    expect(noteResolver(files)(file)(decodeURIComponent(target))).toBe(meeting);
  });
});
