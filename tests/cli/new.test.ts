import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder } from '../folder.ts';
import { notes } from './run.ts';

const last = `# Minutes 2020-02-04

## Tables

* [ ] write the tables of #6150
* [x] ask for them
* [ ] [Rows that repeat](https://github.com/osquery/osquery/pull/6151)
* [x] [Rows that are lost](https://github.com/osquery/osquery/pull/6152)

TODO: Push 4.1.2 to stable.

## Old pull requests

We look at the rest next time. Nothing else.
`;

const content = (more: Record<string, string> = {}) =>
  folder({
    'content/archive.yaml': 'title: Minutes\nhome: osquery/osquery\ncadence: every 4 weeks\n',
    'content/template.md': '# Minutes YYYY-MM-DD\n\n## Agenda\n\n## Old pull requests\n',
    'content/meetings/2020-02-04.md': last,
    ...more,
  });

describe('new', () => {
  test('starts the next note with what was left open', async () => {
    const directory = content();
    expect(await notes(directory, ['new', '--today', '2020-02-20'])).toEqual({
      code: 0,
      stdout: 'content/meetings/2020-03-03.md is written.\n',
      stderr: '',
    });
    expect(readFileSync(path.join(directory, 'content/meetings/2020-03-03.md'), 'utf8'))
      .toBe(`# Minutes 2020-03-03

## Agenda

## Left open on 2020-02-04

- [Tables](<2020-02-04.md#tables>): write the tables of #6150
- [Tables](<2020-02-04.md#tables>): Rows that repeat
- [Tables](<2020-02-04.md#tables>): Push 4.1.2 to stable.
- [Old pull requests](<2020-02-04.md#old-pull-requests>): We look at the rest next time.

## Old pull requests
`);
    const { code, stdout } = await notes(directory, ['check', '--strict']);
    expect({ code, stdout: stdout.split('\n')[0] }).toMatchObject({ code: 0 });
  });

  test('takes the first day of the cadence that is not in the past', async () => {
    const { stdout } = await notes(content(), ['new', '--today', '2020-04-01', '--print']);
    expect(stdout).toMatch(/^# Minutes 2020-04-28\n/);
  });

  test('goes beside the newest where all lie in folders, and into that of its own year', async () => {
    const directory = folder({
      'content/archive.yaml': 'title: Minutes\ncadence: every 4 weeks\n',
      'content/meetings/2019/2019-12-10.md': '# Minutes 2019-12-10\n\n## A\n\n* [ ] do it\n',
    });
    expect(await notes(directory, ['new', '--today', '2019-12-20'])).toEqual({
      code: 0,
      stdout: 'content/meetings/2020/2020-01-07.md is written.\n',
      stderr: '',
    });
    const note = readFileSync(path.join(directory, 'content/meetings/2020/2020-01-07.md'), 'utf8');
    expect(note).toContain('(<../2019/2019-12-10.md#a>): do it');
  });

  test('says so where it may belong into another folder', async () => {
    const directory = folder({
      'content/archive.yaml': 'title: Minutes\n',
      'content/meetings/tsc/2020-01-07.md': last.replace('2020-02-04', '2020-01-07'),
      'content/meetings/wg/2020-02-04.md': last,
    });
    expect((await notes(directory, ['new', '2020-03-03'])).stdout).toBe(
      'content/meetings/wg/2020-03-03.md is written.\n' +
        '  That is beside the newest note: move it if it belongs into another folder.\n',
    );
  });

  test('never writes over a note', async () => {
    const directory = content();
    expect(await notes(directory, ['new', '2020-02-04'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'There is a note of 2020-02-04 already: content/meetings/2020-02-04.md.\n',
    });
    expect(readFileSync(path.join(directory, 'content/meetings/2020-02-04.md'), 'utf8')).toBe(last);
  });

  test('writes nothing that would have findings', async () => {
    const directory = content({ 'content/template.md': '# Minutes YYYY-MM-DD\n\n[a](b.md)\n' });
    const { code, stderr } = await notes(directory, ['new', '2020-03-03']);
    expect(code).toBe(1);
    expect(stderr).toContain('link-dead');
    expect(stderr).toContain(
      'Nothing was written: mend content/template.md, of which the note is made.\n',
    );
    expect(existsSync(path.join(directory, 'content/meetings/2020-03-03.md'))).toBe(false);
  });

  test('says where it cannot know the next day', async () => {
    const cadence = (value: string) =>
      notes(content({ 'content/archive.yaml': `title: Minutes\n${value}` }), ['new']);
    expect((await cadence('')).stderr.split('\n')[0]).toBe(
      'Say for which day, as YYYY-MM-DD: archive.yaml has no cadence.',
    );
    expect((await cadence('cadence: sometimes\n')).stderr).toMatch(
      /^content\/archive\.yaml:2:1 error settings-value: .* "cadence" is not accepted.*\n.*\nSay for which day, as YYYY-MM-DD: archive\.yaml is not accepted\.\n/,
    );
  });

  test.each([
    [['2020-02-30'], '"2020-02-30" is not a date of the calendar as YYYY-MM-DD.'],
    [['2020-03-03', 'x'], '"x" is one word too many.'],
  ])('%j is a wrong use', async (args, message) => {
    const { code, stdout, stderr } = await notes(content(), ['new', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.split('\n')[0]).toBe(message);
  });
});

describe('discussed and untold', () => {
  const site = ['--site', 'https://example.org/notes/'];

  test('say how an address is written that has no scheme', async () => {
    const { code, stderr } = await notes(content(), [
      'discussed',
      '#6150',
      '--site',
      'example.org',
    ]);
    expect(code).toBe(2);
    expect(stderr.split('\n')[0]).toBe(
      '"example.org" is no web address: write it like https://example.org/archive/.',
    );
  });

  test('print a comment with the address of the section', async () => {
    const { code, stdout, stderr } = await notes(content(), ['discussed', '#6150', ...site]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('https://example.org/notes/meetings/2020-02-04/#tables');
    const untold = await notes(content(), ['untold', '--since', '2020-02-01', ...site]);
    expect(untold.stdout).toMatch(/^=== https:\/\/github\.com\/osquery\/osquery\/issues\/6150\n/);
  });

  test.each<[string[], number, string]>([
    [['discussed', '#7', ...site], 1, '#7 was not discussed.'],
    [['discussed', '#6150'], 2, 'Say with --site where the site is served.'],
    [
      ['discussed', 'tables', ...site],
      2,
      '"tables" is no pull request or issue: write owner/repository#12.',
    ],
    [['untold', ...site], 2, 'Say with --since from which day on.'],
  ])('%j', async (args, code, message) => {
    const outcome = await notes(content(), args, '', { SITE_URL: '' });
    expect({ code: outcome.code, stdout: outcome.stdout }).toEqual({ code, stdout: '' });
    expect(outcome.stderr.split('\n')[0]).toBe(message);
  });
});

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
