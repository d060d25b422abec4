import { expect, test } from 'vitest';
import { cutBlocks } from '../../src/archive/search-blocks.ts';

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
