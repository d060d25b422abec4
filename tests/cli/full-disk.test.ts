import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

import { listFiles } from '../../src/notes/list-files.ts';
import { folder } from '../folder.ts';

const main = path.resolve(import.meta.dirname, '../../src/cli/start.js');

/** Runs the program where no file can hold more than a kilobyte, so that it is as if the disk were full. */
function notesInLittleRoom(directory: string, args: readonly string[]) {
  const limited = ['-c', 'ulimit -f 1; exec "$@"', 'sh', process.execPath, main, ...args];
  const none = { ARCHIVE_CONTENT: '', ARCHIVE_MEETINGS: '', NODE_DISABLE_COMPILE_CACHE: '1' };
  const env = { ...process.env, ...none };
  const { status, stderr } = spawnSync('sh', limited, { cwd: directory, env, encoding: 'utf8' });
  return { code: status, stderr };
}

const textsBelow = (directory: string): [string, string][] =>
  listFiles(directory).map(({ file }) => [file, readFileSync(path.join(directory, file), 'utf8')]);

const sections = Array.from(
  { length: 60 },
  (_, index) => `## Subject ${index}\n\nWords that somebody said of it.\n`,
).join('\n');

const files = {
  'content/archive.yaml': 'title: Minutes\nsentence: Notes.\n',
  'content/template.md': `# Minutes YYYY-MM-DD\n\n${sections}`,
  'content/permalinks.json': '{ "version": 1, "meetings": {}, "pages": [] }\n',
  'content/meetings/2024-01-02.md': `# Minutes 2024-01-02\n\n##Tests\n\n${sections}`,
  'minutes.md': `# Minutes 2024-01-09\n\n${sections}`,
  'again.md': `# Minutes 2024-01-02\n\nOther words.\n\n${sections}`,
};

describe.skipIf(process.platform === 'win32')('a full disk leaves all as it was', () => {
  test.each([
    [['check', '--fix'], 'content/meetings/2024-01-02.md cannot be written'],
    [['permalinks', '--write'], 'content/permalinks.json cannot be written'],
    [['new', '2024-02-06'], 'content/meetings/2024-02-06.md cannot be written'],
    [['import', 'minutes.md', '--write'], 'content/meetings/2024-01-09.md cannot be written'],
    [
      ['import', 'again.md', '--write', '--replace'],
      'content/meetings/2024-01-02.md cannot be written',
    ],
    [
      ['init', 'content/meetings', '--into', 'other'],
      'other/meetings/2024-01-02.md cannot be copied',
    ],
  ])('%j', (args, refusal) => {
    const directory = folder(files);
    const { code, stderr } = notesInLittleRoom(directory, args);
    expect(stderr).toContain(`${refusal}: it would be larger than a file may be there.\n`);
    expect(code).toBe(2);
    expect(textsBelow(directory)).toEqual(textsBelow(folder(files)));
  });
});
