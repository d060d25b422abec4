import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

import { folder } from '../folder.ts';
import { settings } from './empty-content.ts';
import { content, last } from './one-note.ts';
import { notes } from './run.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

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

  test.each([
    ['a link as the generator of a site writes it', 'See [the last](2020-02-04.html).'],
    ['a link by the name of a note', 'See [[2020-02-04]].'],
    ['a picture beside the notes', '![The logo](logo.png)'],
  ])('makes what check accepts: %s', async (_what, words) => {
    const directory = content({
      'content/template.md': `# Minutes YYYY-MM-DD\n\n## Agenda\n\n${words}\n`,
      'content/meetings/logo.png': png,
    });
    const made = await notes(directory, ['new', '2020-03-03']);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    const { code } = await notes(directory, ['check', '--strict']);
    expect(code).toBe(0);
  });

  test.each([
    ['a link to no note', '[the last](2020-02-05.html)', 'link-dead'],
    ['a picture that is missing', '![The logo](logo.gif)', 'image-missing'],
    ['a conflict', '<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> a-branch', 'file-conflict'],
  ])('makes nothing that check refuses: %s', async (_what, words, finding) => {
    const directory = content({ 'content/template.md': `# Minutes YYYY-MM-DD\n\n${words}\n` });
    const { code, stderr } = await notes(directory, ['new', '2020-03-03']);
    expect(code).toBe(1);
    expect(stderr).toContain(` ${finding}: `);
    expect(stderr).toContain('Nothing was written: mend content/template.md');
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

test('puts the first note of a folder with settings below meetings/, also where that is not there yet', async () => {
  const directory = folder({ 'content/archive.yaml': settings, 'content/topics/builds.md': '' });
  const { code, stdout } = await notes(directory, ['new', '2020-03-03']);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: 'content/meetings/2020-03-03.md is written.\n',
  });
  expect((await notes(directory, ['new', '2020-03-03'])).code).toBe(2);

  const taken = folder({ 'content/archive.yaml': settings });
  const imported = await notes(
    taken,
    ['import', '-', '--write'],
    '# Minutes 2022-06-21\n\nWords.\n',
  );
  expect(imported.stdout).toContain('content/meetings/2022-06-21.md is written.\n');
});

test.each([
  [
    'holds notes, though one of no day',
    { 'content/archive.yaml': settings, 'content/draft.md': 'Words.' },
  ],
  ['holds no settings', { 'content/notes.csv': '' }],
])('but beside what is there in a folder that %s', async (_what, files) => {
  const { stdout } = await notes(folder(files), ['new', '2020-03-03']);
  expect(stdout).toBe('content/2020-03-03.md is written.\n');
});
