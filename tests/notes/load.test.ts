import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { formatDiagnostic } from '../../src/archive/diagnostics/report.ts';
import type { Content } from '../../src/notes/assemble.ts';
import { contentFolders } from '../../src/notes/folders.ts';
import { loadContent } from '../../src/notes/load.ts';

const project = path.join(import.meta.dirname, '../..');

test('a content folder full of mistakes gives all of them at once', async () => {
  const environment = { ARCHIVE_CONTENT: 'tests/fixtures/broken-content' };
  const { diagnostics } = loadContent(contentFolders(environment, project), project);
  const list = diagnostics.map((diagnostic) => `${formatDiagnostic(diagnostic)}\n`).join('');
  await expect(list).toMatchFileSnapshot('../fixtures/broken-content/diagnostics.txt');
});

describe('a folder of bare notes', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'notes-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const note = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const load = (): Content =>
    loadContent(contentFolders({ ARCHIVE_CONTENT: folder }, folder), folder);
  const codes = (content: Content): string[] =>
    content.diagnostics.map(({ file, code }) => `${file} ${code}`);

  test('needs nothing else', () => {
    note('2019-10-29.md', '# Office hours 2019-10-29\n\n## Packaging\n\nText.\n');
    const content = load();
    expect(content.archive.meetings.map(({ id }) => id)).toEqual(['2019-10-29']);
    expect(codes(content)).toEqual([]);
  });

  test('lends its most linked repository to bare numbers, and says so', () => {
    note('2019-10-29.md', 'https://github.com/a/b/pull/1 https://github.com/c/d/pull/2 #77\n');
    note('2019-11-12.md', 'https://github.com/c/d/pull/3\n');
    const content = load();
    expect(content.archive.references.map(({ key }) => key)).toEqual([
      'a/b#1',
      'c/d#2',
      'c/d#3',
      'c/d#77',
    ]);
    expect(codes(content)).toEqual(['archive.yaml home-guessed']);
  });

  test('may have keys of its own in front matter, and is told what to do about them', () => {
    const front = (keys: string): string => `---\nlayout: post\n${keys}\n---\n\n# Office hours\n`;
    note('2019-10-29.md', front('components: [p2p]\ncommit: a5e77d8\ntitel: Hours'));
    note('2019-11-12.md', front('components: [wallet]'));
    const content = load();
    expect(codes(content)).toEqual([
      '2019-10-29.md front-matter-editor',
      '2019-10-29.md front-matter-unknown',
      '2019-10-29.md front-matter-unknown',
      '2019-11-12.md front-matter-editor',
      'archive.yaml keys-guessed',
    ]);
    expect(content.diagnostics.at(-1)?.message).toContain('"components"');
    note('archive.yaml', 'title: Hours\nownKeys: [commit, titel]\n');
    expect(codes(load())).toEqual([
      '2019-10-29.md front-matter-editor',
      '2019-10-29.md front-matter-unknown',
      '2019-11-12.md front-matter-editor',
      '2019-11-12.md front-matter-unknown',
    ]);
  });

  test('has the misspelling of a key told, however often it is made', () => {
    for (const day of ['01', '02', '03'])
      note(`2019-10-${day}.md`, '---\ntitel: A\n---\n\nText.\n');
    expect(new Set(load().diagnostics.map(({ code }) => code))).toEqual(
      new Set(['front-matter-unknown']),
    );
  });

  test('counts the addresses that end a sentence', () => {
    note('2019-10-29.md', 'https://github.com/a/b/pull/1. See *https://github.com/a/b/pull/2*.\n');
    note('2019-11-12.md', 'https://github.com/c/d/pull/3 #77\n');
    expect(load().archive.references.map(({ key }) => key)).toContain('a/b#77');
  });

  test.each([
    ['a wrong key', 'titel: x\nhome: a/b\n', ['a/b#1', 'a/b#77', 'c/d#2', 'c/d#3']],
    [
      'a wrong value',
      'title: x\nhome: a/b\ncadence: never\n',
      ['a/b#1', 'a/b#77', 'c/d#2', 'c/d#3'],
    ],
    ['a wrong home', 'title: x\nhome: a\n', ['a/b#1', 'c/d#2', 'c/d#3', 'c/d#77']],
    [
      'a wrong list',
      'title: x\nhome: a/b\nlinks: [{label: x}]\n',
      ['a/b#1', 'a/b#77', 'c/d#2', 'c/d#3'],
    ],
    ['a list in place of keys', '- home: a/b\n', ['a/b#1', 'c/d#2', 'c/d#3', 'c/d#77']],
    ['no YAML', 'home: [\n', ['a/b#1', 'c/d#2', 'c/d#3', 'c/d#77']],
  ])('with %s in its settings tells nothing false of the rest', (_, settings, references) => {
    note('2019-10-29.md', 'https://github.com/a/b/pull/1 https://github.com/c/d/pull/2 #77\n');
    note('2019-11-12.md', 'https://github.com/c/d/pull/3\n');
    note('archive.yaml', settings);
    const { archive, diagnostics } = load();
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.filter(({ severity }) => severity !== 'error')).toEqual([]);
    expect(archive.references.map(({ key }) => key)).toEqual(references);
  });

  test('reads settings with the other ending of YAML, where there are none with its own', () => {
    note('2019-10-29.md', 'Text.');
    note('archive.yml', 'title: x\nhome: a\n');
    expect(codes(load())).toEqual(['archive.yml settings-value']);
    note('archive.yaml', 'title: x\n');
    expect(codes(load())).toEqual([]);
  });

  test('reads folders of years and months', () => {
    note('2019/10/29.md', 'Text.');
    note('2014-07/jul-31.md', 'Text.');
    expect(load().archive.meetings.map(({ id }) => id)).toEqual(['2014-07-31', '2019-10-29']);
  });

  test('reads the note of a folder that is named after its day', () => {
    note('2019-10-29/README.md', 'Text.');
    note('2019/11/12/index.md', 'Text.');
    note('2019-11/README.md', 'About this month.');
    note('2019-11-31/README.md', 'About no day.');
    note('2019-11-26/template.md', 'What to ask.');
    note('2019-12-10-readme.md', 'About that day.');
    const content = load();
    expect(content.archive.meetings.map(({ id }) => id)).toEqual(['2019-10-29', '2019-11-12']);
    expect(codes(content)).toEqual([
      '2019-11-26/template.md file-passed-over',
      '2019-11-31/README.md file-passed-over',
      '2019-11/README.md file-passed-over',
      '2019-12-10-readme.md file-passed-over',
    ]);
  });

  test('passes over what stands beside notes in repositories and wikis', () => {
    note('2019-10-29.md', 'Text.');
    note('Home.md', '- [[2019-10-29]]');
    note('_Sidebar.md', '- [[2019-10-29]]');
    note('2019/CODE_OF_CONDUCT.md', 'Be kind.');
    // Near misses, which may be notes.
    note('home.md', '# Meeting at home, 2019-11-12');
    note('2019-11-26-SECURITY.md', 'Text.');
    note('security.md', '# Security meeting, 2019-12-10');
    const content = load();
    expect(content.archive.meetings.map(({ id }) => id)).toEqual([
      '2019-10-29',
      '2019-11-12',
      '2019-11-26-security',
      '2019-12-10',
    ]);
    expect(codes(content)).toEqual([
      '2019/CODE_OF_CONDUCT.md file-passed-over',
      'Home.md file-passed-over',
      '_Sidebar.md file-passed-over',
    ]);
  });

  test.each([
    ['a line of it', 30_000],
    ['most of it', 1_200_000],
  ])('says how a picture is taken out that is %s', (_, length) => {
    note('2024-01-02.md', `# Minutes\n\n![chart](data:image/png;base64,${'A'.repeat(length)})\n`);
    expect(load().diagnostics.map(({ fix }) => fix)).toContain(
      'Have the picture put beside the note with "npm run notes -- import FILE --write --replace", or remove it.',
    );
  });

  test('does not follow links out of it, and never runs what is no note', () => {
    note('2019-10-29.md', 'Text.');
    note('2019-10-30.mdx', 'export const x = process.exit(1)');
    note('README.md', 'About this folder.');
    symlinkSync('/etc/passwd', path.join(folder, '2019-10-31.md'));
    const content = load();
    expect(content.meetings.map(({ id }) => id)).toEqual(['2019-10-29']);
    expect(codes(content)).toEqual([
      '2019-10-30.mdx file-passed-over',
      '2019-10-31.md file-link',
      'README.md file-passed-over',
    ]);
  });

  test.each<[string, string[], string[]]>([
    ['nothing', [], ['. notes-none']],
    [
      'only files of other kinds',
      ['minutes.txt'],
      ['. notes-none', 'minutes.txt file-passed-over'],
    ],
    ['only topics and a template', ['topics/yara.md', 'template.md'], ['. notes-none']],
    // What is wrong with the only note is said already.
    ['a note without a date', ['minutes.md'], ['minutes.md date-missing']],
    ['a note', ['2019/10/29.md'], []],
  ])('that holds %s', (_, files, found) => {
    for (const file of files) {
      const isTopic = file.startsWith('topics/');
      note(file, isTopic ? '---\nname: YARA\nsummary: Rules.\n---\n' : 'Text.\n');
    }
    expect(codes(load())).toEqual(found);
  });

  test('that does not exist is one finding', () => {
    rmSync(folder, { recursive: true });
    expect(codes(load())).toEqual([' file-unreadable']);
    mkdirSync(folder);
  });

  test('whose topics are no folder has that as a finding among the others', () => {
    note('2019-10-29.md', '[a](@b)\n');
    note('topics', 'Packaging');
    expect(codes(load())).toEqual(['2019-10-29.md link-dead', 'topics file-unreadable']);
  });

  test('links its notes with each other, whatever their names', () => {
    note(
      '20191029_meeting_notes.md',
      '# Notes\n\n## Packaging\n\nSee [it](2020-01-07.md#tests-in-buck).\n',
    );
    note(
      '2020-01-07.md',
      '# Notes\n\n## Tests in Buck\n\n[Back](./20191029_meeting_notes.md#packagin)\n',
    );
    const content = load();
    expect(
      content.meetings.flatMap(({ links }) =>
        links.map(({ meeting, anchor }) => [meeting, anchor]),
      ),
    ).toEqual([
      ['2020-01-07', 'tests-in-buck'],
      ['2019-10-29', 'packagin'],
    ]);
    expect(content.diagnostics.map(formatDiagnostic)).toEqual([
      '2020-01-07.md:5:1 warning anchor-dead: The link to "./20191029_meeting_notes.md#packagin" does not hit a heading.\n' +
        '    Did you mean "#packaging"?',
    ]);
  });

  describe('proposes for a dead anchor', () => {
    const headings = '# Notes\n\n## Windows things\n\n## Größe\n\nSee.[^1]\n\n[^1]: There.\n';
    const proposal = (): (string | undefined)[] =>
      load()
        .diagnostics.filter(({ code }) => code === 'anchor-dead')
        .map(({ fix }) => /^Did you mean "(.*)"\?$/.exec(fix)?.[1]);

    test.each<[string, string | undefined]>([
      ['#windows-thing', '#windows-things'],
      ['#windos-thinsg', '#windows-things'],
      ['#Windows-Things', '#windows-things'],
      ['#gr%C3%B6se', '#größe'],
      // Too far to be a slip, but it starts alike.
      ['#windows', '#windows-things'],
      ['#windows-things-to-come', '#windows-things'],
      ['#winter-thoughts', undefined],
      ['#the-windows', undefined],
      // Footnotes have anchors too, which nobody means.
      ['#user-content-fn-2', undefined],
    ])('%s → %s', (anchor, near) => {
      note('2019-10-29.md', `${headings}\n[here](${anchor})\n`);
      expect(proposal()).toEqual([near]);
      note('2019-10-29.md', headings);
      note('2020-01-07.md', `# Notes\n\n[there](2019-10-29.md${anchor})\n`);
      expect(proposal()).toEqual([near]);
    });

    test('the nearest of several, and of those the first by name', () => {
      note('2019-10-29.md', '# Notes\n\n## Testt\n\n## Tests\n\n## Teste\n\n[here](#testz)\n');
      expect(proposal()).toEqual(['#teste']);
    });

    test('no more than are listed of one note', () => {
      const dead = '[here](#windows-thing)\n\n'.repeat(60);
      note('2019-10-29.md', `${headings}\n${dead}`);
      expect(proposal()).toEqual(Array.from({ length: 50 }, () => '#windows-things'));
      note('2019-10-29.md', headings);
      note('2020-01-07.md', dead.replaceAll('(#', '(2019-10-29.md#'));
      expect(proposal()).toEqual(Array.from({ length: 50 }, () => '#windows-things'));
    });
  });
});
