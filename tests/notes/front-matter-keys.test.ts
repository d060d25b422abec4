import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

import { frontMatterKeys } from '../../src/archive/note/front-matter.ts';

test('docs/sources.md, which a message names, has every key that is read', () => {
  const file = path.join(import.meta.dirname, '../../docs/sources.md');
  const keys = readFileSync(file, 'utf8').split('\nIn front matter of any of them,')[1] ?? '';
  const named = [...keys.matchAll(/`([a-z]+)`/g)].map(([, key]) => key);
  expect(named.sort()).toEqual(frontMatterKeys);
});
