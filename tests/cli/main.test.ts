import { describe, expect, test } from 'vitest';
import { version } from '../../package.json';
import { folder, notes } from './run.ts';

const seeHelp = 'See "npm run notes -- --help".\n';

describe('the program', () => {
  test.each<[string[], number, RegExp, string]>([
    [['--version'], 0, new RegExp(`^meeting-notes-archive ${version}\n$`), ''],
    [['--help'], 0, /^Usage: npm run notes -- COMMAND/, ''],
    [['help', 'check'], 0, /^Usage: npm run notes -- check/, ''],
    [['check', '--help'], 0, /^Usage: npm run notes -- check/, ''],
    [['chekc'], 2, /^$/, `There is no command "chekc". Did you mean "check"?\n${seeHelp}`],
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
      `There is no option "--srict". Did you mean "--strict"?\n${seeHelp}`,
    ],
  ])('%j', async (args, code, stdout, stderr) => {
    const outcome = await notes(folder({}), args);
    expect({ code: outcome.code, stderr: outcome.stderr }).toEqual({ code, stderr });
    expect(outcome.stdout).toMatch(stdout);
  });

  test('without a command shows the help as an error', async () => {
    const { code, stdout, stderr } = await notes(folder({}), []);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^Usage: /);
  });
});

test('what the system refuses is told as that', async () => {
  const directory = folder({ 'old/2024-01-02.md': '# Minutes 2024-01-02\n\nWords.\n', file: '' });
  const outcome = await notes(directory, ['init', 'old', '--into', 'file/in']);
  expect(outcome).toEqual({
    code: 2,
    stdout: '',
    stderr: 'file/in/meetings cannot be made: a part of its path is no folder.\n',
  });
});
