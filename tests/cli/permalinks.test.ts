import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

import { folder } from '../folder.ts';
import { content, last } from './one-note.ts';
import { notes } from './run.ts';

test('permalinks records the addresses, and then is content', async () => {
  const directory = content();
  const first = await notes(directory, ['permalinks']);
  expect(first).toEqual({
    code: 1,
    stdout:
      '11 paths and 3 anchors are not on record yet.\n' +
      'content/permalinks.json is not up to date; --write brings it there.\n',
    stderr: '',
  });
  const written = await notes(directory, ['permalinks', '--write']);
  expect(written.stdout).toBe(
    '11 paths and 3 anchors are on record now.\ncontent/permalinks.json is written.\n',
  );
  const again = await notes(directory, ['permalinks']);
  expect(again).toEqual({
    code: 0,
    stdout: 'content/permalinks.json is up to date.\n',
    stderr: '',
  });
});

test('permalinks says what is to be done where a link stays lost, and at its line', async () => {
  const directory = content();
  await notes(directory, ['permalinks', '--write']);
  rmSync(path.join(directory, 'content/meetings/2020-02-04.md'));
  const { code, stdout } = await notes(directory, ['permalinks', '--write']);
  expect(code).toBe(1);
  const record = readFileSync(path.join(directory, 'content/permalinks.json'), 'utf8');
  const line = record.split('\n').findIndex((text) => text.includes('"2020-02-04": {')) + 1;
  expect(line).toBeGreaterThan(1);
  expect(stdout).toContain(
    `content/permalinks.json:${line}:1 error permalink-lost: The published address /meetings/2020-02-04/ `,
  );
  expect(stdout).toMatch(
    /\n\d+ lost links are to be mended, as said above, before the site can be built again\.\n$/,
  );
});

test('where a page is lost, moves are to be accepted before its place is recorded by hand', async () => {
  const moved = '## Signing\n\nKeys are kept in a safe, and two people know where it stands.\n';
  const directory = content({
    'content/meetings/2020-02-04.md': `${last}\n## Tests\n\nAll are green on each system.\n\n${moved}`,
  });
  await notes(directory, ['permalinks', '--write']);
  const meetings = path.join(directory, 'content/meetings');
  rmSync(path.join(meetings, '2020-02-04.md'));
  writeFileSync(path.join(meetings, '2020-03-03.md'), `# Minutes 2020-03-03\n\n${moved}`);
  const adviceOf = ({ stdout }: { stdout: string }): string =>
    /permalink-lost: The published address \/meetings\/2020-02-04\/ .*\n +(.*) what stood there/.exec(
      stdout,
    )?.[1] ?? '';
  expect(adviceOf(await notes(directory, ['permalinks']))).toBe(
    'First accept what has moved, with "npm run notes -- permalinks --write"; then bring back',
  );
  expect((await notes(directory, ['check'])).stdout).toContain('fix: First accept what has moved');
  expect(adviceOf(await notes(directory, ['permalinks', '--write']))).toBe('Bring back');
});

test('what lies outside of the project is called by its whole path', async () => {
  const directory = folder({
    'ours/meetings/2020-01-07.md': '# Minutes 2020-01-07\n\nWords.\n',
    'project/x': '',
  });
  const project = path.join(directory, 'project');
  const at = (name: string): string => path.join(directory, name);
  const written = await notes(project, ['permalinks', '--write', '--content', '../ours']);
  expect(written.stdout).toBe(
    `6 paths and 1 anchor are on record now.\n${at('ours/permalinks.json')} is written.\n`,
  );
  const missing = await notes(project, ['check', '--content', '../none']);
  expect(missing.stderr).toContain(`There is no folder of notes at ${at('none')}.\n`);
});

test('permalinks says what moved and where to, before it is accepted and when it is', async () => {
  const topic = '---\nname: Table\nsummary: What is asked.\n---\n\nRows.\n';
  const directory = content({ 'content/topics/tables.md': topic });
  await notes(directory, ['permalinks', '--write']);
  const place = (file: string): string => path.join(directory, 'content', file);
  const note = readFileSync(place('meetings/2020-02-04.md'), 'utf8');
  writeFileSync(place('meetings/2020-02-04.md'), note.replace('## Tables', '## All tables'));
  renameSync(place('topics/tables.md'), place('topics/table.md'));
  const moves = [
    'content/meetings/2020-02-04.md:3:1 error permalink-moved: The published address ' +
      '/meetings/2020-02-04/#tables leads nowhere any more; what stood there seems to be ' +
      '#all-tables ("All tables") now.',
    'content/permalinks.json:24:1 error permalink-moved: The published address /topics/tables/ ' +
      'leads nowhere any more; what stood there seems to be /topics/table/ now.',
  ];
  const cure =
    '    Undo the change, or accept the move with "npm run notes -- permalinks --write".';
  expect(await notes(directory, ['permalinks'])).toEqual({
    code: 1,
    stdout: [
      ...moves.flatMap((move) => [move, cure]),
      '2 moves would be accepted with --write.',
      '1 path and 1 anchor are not on record yet.',
      'content/permalinks.json is not up to date; --write brings it there.',
      '',
    ].join('\n'),
    stderr: '',
  });
  expect(await notes(directory, ['permalinks', '--write'])).toEqual({
    code: 0,
    stdout: [
      ...moves.map((move) => move.replace(' error ', ' ')),
      '2 moves accepted.',
      '1 path and 1 anchor are on record now.',
      'content/permalinks.json is written.',
      '',
    ].join('\n'),
    stderr: '',
  });
});
