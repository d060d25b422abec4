import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

import { contentFolders } from '../../src/notes/folders.ts';
import { loadContent } from '../../src/notes/load.ts';
import { folder } from '../folder.ts';

const fine = '# Notes\n\nSome words.\n';

function load(files: Record<string, string | Buffer>, links: Record<string, string> = {}) {
  const top = folder(files, 'archive files ');
  for (const [name, target] of Object.entries(links)) symlinkSync(target, path.join(top, name));
  const content = loadContent(contentFolders({ ARCHIVE_MEETINGS: top }, top), top);
  return {
    ids: content.meetings.map(({ id }) => id as string),
    withPictures: content.meetings.flatMap(({ id, images }) => (images?.length ? [id] : [])),
    says: content.diagnostics.map(({ file, code }) => `${file} ${code}`),
  };
}

test.each([
  '2020-01-02 with spaces.md',
  '2020-01-02-%2F..%2Fetc.md',
  '2020-01-02#anchor?q=1.md',
  '2020-01-02-"quoted"-\'names\'.md',
  '2020-01-02-<script>alert(1)</script>.md'.replace('/', '\u2215'),
  '-2020-01-02.md',
  '2020-01-02-\u202egnp.md',
  `2020-01-02-${'long'.repeat(55)}.md`,
  '2020-01-02.MD',
  '__proto__/2020-01-02.md',
  'constructor 2020-01-02.md',
])('a file named %j is read, or refused by name, and its path is plain', (name) => {
  const { ids, says } = load({ [name]: fine });
  for (const id of ids) expect(id).toMatch(/^2020-01-02(?:-[a-z0-9]+)*$/);
  expect(ids.length + says.length).toBeGreaterThan(0);
});

test('a file whose name leaves no room for the names made from it is refused', () => {
  const { ids, says } = load({
    [`2020-01-02-${'x'.repeat(240)}.md`]: fine,
    [`2020-01-03-${'x'.repeat(136)}.md`]: fine,
    [`2020-01-04-${'x'.repeat(137)}.md`]: fine,
  });
  expect(ids).toEqual([`2020-01-03-${'x'.repeat(136)}`]);
  expect(says.map((line) => line.slice(0, 10) + line.slice(-15))).toEqual([
    '2020-01-02 file-name-long',
    '2020-01-04 file-name-long',
  ]);
});

test('a file whose name holds what no reader sees is refused, and told what', () => {
  const top = folder(
    {
      '2020-01-02-\u202egnp.md': fine,
      '2020-01-03\u001b[2J.md': fine,
      '2020-01-04\u200b/notes.md': fine,
      // Near misses: how an accent is written on a Mac, and a family.
      '2020-01-05-e\u0301.md': fine,
      '2020-01-06-\u{1f468}\u200d\u{1f469}\u200d\u{1f467}.md': fine,
    },
    'archive files ',
  );
  const bytes = Buffer.concat([
    Buffer.from(`${top}/2020-01-07-`),
    Buffer.from([0xff, 0x2e, 0x6d, 0x64]),
  ]);
  try {
    writeFileSync(bytes, fine);
  } catch {
    // Not every file system takes such a name.
  }
  const { diagnostics, meetings } = loadContent(
    contentFolders({ ARCHIVE_MEETINGS: top }, top),
    top,
  );
  expect(meetings.map(({ date }) => date)).toEqual(['2020-01-05', '2020-01-06']);
  const found = diagnostics.filter(({ code }) => code.startsWith('file-'));
  expect(found.slice(0, 3).map(({ code, message }) => [code, message.split(': ').at(-1)])).toEqual([
    ['file-name-hidden', 'U+202E.'],
    ['file-name-hidden', 'U+001B.'],
    ['file-name-hidden', 'U+200B.'],
  ]);
  for (const { code, message } of found.slice(3)) {
    expect([code, message.split(': ').at(-1)]).toEqual([
      'file-name-hidden',
      'U+FFFD for bytes that are not UTF-8.',
    ]);
  }
});

test('a link out of the folder is named and never followed', () => {
  const { ids, says } = load(
    { '2020-01-02.md': fine },
    { '2020-01-03.md': '/etc/passwd', elsewhere: '/etc' },
  );
  expect(ids).toEqual(['2020-01-02']);
  expect(says).toContain('2020-01-03.md file-link');
});

test('a link in place of a topic is named and never followed', () => {
  const top = folder({ '2020-01-02.md': fine }, 'archive files ');
  mkdirSync(path.join(top, 'topics'));
  symlinkSync('/etc/passwd', path.join(top, 'topics/packaging.md'));
  const { diagnostics, topics } = loadContent(contentFolders({ ARCHIVE_CONTENT: top }, top), top);
  const found = diagnostics.map(({ file, code }) => `${file} ${code}`);
  expect(found).toContain('topics/packaging.md file-link');
  expect(topics).toEqual([]);
});

test('settings, template and record of addresses are no links out of the folder either', () => {
  const top = folder({ '2020-01-02.md': fine }, 'archive files ');
  const names = ['archive.yaml', 'permalinks.json', 'template.md'];
  for (const name of names) symlinkSync('/etc/passwd', path.join(top, name));
  const { diagnostics, texts } = loadContent(contentFolders({ ARCHIVE_CONTENT: top }, top), top);
  const links = diagnostics.filter(({ code }) => code === 'file-unreadable');
  expect(links.map(({ file }) => file)).toEqual(names);
  expect([...texts.keys()]).toEqual(['2020-01-02.md']);
});

test('pages of programs among the notes are passed over, and never run', () => {
  const program = 'globalThis.archiveWasTaken = true;\n';
  const { ids, says } = load({
    '2020-01-02.md': fine,
    '2020-01-03.mdx': program,
    '2020-01-04.astro': `---\n${program}---\n`,
  });
  expect(ids).toEqual(['2020-01-02']);
  expect(says).toEqual(['2020-01-03.mdx file-passed-over', '2020-01-04.astro file-passed-over']);
  expect(globalThis).not.toHaveProperty('archiveWasTaken');
});

test('names that differ in case alone are one page, and an error', () => {
  const { says } = load({ '2020-01-02-Vote.md': fine, '2020-01-02-vote.md': fine });
  expect(says).toEqual([expect.stringMatching(/vote\.md id-taken$/i)]);
});

test('one bad note hides no finding of another', () => {
  const { ids, says } = load({
    '2020-01-01.md': '',
    '2020-01-02.md': Buffer.from([0xff, 0xfe, 0x41, 0]),
    '2020-01-03.md': 'a\0b',
    '2020-01-04.md': Buffer.from('caf\xe9', 'latin1'),
    '2020-01-05.md': 'a*'.repeat(9_000),
    '2020-01-06.md': '---\na: &a [*a]\n---\n\nx\n',
    '2020-01-07.md': '---\n__proto__: {x: 1}\n---\n\nx\n',
    '2020-01-08.md': '---\ntitle: !!js/function x\n---\n\nx\n',
    '2020-02-30.md': fine,
    '9999-99-99.md': fine,
    '2020-01-09.md': '\ufeff# Notes\r\n\r\nwords\r\n',
  });
  expect(ids).toEqual(['2020-01-09']);
  const bad = new Set(says.map((line) => line.split(' ')[0]));
  expect([...bad].sort()).toEqual([
    ...Array.from({ length: 8 }, (_, index) => `2020-01-0${index + 1}.md`),
    '2020-02-30.md',
    '9999-99-99.md',
  ]);
});

test('a picture is shown only out of the folder of notes, and only if it is one', () => {
  const gif = Buffer.from('R0lGODlhBwAFAIAAAAAAAP///ywAAAAABwAFAAACAkQBADs=', 'base64');
  const shown = (target: string) => `# Notes\n\n![a](${target})\n`;
  const { withPictures, says } = load(
    {
      'pictures/fine.png': gif,
      'pictures/page.png': '<svg onload="alert(1)"/>',
      'pictures/drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '2020-01-01.md': shown('pictures/fine.png'),
      '2020-01-02.md': shown('pictures/page.png'),
      '2020-01-03.md': shown('pictures/drawing.svg'),
      '2020-01-04.md': shown('../../../../etc/passwd'),
      '2020-01-05.md': shown('/etc/passwd'),
      '2020-01-06.md': shown('pictures/link.png'),
      '2020-01-07.md': shown('pictures/%2e%2e/%2e%2e/x.png'),
      '2020-01-08.md': shown('/../../../etc/passwd'),
      '2020/01-09.md': shown('/pictures/fine.png'),
      '2020/01-10.md': shown('pictures/fine.png'),
    },
    { 'pictures/link.png': 'fine.png' },
  );
  // A path from the root, as GitHub reads it in a repository, is one from the root of the folder.
  expect(withPictures).toEqual(['2020-01-09', '2020-01-01']);
  expect(says).toEqual(
    [
      '2020-01-02',
      '2020-01-03',
      '2020-01-04',
      '2020-01-05',
      '2020-01-06',
      '2020-01-07',
      '2020-01-08',
    ]
      .concat('2020/01-10')
      .map((note) => `${note}.md image-missing`),
  );
});
