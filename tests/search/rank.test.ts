import { describe, expect, test } from 'vitest';
import type { RecordPart } from '../../src/archive/search/search-postings.ts';
import type { FoundPlace as Place, Postings } from '../../src/search/engine.ts';
import type { RankedTerm } from '../../src/search/match.ts';
import { rankRecords } from '../../src/search/rank.ts';

const place = (at: number, part: RecordPart = 'text', more: Partial<Place> = {}): Place => ({
  at,
  part,
  shape: 'whole',
  distance: 0,
  ...(part === 'heading' && { headingWords: 2 }),
  ...more,
});
const postings = (entries: Record<number, Place[]>, textWords = 50): Postings =>
  new Map(
    Object.entries(entries).map(([record, places]) => [Number(record), { textWords, places }]),
  );
const term = (entries: Record<number, Place[]>, more: Partial<RankedTerm> = {}): RankedTerm => ({
  variants: [{ words: [postings(entries)], worth: 1 }],
  quiet: false,
  open: false,
  ...more,
});
const facts = { count: 40, averageWords: 50 };
const order = (terms: RankedTerm[], allowed = (_: number) => true): number[] =>
  rankRecords(terms, facts, allowed).map(({ record }) => record);

describe('what comes first', () => {
  test('a heading before a passing word', () => {
    expect(order([term({ 1: [place(9)], 2: [place(0, 'heading')], 3: [place(9)] })])[0]).toBe(2);
  });

  test('a part of a long name is found in a heading, and hardly in a text', () => {
    const fragment = { shape: 'fragment' } as const;
    const found = {
      1: [place(9)],
      2: [place(0, 'heading', fragment)],
      3: [place(9, 'text', fragment)],
    };
    const scores = new Map(
      rankRecords([term(found)], facts, () => true).map(({ record, score }) => [record, score]),
    );
    const shareOf = (record: number): number => scores.get(record)! / scores.get(1)!;
    expect(shareOf(2)).toBeGreaterThan(0.8);
    expect(shareOf(3)).toBeLessThan(0.1);
  });

  test('the word itself before a longer one', () => {
    expect(order([term({ 2: [place(9)], 5: [place(9, 'text', { distance: 3 })] })])).toEqual([
      2, 5,
    ]);
  });

  test('all words before one of them in a heading', () => {
    const bpf = term({ 1: [place(20)], 2: [place(0, 'heading')] });
    const memory = term({ 1: [place(22)], 3: [place(5)] });
    expect(order([bpf, memory])[0]).toBe(1);
  });

  test('all words once before one of them in a heading and again and again', () => {
    const bpf = term({ 1: [place(20)], 2: [place(0, 'heading'), place(9), place(12), place(15)] });
    const memory = term({ 1: [place(200)], 3: [place(5)] });
    expect(order([bpf, memory])[0]).toBe(1);
  });

  test('a word that tells something in a heading before one there that tells little', () => {
    const quiet = term({ 1: [place(0, 'heading')] }, { quiet: true });
    const loud = term({ 1: [place(30)], 2: [place(0, 'heading')] });
    expect(order([quiet, loud])).toEqual([2, 1]);
  });

  test('words in a row before words far apart', () => {
    const first = term({ 4: [place(10)], 6: [place(10)] });
    const second = term({ 4: [place(11)], 6: [place(200)] });
    expect(order([first, second])).toEqual([4, 6]);
  });

  test('words up to a dozen apart before words further apart, however far', () => {
    const first = term({ 4: [place(10)], 6: [place(10)], 8: [place(10)] });
    const second = term({ 4: [place(22)], 6: [place(23)], 8: [place(200)] });
    expect(order([first, second])).toEqual([4, 8, 6]);
  });

  test('of equals the newer', () => {
    expect(order([term({ 3: [place(4)], 7: [place(4)], 5: [place(4)] })])).toEqual([7, 5, 3]);
  });

  test('of sections headed alike one with hardly a word of its own comes last', () => {
    const headed = {
      at: 0,
      part: 'heading',
      shape: 'whole',
      distance: 0,
      headingWords: 2,
    } as const;
    const found = rankRecords(
      [
        {
          variants: [
            {
              words: [
                new Map([
                  [3, { textWords: 400, places: [headed] }],
                  [5, { textWords: 12, places: [headed] }],
                  [8, { textWords: 6, places: [headed] }],
                ]),
              ],
              worth: 1,
            },
          ],
          quiet: false,
          open: false,
        },
      ],
      facts,
      () => true,
    );
    expect(found.map(({ record }) => record)).toEqual([5, 3, 8]);
    expect(found[2]!.score / found[0]!.score).toBeGreaterThan(0.9);
  });

  test('a short section before a long one', () => {
    const uneven = new Map([
      ...postings({ 9: [place(4)] }, 400),
      ...postings({ 2: [place(4)] }, 20),
    ]);
    const found = rankRecords(
      [{ variants: [{ words: [uneven], worth: 1 }], quiet: false, open: false }],
      facts,
      () => true,
    );
    expect(found.map(({ record }) => record)).toEqual([2, 9]);
  });
});

describe('ways to find a term', () => {
  test('parts count where they stand in one word or in a row', () => {
    const parts: RankedTerm = {
      variants: [
        {
          words: [
            postings({ 1: [place(5, 'text', { shape: 'part' })], 2: [place(5)], 3: [place(5)] }),
            postings({ 1: [place(5, 'text', { shape: 'part' })], 2: [place(6)], 3: [place(9)] }),
          ],
          worth: 0.9,
        },
      ],
      quiet: false,
      open: false,
    };
    expect(order([parts]).sort()).toEqual([1, 2]);
  });

  test('in a row even parts of an address count', () => {
    const fragment = { shape: 'fragment' } as const;
    const inRow: RankedTerm = {
      ...{ quiet: false, open: false },
      variants: [
        {
          words: [
            postings({ 1: [place(5, 'text', fragment)] }),
            postings({ 1: [place(5, 'text', fragment)] }),
          ],
          worth: 0.9,
        },
      ],
    };
    const scoreOf = (searched: RankedTerm): number =>
      rankRecords([searched], facts, () => true)[0]!.score;
    expect(scoreOf(inRow)).toBeGreaterThan(2 * scoreOf(term({ 1: [place(5, 'text', fragment)] })));
  });

  test('a strict term takes no part of a compound and no longer word', () => {
    const strict = term(
      {
        1: [place(3, 'references')],
        2: [place(3, 'references', { shape: 'part' })],
        3: [place(3, 'text', { distance: 1 })],
      },
      { strict: true },
    );
    expect(order([strict])).toEqual([1]);
  });

  test('beside a strict term the compounds that have it are marked as well as it is', () => {
    const places = [place(3), place(8, 'text', { shape: 'part' })];
    const [found] = rankRecords([term({ 1: places }, { strict: true })], facts, () => true);
    expect(found?.marks).toEqual(
      new Map([
        [3, 1],
        [8, 1],
      ]),
    );
  });

  test('a topic is found without its word, after those that say it', () => {
    expect(order([term({ 8: [place(3)] }, { about: new Set([5]) })])).toEqual([8, 5]);
  });

  test('a quiet word alone finds nothing, and is not marked', () => {
    const quiet = term({ 1: [place(1)], 2: [place(1)] }, { quiet: true });
    const loud = term({ 2: [place(4)] });
    const found = rankRecords([quiet, loud], facts, () => true);
    expect(found.map(({ record, marks }) => [record, [...marks.keys()]])).toEqual([[2, [4]]]);
  });
});

test('what is not allowed does not come', () => {
  expect(order([term({ 1: [place(1)], 2: [place(1)] })], (record) => record !== 2)).toEqual([1]);
});
