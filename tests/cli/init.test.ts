import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folder } from '../folder.ts';
import { officeHours } from '../office-hours.ts';
import { notes } from './run.ts';

const note = (date: string, subject: string): string =>
  `# Office hours ${date}\n\n## Announcements\n\n${subject} is told of.\n\n## About ${subject}\n\nSee https://github.com/osquery/osquery/pull/6150.\n`;

const old = Object.fromEntries(
  ['2020-01-07', '2020-02-04', '2020-03-03', '2020-03-31'].map((date, index) => [
    `old/${date}.md`,
    note(date, ['Tables', 'Builds', 'Money', 'Augeas'][index] ?? ''),
  ]),
);

test('init makes a content folder that works, and explains its guesses', async () => {
  const directory = folder(old);
  const { code, stdout, stderr } = await notes(directory, ['init', 'old']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(
    'content is made, with 4 notes: nothing to report.\n' +
      'Read archive.yaml, which explains its guesses, and then "npm run notes -- check".\n',
  );
  const settings = readFileSync(path.join(directory, 'content/archive.yaml'), 'utf8');
  expect(settings).toContain(
    '# The name of the series: 4 of 4 notes are headed so.\ntitle: "Office hours"\n',
  );
  expect(settings).toContain('\nhome: osquery/osquery\n');
  expect(settings).toContain(
    '# How often the series meets: 3 of 3 gaps are of this length.\ncadence: every 4 weeks\n',
  );
  expect(settings).toContain('  - "Announcements" # in 4 of 4 notes\n');
  const template = readFileSync(path.join(directory, 'content/template.md'), 'utf8');
  expect(template).toBe('# Office hours YYYY-MM-DD\n\n## Announcements\n');
  expect(readFileSync(path.join(directory, 'content/meetings/2020-01-07.md'), 'utf8')).toBe(
    old['old/2020-01-07.md'],
  );
  const check = await notes(directory, ['check', '--strict', '--today', '2020-04-02']);
  expect(check).toEqual({ code: 0, stdout: '4 notes read: nothing to report.\n', stderr: '' });
  const next = await notes(directory, ['new', '--today', '2020-04-02']);
  expect(next.stdout).toBe('content/meetings/2020-04-28.md is written.\n');
});

test('init gives the headings of the template the order that the latest notes have them in', async () => {
  const written = (date: string, ...headings: string[]): string =>
    [`# Council ${date}\n`, ...headings.map((name) => `## ${name}\n\nSome words.\n`)].join('\n');
  const directory = folder({
    'old/2020-01-07.md': written('2020-01-07', 'Links', 'Present', 'Minutes', 'Upcoming Meetings'),
    'old/2020-02-04.md': written(
      '2020-02-04',
      'Links',
      'Welcome',
      'Present',
      'Initiatives',
      'Upcoming Meetings',
    ),
    'old/2020-03-03.md': written(
      '2020-03-03',
      'Links',
      'Welcome',
      'Present',
      'Initiatives',
      'Upcoming Meetings',
    ),
    'old/2020-03-31.md': written('2020-03-31', 'Present', 'Initiatives', 'Upcoming Meetings'),
  });
  await notes(directory, ['init', 'old']);
  const template = readFileSync(path.join(directory, 'content/template.md'), 'utf8');
  expect(template.match(/(?<=^## ).*$/gm)).toEqual([
    'Links',
    'Present',
    'Initiatives',
    'Upcoming Meetings',
  ]);
});

test('init has headings in the order of the latest note where earlier ones have another', async () => {
  const written = (date: string, [one, two]: readonly [string, string]): string =>
    `# Council ${date}\n\n## ${one}\n\nWords.\n\n## ${two}\n\nMore words.\n`;
  const directory = folder({
    'old/2020-01-07.md': written('2020-01-07', ['Present', 'Minutes']),
    'old/2020-02-04.md': written('2020-02-04', ['Present', 'Minutes']),
    'old/2020-03-03.md': written('2020-03-03', ['Minutes', 'Present']),
  });
  await notes(directory, ['init', 'old']);
  const template = readFileSync(path.join(directory, 'content/template.md'), 'utf8');
  expect(template).toBe('# Council YYYY-MM-DD\n\n## Minutes\n\n## Present\n');
});

test('init puts a heading that the latest note lacks behind the one it stood behind', async () => {
  const written = (date: string, ...headings: string[]): string =>
    [`# Council ${date}\n`, ...headings.map((name) => `${name}\n\nSome words.\n`)].join('\n');
  const usual = ['## Links', '## Welcome', '### Round', '## Links', '## Present', '## Minutes'];
  const directory = folder({
    'old/2020-01-07.md': written('2020-01-07', ...usual),
    'old/2020-02-04.md': written('2020-02-04', ...usual),
    'old/2020-03-03.md': written('2020-03-03', ...usual),
    'old/2020-03-31.md': written('2020-03-31', '## Links', '### Round', '## Minutes'),
  });
  await notes(directory, ['init', 'old']);
  const template = readFileSync(path.join(directory, 'content/template.md'), 'utf8');
  expect(template.match(/(?<=\n)#.*$/gm)).toEqual([
    '## Links',
    '## Welcome',
    '## Present',
    '## Minutes',
  ]);
});

test.each([
  [6, 'News'],
  [5, 'Agenda'],
])(
  'init takes a heading for usual that %i of the latest ten notes have: %s',
  async (count, usual) => {
    const day = (index: number): string => `2020-01-${String(index + 1).padStart(2, '0')}`;
    const written = (index: number): [string, string] => [
      `old/${day(index)}.md`,
      `# Council ${day(index)}\n\n## ${index < 15 - count ? 'Old' : 'News'}\n\nWords ${index}.\n`,
    ];
    const directory = folder(
      Object.fromEntries(Array.from({ length: 15 }, (_, at) => written(at))),
    );
    await notes(directory, ['init', 'old']);
    const template = readFileSync(path.join(directory, 'content/template.md'), 'utf8');
    expect(template).toBe(`# Council YYYY-MM-DD\n\n## ${usual}\n`);
  },
);

test('init into another folder takes the pictures along, and says how to check it', async () => {
  // The smallest picture: one point.
  const point = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  const directory = folder({
    'old/2020-01-07.md': `${note('2020-01-07', 'Tables')}\n![A plan](img/plan.gif)\n`,
  });
  mkdirSync(path.join(directory, 'old/img'));
  writeFileSync(path.join(directory, 'old/img/plan.gif'), point);
  writeFileSync(path.join(directory, 'old/img/plan.key'), 'not for the site');
  const made = await notes(directory, ['init', 'old', '--into', 'our minutes']);
  expect(made).toEqual({
    code: 0,
    stdout:
      'our minutes is made, with 1 note: nothing to report.\n' +
      'Read archive.yaml, which explains its guesses, and then "npm run notes -- check --content \'our minutes\'".\n',
    stderr: '',
  });
  expect(readdirSync(path.join(directory, 'our minutes/meetings/img'))).toEqual(['plan.gif']);
});

test('init names the settings that it did not guess, and what they mean', async () => {
  const directory = folder(old);
  await notes(directory, ['init', 'old']);
  const file = path.join(directory, 'content/archive.yaml');
  const lines = readFileSync(file, 'utf8').split('\n');
  const further = lines.slice(
    lines.indexOf('# Further settings, each of which may be left out:') + 1,
  );
  expect(further.map((line) => /^#   (\w+) {2,}\S/.exec(line)?.[1])).toEqual([
    ...[
      'repositories',
      'shortNames',
      'ownKeys',
      'timeZone',
      'language',
      'playlist',
      'edit',
      'links',
      'licence',
    ],
    undefined,
  ]);
});

test('init names the files that it does not take along, and how to take them over', async () => {
  const directory = folder({
    ...old,
    'old/2020-04-28.docx': 'PK',
    'old/exports/2020-05-26.html': '<p>Words.</p>',
    'old/.DS_Store': '',
    'old/README.md': 'About the notes.\n',
    'old/plan.key': 'not for the site',
  });
  const { code, stdout } = await notes(directory, ['init', 'old', '--into', 'new']);
  expect(code).toBe(0);
  expect(stdout).toContain(
    'Left out, as no note is read from them: 2020-04-28.docx, README.md, exports/2020-05-26.html. ' +
      'If one of them is a note, "npm run notes -- import FILE --write --content new" takes it over.\n',
  );
  expect(existsSync(path.join(directory, 'new/meetings/README.md'))).toBe(false);
});

test('init puts keys of front matter that nothing reads into the settings', async () => {
  const post = (date: string): string =>
    `---\ncomponents: [p2p]\ncommit:\n---\n\n${note(date, 'Ping')}`;
  const directory = folder({
    'old/2020-01-02.md': post('2020-01-02'),
    'old/2020-02-06.md': post('2020-02-06'),
  });
  const { code } = await notes(directory, ['init', 'old']);
  expect(code).toBe(0);
  const settings = readFileSync(path.join(directory, 'content/archive.yaml'), 'utf8');
  expect(settings).toContain('ownKeys:\n  - "commit"\n  - "components"\n');
});

test('init says why it can read none of the notes', async () => {
  const directory = folder({ 'old/minutes.md': '# Minutes\n\nWords.\n' });
  const { code, stderr } = await notes(directory, ['init', 'old']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^old\/minutes\.md:1:1 error date-missing: /);
  expect(stderr).toMatch(/\nold holds no note that can be read\.\n$/);
});

test('init brings the schema with which editors complete the settings', async () => {
  const directory = folder(old);
  await notes(directory, ['init', 'old']);
  const settings = readFileSync(path.join(directory, 'content/archive.yaml'), 'utf8');
  expect(settings).toMatch(/^# yaml-language-server: \$schema=archive\.schema\.json\n/);
  expect(readFileSync(path.join(directory, 'content/archive.schema.json'), 'utf8')).toBe(
    readFileSync(path.join(officeHours, 'archive.schema.json'), 'utf8'),
  );
});

test('init refuses a folder that is one of content already', async () => {
  const directory = folder({
    'other/archive.yaml': 'title: Minutes\n',
    'other/meetings/2020-01-07.md': note('2020-01-07', 'Tables'),
    'other/topics/tables.md': '---\nname: Tables\nsummary: What is asked.\n---\n',
  });
  expect(await notes(directory, ['init', 'other'])).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'other is a content folder already: check it with --content, or put it in the place of content/.\n',
  });
  expect(existsSync(path.join(directory, 'content'))).toBe(false);
});

test.each<[string[], string]>([
  [['init'], 'Say which folder holds the notes.'],
  [['init', 'nowhere'], 'There is no folder "nowhere".'],
  [['init', 'empty/README.md'], '"empty/README.md" is a file, not a folder of notes.'],
  [['init', 'empty'], 'empty holds no note with a date.'],
  [
    ['init', 'old', '--into', 'empty'],
    'empty holds something already; name another folder with --into.',
  ],
])('%j is refused', async (args, message) => {
  const directory = folder({ ...old, 'empty/README.md': 'Nothing.\n' });
  const { code, stdout, stderr } = await notes(directory, args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr.split('\n')[0]).toBe(message);
  expect(existsSync(path.join(directory, 'content'))).toBe(false);
});

test('init counts a note that is refused, as check does', async () => {
  const directory = folder({ ...old, 'old/2025-02-29.md': note('2025-02-28', 'Leaps') });
  const { code, stdout } = await notes(directory, ['init', 'old']);
  expect(code).toBe(1);
  expect(stdout).toContain('content is made, with 5 notes: 1 error');
  expect((await notes(directory, ['check'])).stdout).toContain('5 notes read: 1 error');
});
