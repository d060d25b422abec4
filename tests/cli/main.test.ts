import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { version } from '../../package.json';
import { folder } from '../folder.ts';
import { notes, notesApart } from './run.ts';

const seeHelp = 'See "npm run notes -- --help".\n';
const seeHelpOf = (command: string): string => `See "npm run notes -- ${command} --help".\n`;

describe('the program', () => {
  test.each<[string[], number, RegExp, string]>([
    [['--version'], 0, new RegExp(`^meeting-notes-archive ${version}\n$`), ''],
    [['--help'], 0, /^Usage: npm run notes -- COMMAND/, ''],
    [['help', 'check'], 0, /^Usage: npm run notes -- check/, ''],
    [['check', '--help'], 0, /^Usage: npm run notes -- check/, ''],
    [['chekc'], 2, /^$/, `There is no command "chekc". Did you mean "check"?\n${seeHelp}`],
    [
      ['topics'],
      2,
      /^$/,
      `There is no command "topics". Did you mean "check --topics"?\n${seeHelp}`,
    ],
    [['start'], 2, /^$/, `There is no command "start". Did you mean "npm start"?\n${seeHelp}`],
    [['constructor'], 2, /^$/, `There is no command "constructor".\n${seeHelp}`],
    [
      ['--versoin'],
      2,
      /^$/,
      `There is no option "--versoin" before a command. Did you mean "--version"?\n${seeHelp}`,
    ],
    [
      ['check'],
      2,
      /^$/,
      'There is no folder of notes at content.\n' +
        'Name another with --content DIR, or make one from your notes with "npm run notes -- init DIR".\n',
    ],
    [['--quiet'], 2, /^$/, `There is no option "--quiet" before a command.\n${seeHelp}`],
    [
      ['check', '--srict'],
      2,
      /^$/,
      `There is no option "--srict". Did you mean "--strict"?\n${seeHelpOf('check')}`,
    ],
    [
      ['check', '--content='],
      2,
      /^$/,
      `The option "--content" needs a value.\n${seeHelpOf('check')}`,
    ],
    [
      ['check', '--format', ''],
      2,
      /^$/,
      `The option "--format" needs a value.\n${seeHelpOf('check')}`,
    ],
    [['discussed', '#1', '#2'], 2, /^$/, `"#2" is one word too many.\n${seeHelpOf('discussed')}`],
    [['help', 'chekc'], 2, /^$/, `There is no command "chekc". Did you mean "check"?\n${seeHelp}`],
  ])('%j', async (args, code, stdout, stderr) => {
    const outcome = await notes(folder({}), args);
    expect({ code: outcome.code, stderr: outcome.stderr }).toEqual({ code, stderr });
    expect(outcome.stdout).toMatch(stdout);
  });

  test('prints its version where it is run by itself', async () => {
    const stdout = `meeting-notes-archive ${version}\n`;
    expect(await notesApart(folder({}), ['--version'])).toEqual({ code: 0, stdout, stderr: '' });
  });

  test('without a command shows the help as an error', async () => {
    const { code, stdout, stderr } = await notesApart(folder({}), []);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^Usage: /);
  });
});

test('what the system refuses is told as that', async () => {
  const directory = folder({ 'old/2024-01-02.md': '# Minutes 2024-01-02\n\nWords.\n', file: '' });
  const outcome = await notesApart(directory, ['init', 'old', '--into', 'file/in']);
  expect(outcome).toEqual({
    code: 2,
    stdout: '',
    stderr: 'file/in/meetings cannot be made: a part of its path is no folder.\n',
  });
});

test('a note is taken from standard input', async () => {
  const directory = folder({ 'content/meetings/2024-01-02.md': '# Minutes 2024-01-02\n' });
  const note = '# Minutes 2024-01-09\n\nÜber Wörter.\n';
  const { code, stdout, stderr } = await notesApart(directory, ['import', '-', '--write'], note);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('content/meetings/2024-01-09.md is written');
  expect(readFileSync(path.join(directory, 'content/meetings/2024-01-09.md'), 'utf8')).toBe(note);
});

describe('paths are those of the folder in which they were typed', () => {
  const files = {
    'content/meetings/2024-01-02.md': '# Minutes 2024-01-02\n\nWords.\n',
    'content/meetings/2024-01-09.md': '# Minutes 2023-01-09\n\nWords.\n',
    'in/minutes.md': '# Minutes 2024-01-16\n\nWords.\n',
  };

  test.each<[string[], number, RegExp]>([
    [['check', '2024-01-02.md'], 0, /^2 notes read: nothing to report\.\n$/],
    [['check', '*09.md', '--strict'], 1, /^content\/meetings\/2024-01-09\.md\n/],
    [['check', '--content', '../../in'], 0, /^1 note read: nothing to report\.\n$/],
    [
      ['import', '../../in/minutes.md', '--write'],
      0,
      /content\/meetings\/2024-01-16\.md is written/,
    ],
    [['import', '--bulk', '../../in'], 0, /1 of 1 note can be taken over/],
    [
      ['init', '.', '--into', '../../new'],
      0,
      /^new is made, with 2 notes: .*\n.*check --content \.\.\/\.\.\/new"/,
    ],
  ])('%j', async (args, code, stdout) => {
    const directory = folder(files);
    const meetings = path.join(directory, 'content/meetings');
    const npm = { npm_lifecycle_event: 'notes', INIT_CWD: meetings };
    const outcome = await notesApart(directory, args, '', npm);
    expect(outcome.stderr).toBe('');
    expect(outcome.stdout).toMatch(stdout);
    expect(outcome.code).toBe(code);
  });
});

describe('advice is for the content that was named', () => {
  const note = '# Minutes 2024-01-02\n\nWords.\n';
  const record = '{"version": 1, "meetings": {}, "pages": []}\n';
  const own = { 'content/meetings/2024-01-02.md': note, 'content/permalinks.json': record };
  const other = { "it's/meetings/2024-01-02.md": note, "it's/permalinks.json": record };

  test.each<[string[], Record<string, string>, string]>([
    [['check'], {}, 'npm run notes -- permalinks --write'],
    [
      ['check', '--content', "it's"],
      {},
      "npm run notes -- permalinks --write --content 'it'\\''s'",
    ],
    [
      ['check'],
      { ARCHIVE_CONTENT: "it's" },
      "npm run notes -- permalinks --write --content 'it'\\''s'",
    ],
  ])('%j with %j', async (args, environment, command) => {
    const { stdout } = await notes(folder({ ...own, ...other }), args, '', environment);
    expect(stdout).toContain(`fix: Record them with "${command}" when they are published.\n`);
  });

  test('of permalinks too', async () => {
    const heading = (words: string) => `${note}\n## ${words}\n\nThe builds are slow.\n`;
    const file = 'other/meetings/2024-01-02.md';
    const directory = folder({ ...own, [file]: heading('Builds') });
    await notes(directory, ['permalinks', '--content', 'other', '--write']);
    writeFileSync(path.join(directory, file), heading('Slow builds'));
    const { stdout } = await notes(directory, ['permalinks', '--content', 'other']);
    expect(stdout).toContain('move with "npm run notes -- permalinks --write --content other".\n');
  });
});

test('another script of npm has nothing to do with paths', async () => {
  const directory = folder({ 'content/meetings/2024-01-02.md': '# Minutes\n\nWords.\n' });
  const npm = { npm_lifecycle_event: 'test', INIT_CWD: path.join(directory, 'content/meetings') };
  const { stderr } = await notesApart(directory, ['check', '2024-01-02.md'], '', npm);
  expect(stderr).toMatch(/^There is no file or folder "2024-01-02\.md"\.\n/);
});

test.each<[string[], Record<string, string>, string]>([
  [['import', 'minutes.md'], { npm_config_write: 'true' }, '--write'],
  [['import', 'http://[::1]/'], { npm_config_allow_private: 'true' }, '--allow-private'],
  [['check'], { npm_config_content: 'true' }, '--content'],
])('%j says of %j that npm kept it', async (args, kept, option) => {
  const directory = folder({
    'minutes.md': '# Minutes 2024-01-02\n',
    'content/meetings/.keep': '',
  });
  const npm = { npm_lifecycle_event: 'notes', INIT_CWD: directory, ...kept };
  expect(await notes(directory, args, '', npm)).toEqual({
    code: 2,
    stdout: '',
    stderr: `npm kept "${option}" for itself: write "--" behind "npm run notes".\n${seeHelpOf(args[0]!)}`,
  });
  const { stderr } = await notes(directory, args, '', kept);
  expect(stderr).not.toContain('for itself');
});

test('an option that takes no value says so', async () => {
  const outcome = await notes(folder({}), ['check', '--strict=yes']);
  expect(outcome).toEqual({
    code: 2,
    stdout: '',
    stderr: `The option "--strict" takes no value.\n${seeHelpOf('check')}`,
  });
});
