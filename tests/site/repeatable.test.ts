import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { officeHours } from '../office-hours.ts';
import { buildSite, project } from './build.ts';
import { differingFiles } from './same-bytes.ts';

/** A command that leaves a program one core, where there is one. */
const oneCore = ['taskset', '--cpu-list', '0'];
const through = spawnSync(oneCore[0]!, [...oneCore.slice(1), 'true']).status === 0 ? oneCore : [];

/** The content as it was before some edits: a note and a topic fewer, and of each note a line here and there. */
function earlierContent(): string {
  const folder = join(project, '.cache/tests/earlier-content');
  rmSync(folder, { recursive: true, force: true });
  cpSync(officeHours, folder, { recursive: true });
  // It would refuse the note that is gone.
  rmSync(join(folder, 'permalinks.json'));
  const meetings = join(folder, 'meetings');
  const [first = '', ...others] = readdirSync(meetings).sort();
  rmSync(join(meetings, first));
  for (const [number, name] of others.entries()) {
    const lines = readFileSync(join(meetings, name), 'utf8').split('\n');
    const kept = lines.filter((_, line) => line % 17 !== number);
    writeFileSync(join(meetings, name), kept.join('\n'));
  }
  const topics = join(folder, 'topics');
  rmSync(join(topics, readdirSync(topics).sort()[0] ?? ''));
  return folder;
}

test('a build with kept work of other content, in another language and on one core, writes the same bytes', async () => {
  const env = {
    TZ: 'Pacific/Kiritimati',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
    ARCHIVE_CONTENT: officeHours,
  };
  // Others use such names too; the program that this build keeps renders the pages of the next one.
  const foreign = { SITE: '1', BASE_URL: '/x/', DEV: '1', MODE: 'development', PROD: '' };
  const earlier = await buildSite({
    name: 'again',
    env: { ...foreign, ARCHIVE_CONTENT: earlierContent() },
  });
  expect(earlier.code, earlier.output).toBe(0);
  expect(differingFiles(inject('sites').real, earlier.dist)).not.toEqual([]);

  const again = await buildSite({ name: 'again', env, through, keep: true });
  expect(again.code, again.output).toBe(0);
  expect(differingFiles(inject('sites').real, again.dist)).toEqual([]);
});
