import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Posting,
  movePostings,
  packPostings,
  placeShapes,
  recordParts,
  unpackPostings,
} from '../../../src/archive/search/search-postings.ts';

test('what is packed is short, and safe in a line', () => {
  const packed = packPostings([
    {
      record: 3,
      textWords: 48,
      places: [{ at: 0, part: 'heading', shape: 'whole', headingWords: 2 }],
    },
    { record: 4, textWords: 48, places: [{ at: 12, part: 'text', shape: 'part' }] },
  ]);
  expect(packed).toMatch(/^[\w-]{6,10}$/);
});

const places = fc
  .uniqueArray(
    fc.record({
      at: fc.integer({ min: 0, max: 50_000 }),
      part: fc.constantFrom(...recordParts),
      shape: fc.constantFrom(...placeShapes),
    }),
    { minLength: 1, maxLength: 8, selector: ({ at }) => at },
  )
  .map((list) =>
    list
      .sort((a, b) => a.at - b.at)
      .map((place) =>
        place.part === 'heading' ? { ...place, headingWords: place.at % 16 } : place,
      ),
  );
const postings = fc
  .uniqueArray(
    fc.record({
      record: fc.integer({ min: 0, max: 200_000 }),
      textWords: fc.constantFrom(6, 12, 24, 48, 96, 192, 384, 768),
      places,
    }),
    { maxLength: 20, selector: ({ record }) => record },
  )
  .map((list): Posting[] => list.sort((a, b) => a.record - b.record));

test('postings come back as they went', () => {
  fc.assert(
    fc.property(postings, (list) => {
      expect(unpackPostings(packPostings(list))).toEqual(list);
    }),
  );
});

test('what was packed part by part is the same text', () => {
  fc.assert(
    fc.property(postings, fc.nat(20), (list, cut) => {
      const [start, rest] = [list.slice(0, cut), list.slice(cut)];
      fc.pre(rest.length > 0);
      const last = start.at(-1)?.record ?? 0;
      const joined = packPostings(start) + movePostings(packPostings(rest), -last);
      expect(joined).toBe(packPostings(list));
    }),
  );
});

test('what is moved is found in later records', () => {
  fc.assert(
    fc.property(postings, fc.nat(1_000_000), (list, by) => {
      fc.pre(list.length > 0);
      const moved = list.map((posting) => ({ ...posting, record: posting.record + by }));
      expect(movePostings(packPostings(list), by)).toBe(packPostings(moved));
    }),
  );
});

test.for([
  [0, 6],
  [7, 6],
  [40, 48],
  [100, 96],
  [100_000, 768],
])('a length of %d words is kept as about %d', ([textWords, kept]) => {
  const posting: Posting = {
    record: 0,
    textWords: textWords!,
    places: [{ at: 0, part: 'text', shape: 'whole' }],
  };
  expect(unpackPostings(packPostings([posting]))[0]?.textWords).toBe(kept);
});

test('what is cut short is read to its end', () => {
  expect(unpackPostings('AAA')).toHaveLength(2);
  expect(unpackPostings('z')).toHaveLength(1);
});
