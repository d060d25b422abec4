import { describe, expect, test } from 'vitest';

import { type OutcomeRow, describeOutcomes } from '../../../src/site/views/outcomes-view.ts';

const rows = (open: number, done: number): OutcomeRow[] =>
  Array.from({ length: open + done }, (_, at) => ({ done: at >= open }) as OutcomeRow);

describe('what stands above a list of outcomes', () => {
  test.for<[open: number, done: number, what: string]>([
    [7, 2, '7 open and 2 done, as the notes mark them, the newest first.'],
    [7, 0, '7 open, as the notes mark them, the newest first.'],
    [0, 2, '2 done, as the notes mark them, the newest first.'],
  ])('of %d open and %d done action items: %s', ([open, done, what]) => {
    expect(describeOutcomes('actions', rows(open, done)).what).toBe(what);
  });

  test('of decisions it counts all', () => {
    const { what } = describeOutcomes('decisions', rows(3, 0));
    expect(what).toBe('3 marked as such in the notes, the newest first.');
  });
});
