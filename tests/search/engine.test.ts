import { describe, expect, test } from 'vitest';
import { packPostings } from '../../src/archive/search/search-postings.ts';
import { makeEngine } from '../../src/search/engine.ts';

/** An index whose n-th word stands in the n-th record alone. */
function engineOf(...blocks: string[][]) {
  const words = blocks.flat();
  const loaded: number[] = [];
  const engine = makeEngine(
    blocks.map(([first = '']) => first),
    (block) => {
      loaded.push(block);
      const lines = blocks[block]!.map((word) => {
        const packed = packPostings([
          {
            record: words.indexOf(word),
            textWords: 48,
            places: [{ at: 9, part: 'text', shape: 'whole' }],
          },
        ]);
        return `${word} ${packed}`;
      });
      return Promise.resolve(lines.join('\n'));
    },
  );
  /** What a query word finds: words with how far they are from it. */
  const found = async (word: string): Promise<string[]> => {
    const [postings] = await engine.find([word]);
    return [...postings!].map(([record, { places }]) => `${words[record]} ${places[0]?.distance}`);
  };
  return { engine, loaded, found };
}

const blocks = [
  ['build', 'building', 'builds', 'built'],
  ['certificate', 'certificates', 'certified', 'certify'],
  ['hope', 'hoping', 'notarization', 'notarized', 'pr'],
  ['prompt', 'prs', 'sign', 'signature', 'signed', 'signing', 'zip'],
];

describe('a word finds its forms, then longer ones', () => {
  test.for([
    ['build', ['build 0', 'building 0', 'builds 0']],
    ['certifies', ['certified 0', 'certify 0']],
    ['hope', ['hope 0', 'hoping 0']],
    ['hoping', ['hope 0', 'hoping 0']],
    ['notarize', ['notarization 0', 'notarized 0']],
    ['notariz', ['notarization 5', 'notarized 2']],
    ['sign', ['sign 0', 'signature 4', 'signed 0', 'signing 0']],
    ['pr', ['pr 0', 'prs 0']],
    ['prs', ['pr 0', 'prs 0']],
    ['bu', ['build 3', 'building 3', 'builds 3', 'built 3']],
    ['z', ['zip 2']],
    ['pri', []],
    ['zzz', []],
  ] as const)('%s', async ([word, expected]) => {
    expect(await engineOf(...blocks).found(word)).toEqual(expected);
  });
});

test('of what is found it says what is the very word', async () => {
  const [postings] = await engineOf(...blocks).engine.find(['signed']);
  const same = [...postings!].flatMap(([record, { places }]) => (places[0]?.same ? [record] : []));
  expect(same.map((record) => blocks.flat()[record])).toEqual(['signed']);
});

test('only the blocks of a word are loaded, and once', async () => {
  const { engine, loaded } = engineOf(...blocks);
  await Promise.all([engine.find(['sign']), engine.find(['signing'])]);
  await engine.find(['signs', 'zip']);
  expect(loaded).toEqual([3]);
});

test('forms are found in the block before', async () => {
  const { found, loaded } = engineOf(['sign', 'signal'], ['signed', 'signing'], ['zip']);
  expect(await found('signed')).toEqual(['sign 0', 'signal 2', 'signed 0', 'signing 0']);
  expect(loaded.sort()).toEqual([0, 1]);
});

test('it knows words, their beginnings, and what a word begins with', async () => {
  const { engine } = engineOf(...blocks);
  await engine.find(['signs', 'notariz', 'signpost', 'prx', 'zipper']);
  expect(engine.has('signs')).toBe(true);
  expect(engine.has('notariz')).toBe(false);
  expect(engine.begins('notariz')).toBe(true);
  expect(engine.begins('signpost')).toBe(false);
  expect(engine.beginning('signpost')).toBe('sign');
  expect(engine.beginning('prx')).toBeUndefined();
  expect(engine.beginning('zipper')).toBeUndefined();
});

test('a block that could not be loaded is asked for again', async () => {
  let broken = true;
  const engine = makeEngine(['a'], () =>
    broken ? Promise.reject(new Error('offline')) : Promise.resolve('apple AA'),
  );
  await expect(engine.find(['apple'])).rejects.toThrow('offline');
  broken = false;
  expect((await engine.find(['apple']))[0]?.size).toBe(1);
});

test('an empty index finds nothing', async () => {
  const engine = makeEngine([], () => Promise.reject(new Error('there is no block')));
  expect((await engine.find(['word']))[0]?.size).toBe(0);
});
