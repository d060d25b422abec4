import { expect, test } from 'vitest';
import { addSlips, cutBlocks } from '../../../src/archive/search/search-blocks.ts';
import {
  type WordPlace,
  packPostings,
  unpackPostings,
} from '../../../src/archive/search/search-postings.ts';

const long = 'A'.repeat(3_000);

test('words are cut into blocks in order, each with letters that tell it from those before', () => {
  const { starts, blocks } = cutBlocks(
    new Map([
      ['signing', long],
      ['sign', long],
      ['notary', long],
      ['build', 'B'],
    ]),
  );
  expect(blocks.map((block) => block.split('\n').map((line) => line.split(' ')[0]))).toEqual([
    ['build', 'notary'],
    ['sign'],
    ['signing'],
  ]);
  expect(starts).toEqual(['b', 's', 'signi']);
});

test('a word too long for a block has one of its own', () => {
  const { blocks } = cutBlocks(
    new Map([
      ['a', long.repeat(20)],
      ['b', 'B'],
    ]),
  );
  expect(blocks.map((block) => block.charAt(0))).toEqual(['a', 'b']);
});

test('of no words there are no blocks', () => {
  expect(cutBlocks(new Map())).toEqual({ starts: [], blocks: [] });
});

test('slips also stand under the right word, all of them, and say what was meant', () => {
  const at = (record: number, place: number): string => {
    const places: WordPlace[] = [{ at: place, part: 'text', shape: 'whole' }];
    return packPostings([{ record, textWords: 48, places }]);
  };
  const misspelt = new Map([
    ['certficate', 'certificate'],
    ['certifcate', 'certificate'],
    ['bulid', 'build'],
  ]);
  const index = new Map([
    ['certificate', at(2, 5)],
    ['certficate', at(2, 9)],
    ['certifcate', at(1, 4)],
  ]);
  addSlips(index, misspelt);
  const found = unpackPostings(index.get('certificate')!).map(({ record, places }) => [
    record,
    places.map((place) => `${place.at} ${place.shape}`),
  ]);
  expect(found).toEqual([
    [1, ['4 slip']],
    [2, ['5 whole', '9 slip']],
  ]);
  expect(index.has('build')).toBe(false);
  expect(cutBlocks(index, misspelt).blocks[0]).toMatch(/^certficate>certificate /);
});
