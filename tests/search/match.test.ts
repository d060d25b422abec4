import { describe, expect, test } from 'vitest';
import type { FoundPlace as Place, Postings } from '../../src/search/engine.ts';
import {
  type RankedTerm,
  type Variant,
  matchTerm,
  standsSomewhere,
} from '../../src/search/match.ts';

const place = (at: number, more: Partial<Place> = {}): Place => ({
  ...{ at, part: 'text', shape: 'whole', distance: 0 },
  ...more,
});
/** What a word has in the first record. */
const inFirst = (...places: Place[]): Postings => new Map([[0, { textWords: 50, places }]]);
const matched = (variants: Variant[], more: Partial<RankedTerm> = {}) =>
  matchTerm({ variants, quiet: false, open: false, ...more }, 0);

/** The quality of the places where a word stands so. */
const qualitiesOf = (more: Partial<Place>, term: Partial<RankedTerm> = {}): number[] =>
  matched([{ words: [inFirst(place(9, more))], worth: 1 }], term)?.places.map(
    ({ quality }) => quality,
  ) ?? [];

describe('a longer word', () => {
  test.for([
    [0, 1, 1],
    [1, 0.6, 0.85],
    [9, 0.06, 0.45],
    [10, 0.06, 0.45],
    [40, 0.06, 0.45],
  ] as const)(
    'by %i letters answers %d, and %d of one that is still typed',
    ([distance, whole, open]) => {
      expect(qualitiesOf({ distance })).toEqual([whole]);
      expect(qualitiesOf({ distance }, { open: true })).toEqual([open]);
    },
  );

  test('of a row only the last one is still typed', () => {
    const longer = () => inFirst(place(4, { distance: 1 }));
    const first = { words: [longer(), inFirst(place(5))], worth: 1 };
    const last = { words: [inFirst(place(3)), longer()], worth: 1 };
    expect(matched([first], { open: true })?.best).toBe(0.6);
    expect(matched([last], { open: true })?.best).toBe(0.85);
  });
});

describe('words in a row', () => {
  const row = (first: Place[], second: Place[], more: Partial<Variant> = {}): Variant => ({
    words: [inFirst(...first), inFirst(...second)],
    worth: 1,
    ...more,
  });
  const spots = (variant: Variant) =>
    matched([variant])?.places.map(({ at, quality }) => [at, quality]);

  test.for<[string, Place[]]>([
    ['first', [place(5), place(6, { distance: 3 })]],
    ['last', [place(5, { distance: 3 }), place(6)]],
  ])('are as good as the best that follows, also where it is the %s', ([which, seconds]) => {
    const at = which === 'first' ? 5 : 6;
    expect(spots(row([place(5)], seconds))).toEqual(
      at === 5
        ? [[5, 1]]
        : [
            [5, 1],
            [6, 1],
          ],
    );
  });

  test('are as bad as the worst of them', () => {
    expect(spots(row([place(5)], [place(6, { distance: 1 })]))).toEqual([
      [5, 0.6],
      [6, 0.6],
    ]);
  });

  test('stand behind each other, with no more between them than they allow', () => {
    expect(spots(row([place(5)], [place(7)]))).toBeUndefined();
    expect(spots(row([place(5)], [place(4)]))).toBeUndefined();
    expect(spots(row([place(5)], [place(7)], { gaps: [0, 1] }))).toHaveLength(2);
    expect(spots(row([place(5)], [place(8)], { gaps: [0, 1] }))).toBeUndefined();
  });

  test('are of one part of a section', () => {
    expect(spots(row([place(1, { part: 'heading' })], [place(2)]))).toBeUndefined();
    expect(standsSomewhere(row([place(1, { part: 'heading' })], [place(2)]))).toBe(false);
    expect(standsSomewhere(row([place(1)], [place(2)]))).toBe(true);
  });
});

test('of a label only the very word counts, and it is said where it is a part of one', () => {
  const words = [inFirst(place(3), place(8, { shape: 'part' }))];
  const match = matched([{ words, worth: 1 }], { strict: true });
  expect(match?.places.map(({ at }) => at)).toEqual([3]);
  expect(match?.parts).toEqual([8]);
});

test('of several ways to find a term the best one counts at each place', () => {
  const good = { words: [inFirst(place(3))], worth: 1 };
  const poor = { words: [inFirst(place(3), place(9))], worth: 0.5 };
  for (const variants of [
    [good, poor],
    [poor, good],
  ]) {
    const match = matched(variants);
    expect(match?.places.map(({ at, quality }) => [at, quality])).toEqual([
      [3, 1],
      [9, 0.5],
    ]);
    expect(match?.text).toBe(1.5);
  }
});
