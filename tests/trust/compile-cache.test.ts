import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

import { folder } from '../folder.ts';

const source = path.join(import.meta.dirname, '../../src/compile-cache.js');

/** Runs the module in a project that keeps more compiled modules than it should. */
function runWithTooMany(before = '') {
  const project = folder({ 'before.mjs': before });
  const kept = path.join(project, '.cache/node/v24');
  mkdirSync(kept, { recursive: true });
  mkdirSync(path.join(project, 'src'));
  copyFileSync(source, path.join(project, 'src/compile-cache.js'));
  for (let number = 0; number <= 4_000; number += 1)
    writeFileSync(path.join(kept, `${number}`), '');
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', './before.mjs', './src/compile-cache.js'],
    {
      cwd: project,
      env: { ...process.env, NODE_COMPILE_CACHE: undefined, NODE_OPTIONS: '' },
      encoding: 'utf8',
    },
  );
  return { status, stderr, left: () => readdirSync(kept).length };
}

test('compiled modules are removed once they are many', () => {
  const { status, stderr, left } = runWithTooMany();
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(left).toThrow('ENOENT');
});

test('compiled modules that cannot be removed, as another run writes some, are left', () => {
  const { status, stderr, left } = runWithTooMany(
    "import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';\n" +
      "fs.rmSync = () => { throw new Error('ENOTEMPTY: directory not empty'); };\n" +
      'syncBuiltinESMExports();\n',
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(left()).toBeGreaterThan(4_000);
});
