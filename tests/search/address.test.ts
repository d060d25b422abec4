import { describe, expect, test } from 'vitest';

import { readState, writeState } from '../../src/search/address.ts';

describe('the address', () => {
  test.for([
    ['?q=a%26b&year=2020&topic=packaging&sort=newest&literal'],
    ['?q=%236140'],
    ['?year=2020'],
    [''],
  ])('%s comes back as it was', ([search]) => {
    expect(writeState(readState(search!))).toBe(search);
  });

  test('leaves out what it cannot be', () => {
    expect(readState('?q=x&year=20&sort=sideways')).toEqual({
      typed: 'x',
      view: { sort: 'best' },
      literal: false,
    });
  });
});
