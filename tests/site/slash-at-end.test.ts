import { expect, test } from 'vitest';

import { withSlash } from '../../src/site/slash-at-end.ts';

test.each([
  ['/osquery/osquery/pull/6140', '/', '/osquery/osquery/pull/6140/'],
  ['/meetings?year=2019', '/', '/meetings/?year=2019'],
  ['/search?q=a/b.c', '/', '/search/?q=a/b.c'],
  ['/vercel/next.js/pull/12', '/', '/vercel/next.js/pull/12/'],
  ['/foundation', '/foundation/', '/foundation/'],
  ['/foundation/meetings', '/foundation/', '/foundation/meetings/'],
  ['//example.org/meetings', '/', '/example.org/meetings/'],
])('%s, of a site at %s, leads to %s', (address, base, expected) => {
  expect(withSlash(address, base)).toBe(expected);
});

test.each([
  ['/', '/'],
  ['/meetings/', '/'],
  ['/?q=words', '/'],
  ['/meetings/?q=words', '/'],
  ['/feed.xml', '/'],
  ['/meetings/2019-10-29.md', '/'],
  ['/vercel/next.js', '/'],
  ['/meetings', '/foundation/'],
  ['/foundations', '/foundation/'],
])('%s, of a site at %s, stays', (address, base) => {
  expect(withSlash(address, base)).toBeUndefined();
});
