import { expect, test } from 'vitest';

import { unpackPostings } from '../../../src/archive/search/search-postings.ts';
import { recordText } from '../../../src/archive/search/search-record.ts';
import { indexNotes } from '../../../src/site/search/index-notes.ts';

const record = (heading: string, text: string) =>
  recordText({
    url: '',
    heading: { text: heading, routine: false },
    trail: [],
    references: [],
    topics: [],
    text,
  });

const notes = [
  [record('Seams', 'the last is oak'), record('oak', 'oak'), record('Empty', '')],
  [],
  [record('Signs', '& — · ¶ "quoted", (bracketed); <b>bold</b> &amp; 1/2 & end')],
  [record('Compounds', 'process_open_sockets, well-known, v4.5 and camelCaseWord o’clock')],
  [record('Scripts', '会 議 の 記 録 · Größe é é 👩‍💻 done ½ ﬁn İstanbul')],
  [record('Numbers', '45 #45 4.5 10,000 0x1F 3rd'), record('Again', 'oak 45')],
];

test('the words of a note are the same, indexed alone or with others', async () => {
  const together = await indexNotes(notes);
  const alone = await Promise.all(notes.map(async (note) => (await indexNotes([note]))[0]!));
  const sorted = (all: typeof together) => all.map((words) => words.toSorted());
  expect(sorted(together)).toEqual(sorted(alone));
  expect(together.map((words) => words.length > 0)).toEqual(notes.map(({ length }) => length > 0));
});

test('a word where one section ends and another begins is found in each of them', async () => {
  const [seams] = await indexNotes(notes);
  const packed = new Map(seams!.map(([word, postings]) => [word, postings]));
  const found = unpackPostings(packed.get('oak')!);
  expect(found.map(({ record: number, places }) => [number, places])).toMatchObject([
    [0, [{ part: 'text' }]],
    [1, [{ part: 'heading' }, { part: 'text' }]],
  ]);
});

test('of a word it is known how long the text is where it stands, without what is around that', async () => {
  const long = Array.from({ length: 96 }, () => 'elm').join(' ');
  const [words] = await indexNotes([
    [record('Oak and many other trees', 'ash'), record('Oak', long), record('Oak', '')],
  ]);
  const oak = words!.find(([word]) => word === 'oak');
  // Lengths are kept as 6 times a power of two.
  expect(unpackPostings(oak![1]).map(({ textWords }) => textWords)).toEqual([6, 96, 6]);
});

test('of a word that is written very often the first dozen places are kept', async () => {
  const [words] = await indexNotes([
    [record('Trees', 'oak '.repeat(20).trim()), record('Oak', '')],
  ]);
  const oak = words!.find(([word]) => word === 'oak');
  expect(unpackPostings(oak![1]).map(({ places }) => places.length)).toEqual([12, 1]);
});
