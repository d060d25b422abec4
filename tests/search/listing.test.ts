import { describe, expect, test } from 'vitest';

import { listResults, viewOf } from '../../src/search/listing.ts';
import { lookup } from './lookup-fixture.ts';

describe('filters', () => {
  const findings = [4, 0, 2, 1].map((record) => ({ record, score: 1, marks: new Map() }));
  const show = (view: Parameters<typeof listResults>[1]) => listResults({ findings }, view, lookup);
  const records = (view: Parameters<typeof listResults>[1]): number[] =>
    show(view).findings.map(({ record }) => record);

  test('by year and by topic', () => {
    expect(records({ sort: 'best' })).toEqual([4, 0, 2, 1]);
    expect(records({ sort: 'best', year: 2019 })).toEqual([0, 1]);
    expect(records({ sort: 'best', topic: 'packaging' })).toEqual([4, 1]);
    expect(records({ sort: 'best', topic: 'packaging', year: 2021 })).toEqual([4]);
    expect(records({ sort: 'best', topic: 'nonsense' })).toEqual([]);
  });

  test('by date, the sections of a meeting in their order', () => {
    expect(records({ sort: 'newest' })).toEqual([4, 2, 0, 1]);
    expect(records({ sort: 'oldest' })).toEqual([0, 1, 2, 4]);
  });

  test('count what each would leave under the other', () => {
    const { years, topics } = show({ sort: 'best', year: 2019 });
    expect(years).toEqual([
      [2021, 1],
      [2020, 1],
      [2019, 2],
    ]);
    expect(topics).toEqual([
      ['packaging', 'Packaging', 1],
      ['code-signing', 'Code signing', 1],
    ]);
  });

  test('the operators of the query go before the controls', () => {
    expect(viewOf({ years: [2020], topics: [] }, { sort: 'newest', year: 2019 })).toEqual({
      sort: 'newest',
      year: 2020,
    });
  });
});
