import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportSchema } from '../../src/cli/report-json.ts';
import { folder } from '../folder.ts';
import { notes } from './run.ts';

const fine = '# Minutes 2020-02-04\n\n## Releases\n\nThe release is out.\n';
const warned = '# Minutes 2019-01-07\n\n## Releases\n\nThe release is out.\n';
const broken = '---\ntitel: Minutes\n---\n\n## Releases\n\nThe release, 100%: out.\n';
const settings = 'title: Minutes\n';

const content = (meetings: Record<string, string>) =>
  folder({
    'content/archive.yaml': settings,
    ...Object.fromEntries(
      Object.entries(meetings).map(([file, text]) => [`content/meetings/${file}`, text]),
    ),
  });

describe('check', () => {
  test('has nothing to say of a note without faults', async () => {
    expect(await notes(content({ '2020-02-04.md': fine }), ['check'])).toEqual({
      code: 0,
      stdout: '1 note read: nothing to report.\n',
      stderr: '',
    });
  });

  test('says where it looked when there is no note', async () => {
    const directory = content({});
    const said = (where: string): string => `${where}

  1:1 warning notes-none
    There is no note in ${where}, so that the site would have no meeting.
    fix: Put notes there, as Markdown files named after the day of the meeting, or name another folder with ARCHIVE_CONTENT.

0 notes read: 1 warning.
`;
    const outcome = (where: string) => ({ code: 0, stdout: said(where), stderr: '' });
    expect(await notes(directory, ['check'])).toEqual(outcome('content'));
    mkdirSync(path.join(directory, 'content/meetings'));
    expect(await notes(directory, ['check'])).toEqual(outcome('content/meetings'));
    expect((await notes(directory, ['check', '--strict'])).code).toBe(1);
  });

  test('shows the line of a finding and what to do', async () => {
    expect(await notes(content({ '2020-01-07.md': warned }), ['check'])).toEqual({
      code: 0,
      stdout: `content/meetings/2020-01-07.md

  1:11 warning date-heading
    The heading says 2019-01-07, but the file name says 2020-01-07, which is used.
    1 | # Minutes 2019-01-07
      |           ^^^^^^^^^^
    fix: Write 2020-01-07 in the heading, or rename the file if the heading is right.

1 note read: 1 warning.
`,
      stderr: '',
    });
  });

  test('fails on warnings where it is strict', async () => {
    const { code } = await notes(content({ '2020-01-07.md': warned }), ['check', '--strict']);
    expect(code).toBe(1);
  });

  test('says one thing of a picture within a note, and briefly', async () => {
    const picture = `![a plan](data:image/png;base64,${'A'.repeat(900)})`;
    const directory = content({ '2020-01-07.md': `# Minutes 2020-01-07\n\n${picture}\n` });
    const { stdout } = await notes(directory, ['check', '--format', 'json']);
    const { diagnostics } = reportSchema.parse(JSON.parse(stdout));
    expect(diagnostics.map(({ code }) => code)).toEqual(['link-scheme']);
    expect(diagnostics[0]?.message.length).toBeLessThan(160);
  });

  test('fails on errors', async () => {
    const outcome = await notes(content({ '2020-01-07.md': broken }), ['check']);
    expect({ ...outcome, stdout: '' }).toEqual({ code: 1, stdout: '', stderr: '' });
    expect(outcome.stdout).toContain('2:1 error front-matter-unknown');
  });

  test('tells of notes that are missing at the end where the settings have the cadence', async () => {
    const content = folder({
      'content/archive.yaml': 'title: Minutes\nhome: a/b\ncadence: every 4 weeks\n',
      'content/meetings/2020-01-07.md': '# Minutes 2020-01-07\n\nOld.\n',
    });
    const { stdout } = await notes(content, ['check', '--today', '2020-03-10']);
    expect(stdout).toContain('content/archive.yaml\n\n  3:1 notice meeting-missing');
  });

  describe('of a note beside one with an error', () => {
    const linked = 'See https://github.com/a/b/pull/12. [The vote](2020-03-03.md#the-vote).\n';
    const files = {
      'content/archive.yaml': 'title: Minutes\nhome: a/b\ncadence: every 4 weeks\n',
      'content/topics/releases.md':
        '---\nname: Packaging\nsummary: How packages are made.\n---\n\nWords.\n',
      'content/meetings/2020-01-07.md': '# Minutes 2020-01-07\n\nOld.\n',
      'content/meetings/2020-02-04.md': `# Minutes 2020-02-04\n\n## Packaging\n\n${linked}`,
      'content/meetings/2020-03-03.md': '# Minutes 2020-03-03\n\n## The vote\n\nAbout #12.\n',
    };
    const args = ['check', '--topics', '--today', '2020-03-10', '--format', 'json'];
    const said = async (changed: Record<string, string>) => {
      const { code, stdout } = await notes(folder({ ...files, ...changed }), args);
      const report = reportSchema.parse(JSON.parse(stdout));
      return [code, report.notes, report.diagnostics.map((found) => found.code)];
    };
    const middle = 'content/meetings/2020-02-04.md';

    test.each<[string, Record<string, string>, number, number, string[]]>([
      ['is nothing where nothing is wrong', {}, 0, 3, []],
      [
        'is nothing that the other would have said',
        { [middle]: `---\ntitel: x\n---\n\n${files[middle]}` },
        1,
        3,
        ['front-matter-unknown'],
      ],
      [
        'is what is wrong with itself',
        {
          [middle]: `---\ntitel: x\n---\n\n${files[middle]}`,
          'content/meetings/2020-01-07.md': '# Minutes 2019-01-07\n\nOld.\n',
        },
        1,
        3,
        ['date-heading', 'front-matter-unknown'],
      ],
      [
        'is all that one which is not there leaves open',
        { [middle]: `# Minutes 2020-02-04\n\nWords.\n` },
        0,
        3,
        ['reference-unlinked', 'topic-unused'],
      ],
    ])('%s', async (_, changed, code, count, codes) => {
      expect(await said(changed)).toEqual([code, count, codes]);
    });
  });

  test('says the same with readings that were kept', async () => {
    const directory = content({ '2020-01-07.md': warned, '2021-01-07.md': broken });
    const kept = { ARCHIVE_CACHE: 'kept' };
    const fresh = await notes(directory, ['check']);
    expect(existsSync(path.join(directory, '.cache'))).toBe(false);
    expect(await notes(directory, ['check'], '', kept)).toEqual(fresh);
    expect(readdirSync(path.join(directory, 'kept/notes'))).not.toEqual([]);
    expect(await notes(directory, ['check'], '', kept)).toEqual(fresh);
    writeFileSync(path.join(directory, 'content/meetings/2020-01-07.md'), fine);
    expect(await notes(directory, ['check'], '', kept)).toEqual(await notes(directory, ['check']));
  });

  test('reports only what is asked for', async () => {
    const directory = content({ '2020-01-07.md': warned, '2021-01-07.md': broken });
    const { code, stdout } = await notes(directory, ['check', 'content/meetings/2020-01-07.md']);
    expect(code).toBe(0);
    expect(stdout).toContain('1 warning.');
    expect(stdout).not.toContain('2021-01-07.md');
    const all = await notes(directory, ['check', './content/']);
    expect(all.code).toBe(1);
  });

  test.each<[string[], string]>([
    [['nowhere'], 'There is no file or folder "nowhere".'],
    [['--format', 'xml'], 'There is no format "xml": use text, github, json.'],
    [['--today', '2020-02-30'], '"2020-02-30" is not a date of the calendar as YYYY-MM-DD.'],
    [['--content', 'nowhere'], 'There is no folder of notes at nowhere.'],
    [['--content', 'README.md'], 'README.md is a file, not a folder of notes.'],
    [['--format'], 'The option "--format" needs a value.'],
    [['content/*.txt'], 'There is no file or folder "content/*.txt".'],
    [
      ['README.md'],
      '"README.md" is no part of the content: with --content DIR a folder is checked as one.',
    ],
  ])('%j is a wrong use', async (args, message) => {
    const directory = folder({ 'content/archive.yaml': settings, 'README.md': '# Notes\n' });
    const { code, stdout, stderr } = await notes(directory, ['check', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.split('\n')[0]).toBe(message);
  });

  test.each([
    ['.', 2],
    ['content/meetings', 2],
    ['content/meetings/2020-01-*.md', 1],
    ['content/archive.yaml', 0],
  ])('reports of %s what is found there', async (given, files) => {
    const directory = content({ '2020-01-07.md': warned, '2020-02-04.md': warned });
    const { stdout } = await notes(directory, ['check', given, '--format', 'json']);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string }[] };
    expect(new Set(diagnostics.map(({ file }) => file)).size).toBe(files);
  });

  test('escapes annotations for GitHub', async () => {
    const directory = content({ '2020-02-04.md': fine.replace('out', '[out](50%:25,.md)') });
    const { code, stdout } = await notes(directory, ['check', '--format', 'github']);
    expect(code).toBe(0);
    expect(stdout).toContain(
      '::warning file=content/meetings/2020-02-04.md,line=5,col=16,title=link-dead::' +
        'The link to "50%2525:25,.md" leads nowhere; it is shown as text.%0A',
    );
  });

  test('prints JSON that keeps its schema', async () => {
    const directory = content({ '2020-01-07.md': warned });
    const { code, stdout } = await notes(directory, ['check', '--format', 'json']);
    expect(code).toBe(0);
    const report = reportSchema.parse(JSON.parse(stdout));
    expect(report).toMatchObject({ notes: 1, counts: { error: 0, warning: 1, notice: 0 } });
    expect(report.diagnostics[0]).toMatchObject({ line: 1, column: 11, code: 'date-heading' });
  });

  test.each(['text', 'github'])('lets no note steer the terminal, as %s', async (format) => {
    const escape = String.fromCharCode(27);
    const directory = content({
      '2020-02-04.md': `${fine}\n[a](b.md) ${escape}[2J\n`,
      [`2020-02-05${escape}[2J.md`]: fine,
    });
    const { stdout } = await notes(directory, ['check', '--format', format]);
    expect(stdout).toContain('link-dead');
    expect(stdout).toContain('file-name-hidden');
    expect(stdout).not.toContain(escape);
  });

  test('repairs what is safe, and shows what it changed', async () => {
    const note = '2020-01-07.md';
    const directory = content({ [note]: warned.replaceAll('\n', '\r\n') });
    const outcome = await notes(directory, ['check', '--fix', '--strict']);
    expect(outcome).toEqual({
      code: 0,
      stdout: '1 note read: nothing to report.\n',
      stderr: `--- content/meetings/2020-01-07.md
+++ content/meetings/2020-01-07.md
@@ -1,4 +1,4 @@
-# Minutes 2019-01-07
+# Minutes 2020-01-07
 
 ## Releases
 
`,
    });
    const written = readFileSync(path.join(directory, 'content/meetings', note), 'utf8');
    expect(written).toBe(warned.replace('2019', '2020').replaceAll('\n', '\r\n'));
  });

  test.each([
    ['##Releases\n\n###\u00a0Packages', '## Releases\n\n### Packages'],
    ['[ ] Releases\n[x] Tests\n\n[ ] alone', '- [ ] Releases\n- [x] Tests\n\n[ ] alone'],
    [
      'Agenda:\n● Releases\n○ Signing\n● Tests\n\n• alone',
      'Agenda:\n- Releases\n  - Signing\n- Tests\n\n• alone',
    ],
    ['Agenda:\\\n• Releases\\\n• Tests', 'Agenda:\n- Releases\n- Tests'],
    ['• Releases\n• Tests\n---', '- Releases\n- Tests\n\n---'],
    [
      'Words <!-- of\n##Releases\n• hidden\n• too --> go on',
      'Words <!-- of\n##Releases\n• hidden\n• too --> go on',
    ],
    [
      'See [the\n##Releases][1].\n\n[1]: https://a.b',
      'See [the\n##Releases][1].\n\n[1]: https://a.b',
    ],
  ])('mends %j', async (text, mended) => {
    const head = '# Minutes 2020-01-07\n\n';
    const directory = content({ '2020-01-07.md': `${head}${text}\n\nWords.\n` });
    await notes(directory, ['check', '--fix']);
    const written = readFileSync(path.join(directory, 'content/meetings/2020-01-07.md'), 'utf8');
    expect(written).toBe(`${head}${mended}\n\nWords.\n`);
  });

  test.each([
    ['# Minutes 2020-01-07\n\n[a](b.md)\n', 'None of this can be repaired safely.\n'],
    ['# Minutes 2020-01-07\n\nWords.\n', ''],
  ])('says that it can repair nothing of %j', async (text, stderr) => {
    const outcome = await notes(content({ '2020-01-07.md': text }), ['check', '--fix']);
    expect(outcome.stderr).toBe(stderr);
  });

  test.each([
    ['Call Jan 7th, 2022', '^^^^^^^^^^^^^', 'Call 2022-01-19'],
    ['Call 7 Jan 2022: plans', '^^^^^^^^^^', 'Call 2022-01-19: plans'],
    ['Call 20220107', '^^^^^^^^', 'Call 2022-01-19'],
    ['Sprint 2022-01-05 to 2022-01-12', '^^^^^^^^^^', undefined],
    ['Sprint Jan 5, 2022 to Jan 19', '^^^^^^^^^^^', undefined],
    ['Sprint 5-12 Jan 2022', '^^^^^^^^^^^^^', undefined],
  ])(
    'marks the date of %j, and repairs it where it is the only one',
    async (heading, mark, fixed) => {
      const directory = content({ '2022-01-19.md': `# ${heading}\n\nWords.\n` });
      const { stdout } = await notes(directory, ['check']);
      expect(/^ +\| +(\^+)$/m.exec(stdout)?.[1]).toBe(mark);
      await notes(directory, ['check', '--fix']);
      const written = readFileSync(path.join(directory, 'content/meetings/2022-01-19.md'), 'utf8');
      expect(written).toBe(`# ${fixed ?? heading}\n\nWords.\n`);
    },
  );

  test('is content with a heading that holds the date among others', async () => {
    const directory = content({ '2022-01-19.md': '# Sprint 2022-01-05 to 2022-01-19\n\nWords.\n' });
    expect(await notes(directory, ['check', '--fix'])).toEqual({
      code: 0,
      stdout: '1 note read: nothing to report.\n',
      stderr: '',
    });
  });

  test('leaves a heading whose note may be dated wrongly itself', async () => {
    const minutes = (day: string, number: number, heading = day): [string, string] => [
      `${day}.md`,
      `# Minutes ${heading}\n\nSee https://github.com/osquery/osquery/pull/${number} and https://github.com/osquery/osquery/pull/${number + 1}.\n`,
    ];
    const wrong = minutes('2019-02-04', 6200, '2020-02-04');
    const directory = content(
      Object.fromEntries([
        wrong,
        ...['2019-01-08', '2019-03-05', '2019-06-04', '2019-09-03', '2019-12-03'].map(
          (day, index) => minutes(day, 5000 + 200 * index),
        ),
        ...['2020-01-07', '2020-03-03', '2020-05-05', '2020-06-02'].map((day, index) =>
          minutes(day, 6100 + 200 * index),
        ),
        // This one's number is no more in step than its heading is wrong.
        minutes('2020-07-07', 6950, '2019-07-07'),
      ]),
    );
    const { stdout, stderr } = await notes(directory, ['check', '--fix', '--today', '2020-07-08']);
    const of = (file: string) =>
      readFileSync(path.join(directory, 'content/meetings', file), 'utf8');
    expect(stdout).toContain('date-out-of-step');
    expect(of('2019-02-04.md')).toBe(wrong[1]);
    expect(of('2020-07-07.md')).toMatch(/^# Minutes 2020-07-07\n/);
    expect(stderr).not.toContain('2019-02-04.md');
  });

  test('leaves a heading beside a file name that is far ahead', async () => {
    const text = '# Minutes 2021-02-04\n\nWords.\n';
    const directory = content({ '2031-02-04.md': text });
    const { stdout, stderr } = await notes(directory, ['check', '--fix', '--today', '2021-02-05']);
    expect(stdout).toMatch(/ date-future\n.* date-heading\n/s);
    expect(stderr).toBe('None of this can be repaired safely.\n');
    const file = path.join(directory, 'content/meetings/2031-02-04.md');
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('puts an empty line above the dashes of an accident', async () => {
    const text = '# Minutes 2020-01-07\n\nOne line\nand another\n---\n\nMore.\n';
    const directory = content({ '2020-01-07.md': text });
    await notes(directory, ['check', '--fix']);
    const written = readFileSync(path.join(directory, 'content/meetings/2020-01-07.md'), 'utf8');
    expect(written).toBe(text.replace('another\n', 'another\n\n'));
  });
});
