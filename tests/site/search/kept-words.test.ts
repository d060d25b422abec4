import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';

import { unpackPostings } from '../../../src/archive/search/search-postings.ts';
import { type SearchRecord, recordText } from '../../../src/archive/search/search-record.ts';
import { spaceWords } from '../../../src/archive/text/word-break.ts';
import { indexSources, indexWords } from '../../../src/site/search/kept-words.ts';
import { folder } from '../../folder.ts';
import { findImports } from '../../import-rules.ts';

const asked = vi.hoisted(() => ({ times: 0 }));
vi.mock(import('pagefind'), async (original) => {
  const pagefind = await original();
  return {
    ...pagefind,
    createIndex: (...given) => {
      asked.times += 1;
      return pagefind.createIndex(...given);
    },
  };
});
beforeEach(() => {
  asked.times = 0;
});

const plain = (text: string) => ({ text, routine: false });
const record = (heading: string, text: string, trail: string[] = [], routine = false) =>
  recordText({
    url: '',
    heading: { text: heading, routine },
    trail: trail.map(plain),
    references: ['#7283'],
    topics: [],
    text,
  } satisfies SearchRecord);

const notes = [
  [
    record('Packaging', 'one package a platform, with process_open_sockets'),
    record('Windows', 'the package of Windows packages', ['Packaging']),
  ],
  [],
  [record('Release', 'the package is out')],
  [record('Ürsprünge', 'Größe of a package; C++ stays'), record('Other', 'nothing')],
];
const anew = async (wanted = notes) => Object.fromEntries(await indexWords(wanted, folder()));

test('words that are kept are those that are found anew', async () => {
  const cache = folder();
  const first = Object.fromEntries(await indexWords(notes, cache));
  expect(asked.times).toBe(1);
  expect(Object.keys(first)).toEqual(expect.arrayContaining(['package', 'c++', 'große']));
  expect(Object.fromEntries(await indexWords(notes, cache))).toEqual(first);
  expect(asked.times).toBe(1);
});

test.for<[string, typeof notes]>([
  ['changed', [...notes.slice(0, 2), [record('Release', 'a package was late')], notes[3]!]],
  ['put first', [[record('New', 'a package of news')], ...notes]],
  ['put between others', [notes[0]!, [record('New', 'a package')], ...notes.slice(1)]],
  ['taken away', notes.slice(1)],
  ['moved', notes.toReversed()],
  ['made twice', [...notes, notes[0]!]],
  [
    'found to have a heading of habit',
    [...notes.slice(0, 2), [record('Release', 'the package is out', [], true)], notes[3]!],
  ],
  ['with another heading', [[notes[0]![0]!, record('Linux', 'the package')], ...notes.slice(1)]],
])('a note that was %s is found where it stands', async ([, changed]) => {
  const cache = folder();
  await indexWords(notes, cache);
  expect(Object.fromEntries(await indexWords(changed, cache))).toEqual(await anew(changed));
});

test('a number with dots is told from the same digits without', async () => {
  const texts = ['see #45, then (4.5)', 'v4.5 and 4.5.1', '10.15 and 1.0.15', 'a-4.5'];
  const found = await anew([texts.map((text) => record('Numbers', text))]);
  const recordsOf = (word: string) => unpackPostings(found[word] ?? '').map((one) => one.record);
  expect(['45', '4.5', 'v45', '4.5.1', '451'].map(recordsOf)).toEqual([[0], [0], [1], [1], []]);
  expect(['10.15', '1.0.15', '1015', '15'].map(recordsOf)).toEqual([[2], [2], [], [2]]);
  const [posting] = unpackPostings(found['4.5']!);
  expect(posting!.places.map(({ shape }) => shape)).toEqual(['whole']);
});

test('what is kept depends on every module that indexes', () => {
  const src = path.resolve('src');
  const modules = new Set<string>();
  const visit = (file: string): void => {
    // It only says what goes wrong.
    if (modules.has(file) || path.basename(file) === 'plain-error.ts') return;
    modules.add(file);
    for (const { specifier, erased } of findImports(file, readFileSync(file, 'utf8'))) {
      if (!erased && specifier.startsWith('.')) visit(path.resolve(path.dirname(file), specifier));
    }
  };
  visit(path.join(src, 'site/search/index-notes.ts'));
  expect(modules.size).toBeGreaterThan(3);
  const known = indexSources.map((source) => path.resolve(src, source));
  expect([...modules].filter((file) => !known.includes(file))).toEqual([]);
});

test('what is kept of notes that are gone is removed', async () => {
  const cache = folder();
  await indexWords(notes, cache);
  await indexWords([notes[2]!], cache);
  expect(readdirSync(cache)).toHaveLength(1);
});

test('what somebody else keeps there stays', async () => {
  const cache = folder();
  const others = ['photo.jpg', '.gitkeep'];
  for (const name of others) writeFileSync(path.join(cache, name), '');
  await indexWords([notes[2]!], cache);
  expect(readdirSync(cache)).toEqual(expect.arrayContaining(others));
});

test.for<[string, (bytes: Buffer) => Buffer]>([
  ['with another byte', (bytes) => Buffer.concat([bytes.subarray(0, -3), Buffer.from('9]]')])],
  ['cut short', (bytes) => bytes.subarray(0, 50)],
  ['empty', () => Buffer.alloc(0)],
])('a kept file %s is not believed', async ([, damage]) => {
  const cache = folder();
  const first = Object.fromEntries(await indexWords(notes, cache));
  for (const name of readdirSync(cache)) {
    const file = path.join(cache, name);
    writeFileSync(file, damage(readFileSync(file)));
  }
  expect(Object.fromEntries(await indexWords(notes, cache))).toEqual(first);
});

test('words are found where nothing can be kept', async () => {
  const file = path.join(folder(), 'a file');
  writeFileSync(file, '');
  expect(Object.fromEntries(await indexWords(notes, file))).toEqual(await anew());
});

test('notes of more sections than are indexed at one time are numbered through', async () => {
  const many = Array.from({ length: 40 }, (_, note) =>
    Array.from({ length: 90 }, (_, section) => record(`Part ${section}`, `package ${note}`)),
  );
  const cache = folder();
  const first = await indexWords(many, cache);
  expect(asked.times).toBe(2);
  expect(await indexWords(many, cache)).toEqual(first);
  const found = unpackPostings(first.get('package') ?? '');
  expect(found.map(({ record: number }) => number)).toEqual([...Array(3_600).keys()]);
  expect(unpackPostings(first.get('39') ?? '').map(({ record: number }) => number)).toContain(
    3_599,
  );
});

test('words without spaces between them are found each', async () => {
  // As all words, without the marks of their letters.
  const words = await anew([
    [record(spaceWords('日本語の議題'), spaceWords('「マージ」する github'))],
  ]);
  expect(Object.keys(words)).toEqual(
    expect.arrayContaining(['日本語', '議題', 'マーシ', 'する', 'github']),
  );
});
