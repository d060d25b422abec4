import { describe, expect, test } from 'vitest';

import { content } from './one-note.ts';
import { notes } from './run.ts';

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
