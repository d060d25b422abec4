import { spawnSync } from 'node:child_process';
import { expect, inject, test } from 'vitest';
import { buildSite } from './build.ts';
import { differingFiles } from './same-bytes.ts';

/** A command that leaves a program one core, where there is one. */
const oneCore = ['taskset', '--cpu-list', '0'];
const through = spawnSync(oneCore[0]!, [...oneCore.slice(1), 'true']).status === 0 ? oneCore : [];

test('a second build, far away, in another language and on one core, writes the same bytes', async () => {
  const env = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
  const again = await buildSite({ name: 'again', env, through });
  expect(again.code, again.output).toBe(0);
  expect(differingFiles(inject('sites').real, again.dist)).toEqual([]);
});
