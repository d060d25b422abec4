import { expect, test } from 'vitest';

import { nearAnchor } from '../../../src/archive/text/near-anchor.ts';

test.each([
  ['windows-thing', ['linux', 'windows-things'], 'windows-things'],
  ['agenda-item', ['notes', 'agenda'], 'agenda'],
  ['1', ['2', '3'], undefined],
  ['ab', ['ac', 'cd'], undefined],
  ['zebra', ['windows', 'linux'], undefined],
])('of what is there, #%s means', (anchor, anchors, meant) => {
  expect(nearAnchor(anchor, anchors)).toBe(meant);
});
