import { describe, expect, test } from 'vitest';

import { check } from '../../src/cli/check.ts';
import type { Surroundings } from '../../src/cli/command.ts';
import { dayOf } from '../../src/cli/day.ts';
import { newNote } from '../../src/cli/new.ts';
import { folder } from '../folder.ts';

/** Still the 16th in Honolulu, already the 17th in Auckland. */
const instant = new Date('2020-03-17T05:00:00Z');

test.each([
  ['UTC', '2020-03-17'],
  ['Pacific/Honolulu', '2020-03-16'],
  ['Pacific/Auckland', '2020-03-17'],
])('in %s it is %s', (zone, day) => expect(dayOf(instant, zone)).toBe(day));

test('pads months and days, and knows the turn of the year', () => {
  expect(dayOf(new Date('2021-01-02T00:30:00Z'), 'America/New_York')).toBe('2021-01-01');
  expect(dayOf(new Date('2021-01-01T00:30:00Z'), 'America/New_York')).toBe('2020-12-31');
});

const contentIn = (timeZone: string, meetings: Record<string, string>): string =>
  folder({
    'content/archive.yaml': `title: Minutes\ncadence: every 2 weeks\ntimeZone: ${timeZone}\n`,
    ...Object.fromEntries(
      Object.entries(meetings).map(([file, text]) => [`content/meetings/${file}`, text]),
    ),
  });

/** What a command says at the instant above. */
async function said(command: typeof check, args: string[], directory: string): Promise<string> {
  let output = '';
  const surroundings: Surroundings = {
    directory,
    typedIn: directory,
    environment: {},
    today: (timeZone) => dayOf(instant, timeZone),
    input: async () => new Uint8Array(),
    out: (text) => (output += text),
    err: (text) => (output += text),
    colour: false,
  };
  await command.run(args, surroundings);
  return output;
}

describe('the time zone of the settings says what day it is', () => {
  const last = { '2020-03-02.md': '# 2020-03-02\n\nWords.\n' };

  test('for the next meeting, which may be today', async () => {
    const next = (zone: string) => said(newNote, ['--print'], contentIn(zone, last));
    expect(await next('Pacific/Honolulu')).toContain('2020-03-16');
    expect(await next('Pacific/Auckland')).toContain('2020-03-30');
  });

  test('for recordings and meetings that are missing', async () => {
    const note = (day: string, recording: string): [string, string] => [
      `${day}.md`,
      `# ${day}\n\nRecording: ${recording}\n\n## Words\n\nWords.\n`,
    ];
    const meetings = Object.fromEntries([
      note('2020-01-06', 'https://youtu.be/KucpoVbc-s1'),
      note('2020-01-20', 'https://youtu.be/KucpoVbc-s2'),
      note('2020-02-03', 'https://youtu.be/KucpoVbc-s3'),
      note('2020-02-17', 'https://youtu.be/KucpoVbc-s4'),
      note('2020-03-02', ''),
    ]);
    const checked = (zone: string) => said(check, [], contentIn(zone, meetings));
    // A recording, or a note, may take fourteen days; on the 17th fifteen have passed since the second.
    expect(await checked('Pacific/Honolulu')).not.toContain('recording-missing');
    expect(await checked('Pacific/Auckland')).toContain('recording-missing');
    delete meetings['2020-03-02.md'];
    expect(await checked('Pacific/Honolulu')).not.toContain('meeting-missing');
    expect(await checked('Pacific/Auckland')).toContain('meeting-missing');
  });

  test('unless a day is given', async () => {
    const directory = contentIn('Pacific/Auckland', last);
    const output = await said(newNote, ['--print', '--today', '2020-03-10'], directory);
    expect(output).toContain('2020-03-16');
  });
});
