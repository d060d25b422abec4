import fc from 'fast-check';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

import { factsOfMarkdown, findLosses } from '../../src/cli/fidelity.ts';
import { readHtmlFacts, readMarkdownFacts } from '../../src/cli/import-facts.ts';
import { takeOverHtml } from '../../src/cli/import-html.ts';
import { takeOverMarkdown } from '../../src/cli/import-markdown.ts';
import { folder } from '../folder.ts';
import { empty, settings } from './empty-content.ts';
import { nothing } from './losses.ts';
import { notes } from './run.ts';

const fixtures = path.join(import.meta.dirname, '../fixtures/import');
/** What the taking over of a web page loses. */
const lossesOfHtml = (html: string) => {
  const { markdown, dropped } = takeOverHtml(html);
  return findLosses(readHtmlFacts(html), readMarkdownFacts(markdown), dropped);
};

describe('import', () => {
  test.each([
    [
      'hackmd.md',
      `---
title: Office hours 2022-06-21
---

# osquery office hours 2022-06-21

Recording: https://youtu.be/AKdQxd2ckJ0

## Tables

> (Joe) We want **more** tables
>

- [ ] write #7620
* another

**Details of it**
Hidden
`,
    ],
    [
      'google-docs.md',
      `# osquery office hours June 21, 2022

YouTube Link: [https://youtu.be/AKdQxd2ckJ0](https://youtu.be/AKdQxd2ckJ0)

## Tables

* See #7620 - the es_process_events table!
  * 1\\. nested
`,
    ],
    [
      'google-docs.html',
      `# osquery office hours 2022-06-21

YouTube Link: <https://youtu.be/AKdQxd2ckJ0>

## Tables

- **First** es_process_events #7620
  - _below_
- Second

Done.
`,
    ],
    ['word.docx', '# osquery office hours 2022-06-21\n\nThe tables of #7620 are **done**.\n'],
    [
      'word-table.docx',
      `# osquery office hours 2022-06-21

We ~~drop~~ keep it.

| Who          | What                 |
| ------------ | -------------------- |
| Joe; Ann Lee | first; second; third |
`,
    ],
    ['word-title.docx', '# osquery office hours 2022-06-21\n\n# Tables\n\nSee #7620.\n'],
  ])('takes over %s', async (file, expected) => {
    const directory = empty();
    const { code, stdout, stderr } = await notes(directory, [
      'import',
      path.join(fixtures, file),
      '--write',
    ]);
    // The export of Google Docs holds a picture.
    expect({ code, stderr }).toEqual({ code: file === 'google-docs.md' ? 1 : 0, stderr: '' });
    expect(stdout).toContain('Every word, link and list item of the source is in it.');
    expect(stdout).toContain('content/meetings/2022-06-21.md is written.');
    const written = readFileSync(path.join(directory, 'content/meetings/2022-06-21.md'), 'utf8');
    expect(written).toBe(expected);
  });

  test('shows what would change, and writes nothing by itself', async () => {
    const directory = empty();
    const note = '# Minutes 2022-06-21\n\nThe words.\n';
    expect(await notes(directory, ['import', '-'], note)).toEqual({
      code: 0,
      stdout: `--- content/meetings/2022-06-21.md
+++ content/meetings/2022-06-21.md
@@ -0,0 +1,3 @@
+# Minutes 2022-06-21
+
+The words.
standard input → content/meetings/2022-06-21.md: 6 words, 0 links, 0 list items.
  Every word, link and list item of the source is in it.
Nothing is written without --write.
`,
      stderr: '',
    });
    expect((await notes(directory, ['check'])).stdout).toContain('0 notes read');
  });

  test('puts a note into the folder of its year where all lie in such', async () => {
    const there = '# Minutes\n\nWords.\n';
    const directory = folder({
      'content/archive.yaml': settings,
      'content/meetings/2021/2021-09-28.md': there,
    });
    const old = '# Minutes 2019-10-29\n\nOld words.\n';
    const { stdout } = await notes(directory, ['import', '-', '--write'], old);
    expect(stdout).toContain('content/meetings/2019/2019-10-29.md is written.\n');
    expect(stdout).not.toContain('beside the newest');

    const group = folder({
      'content/archive.yaml': settings,
      'content/meetings/tsc/2020-01-07.md': there,
      'content/meetings/wg/2021-09-28.md': there,
    });
    const to = await notes(group, ['import', '-'], old);
    expect(to.stdout).toContain('→ content/meetings/wg/2019-10-29.md: ');
    expect(to.stdout).toContain('  That is beside the newest note: move it if it belongs');
  });

  describe('where the day has a note already', () => {
    const there = '# Minutes 2022-06-21\n\nAdded by hand: [a link](https://example.org/).\n';
    const other = '# Minutes 2022-06-21\n\nOther words.\n';
    const both = () =>
      folder({ 'content/archive.yaml': settings, 'content/meetings/20220621_notes.md': there });
    const noteOf = (directory: string, file: string): string =>
      readFileSync(path.join(directory, 'content/meetings', file), 'utf8');

    test('leaves it, and says what would be gone and what to do', async () => {
      const directory = both();
      const { code, stdout, stderr } = await notes(directory, ['import', '-', '--write'], other);
      expect(code).toBe(1);
      expect(stdout).toContain('content/meetings/20220621_notes.md is left as it is.');
      expect(stderr)
        .toBe(`content/meetings/20220621_notes.md is there already, and says something else.
  Words of it that would be gone: Added, by, hand, a, link.
  Links of it that would be gone: https://example.org.
  With --replace it gives way to this one; with --slug NAME this one is a further meeting of its day.
`);
      expect(noteOf(directory, '20220621_notes.md')).toBe(there);
    });

    test('writes in its place where it is told to', async () => {
      const directory = both();
      const args = ['import', '-', '--write', '--replace'];
      const { code, stderr } = await notes(directory, args, other);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(noteOf(directory, '20220621_notes.md')).toBe(other);
    });

    test('writes a further note of the day under a name', async () => {
      const directory = both();
      const args = ['import', '-', '--write', '--slug', 'evening'];
      const { code, stderr } = await notes(directory, args, other);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(noteOf(directory, '20220621_notes.md')).toBe(there);
      expect(noteOf(directory, '2022-06-21-evening.md')).toBe(other);
    });

    test.each([
      '2022-06-21 (1).md',
      '20220621_notes (12).md',
      '2022-06-21 copy.md',
      '2022-06-21.mdx',
      '2022-06-21 - Copy (2).md',
    ])('takes %s for the same note, saved once more', async (file) => {
      const directory = both();
      writeFileSync(path.join(directory, file), other);
      const { code, stderr } = await notes(directory, ['import', file]);
      expect(code).toBe(1);
      expect(stderr).toContain('content/meetings/20220621_notes.md is there already');
    });

    test.each([
      ['2022-06-21-packaging.md', '2022-06-21-packaging.md'],
      ['2022-06-21 copy editing.md', '2022-06-21-copy-editing.md'],
      ['2022-06-21 (day 1).md', '2022-06-21-day-1.md'],
    ])('says that %s becomes a further meeting of the day', async (file, target) => {
      const directory = both();
      writeFileSync(path.join(directory, file), other);
      const { code, stdout } = await notes(directory, ['import', file, '--write']);
      expect(code).toBe(0);
      expect(stdout).toContain(
        '  A further meeting of its day, which has content/meetings/20220621_notes.md: if it is the same one, give --date 2022-06-21 --replace.\n',
      );
      expect(noteOf(directory, target)).toBe(other);
      const again = await notes(directory, ['import', file]);
      expect(again.stdout).not.toContain('further meeting');
    });

    test('turns a page among the notes into a note in its own place, as check says', async () => {
      const page = '<!DOCTYPE html><html><h1>Minutes 2022-06-21</h1><p>Words.</p></html>';
      const directory = folder({ 'content/meetings/20220621_notes.md': page });
      const checked = await notes(directory, ['check']);
      const advice = /"npm run notes -- (import .*)"/.exec(checked.stdout)?.[1]?.split(' ') ?? [];
      const file = 'content/meetings/20220621_notes.md';
      const { code, stderr } = await notes(
        directory,
        advice.map((word) => (word === 'FILE' ? file : word)),
      );
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(noteOf(directory, '20220621_notes.md')).toBe('# Minutes 2022-06-21\n\nWords.\n');
      expect((await notes(directory, ['check'])).stdout).toBe('1 note read: nothing to report.\n');
    });

    test('has nothing to do where it is the same', async () => {
      const { code, stdout, stderr } = await notes(both(), ['import', '-', '--write'], there);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('is the same already.');
    });

    test('nor where only the ends of lines are others', async () => {
      const directory = folder({
        'content/meetings/20220621_notes.md': `\ufeff${there.replaceAll('\n', '\r\n')}`,
      });
      const { code, stdout, stderr } = await notes(directory, ['import', '-', '--write'], there);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('is the same already.');
      expect(noteOf(directory, '20220621_notes.md')).toContain('\r\n');
    });

    test('leaves it in a whole folder too, and goes on', async () => {
      const directory = both();
      mkdirSync(path.join(directory, 'old'));
      writeFileSync(path.join(directory, 'old/2022-06-21.md'), other);
      writeFileSync(path.join(directory, 'old/2022-06-28-packaging.md'), '# Minutes\n\nMore.\n');
      const outcome = await notes(directory, ['import', '--bulk', 'old', '--write']);
      expect(outcome.code).toBe(1);
      expect(outcome.stdout).toContain('1 of 2 notes taken over.');
      expect(noteOf(directory, '20220621_notes.md')).toBe(there);
      expect(noteOf(directory, '2022-06-28-packaging.md')).toBe('# Minutes\n\nMore.\n');
    });
  });

  test.each([
    '# Minutes\n\nOctober 29, 2019\n\n## News\n\nReleased on October 20, 2019.',
    'Minutes\n\n**Tuesday, October 29, 2019, 10:00 - 11:00 AM PDT**\n\nWords.',
    '# Minutes\n\n29\\. October 2019\n\nWe met on October 29, 2019.',
    '<h1>Minutes</h1><p>Oct 29, 2019</p><p>Words.</p>',
  ])('takes the day from a line of its own in %j', async (source) => {
    const { code, stdout } = await notes(empty(), ['import', '-'], `${source}\n`);
    expect(code).toBe(0);
    expect(stdout).toContain('content/meetings/2019-10-29.md: ');
  });

  test.each([
    '# Minutes\n\n- **Where**: zoom\n- **When**: October 29, 2019 at 4pm UTC',
    '# Minutes\n\nWhen: Tuesday, 2019-10-29\nDate of the next: soon',
    '# Minutes\n\nDate: see below\n\n- Date: 29 October 2019',
  ])('takes the day that a label announces in %j', async (source) => {
    const { code, stdout } = await notes(empty(), ['import', '-', '--write'], `${source}\n`);
    expect([code, stdout]).toEqual([0, expect.stringContaining('content/meetings/2019-10-29.md')]);
  });

  test.each([
    '# Minutes\n\nReleased on October 20, 2019.',
    '# Minutes\n\nOctober 29, 2019\n\nThe last one was on October 15, 2019.',
    '# Minutes\n\nOctober 29, 2019\n\nNovember 12, 2019',
    '# Minutes\n\n## News\n\nOctober 29, 2019',
    '# Minutes\n\nOctober 29, 2019: the release',
    '# Minutes\n\nOctober 29, 2019 was it',
    '# Minutes\n\nWhen: Tuesdays at ten',
    '# Minutes\n\nWe met when it rained: October 29, 2019',
  ])('but asks for it in %j', async (source) => {
    const { code, stderr } = await notes(empty(), ['import', '-'], `${source}\n`);
    expect(code).toBe(2);
    expect(stderr).toContain('give its day with --date.');
  });

  test('takes over a folder with one report', async () => {
    const directory = folder({
      'content/archive.yaml': settings,
      'content/meetings/.keep': '',
      'old/2020-01-07.md': '# Minutes\n\nOne.\n',
      'old/2020-02-04.md': '# Minutes\n\nTwo.\n',
      'old/20200204_notes.md': '# Minutes\n\nThree.\n',
      'old/undated.md': '# Minutes\n\nFour.\n',
      'old/README.md': 'Not a note.\n',
      'old/2020-03-03.rtf': '{\\rtf1 Five}',
      'old/2020/04-07.md': '# Minutes\n\nSix.\n',
      'old/.DS_Store': '',
    });
    const { code, stdout, stderr } = await notes(directory, ['import', '--bulk', 'old', '--write']);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /\nPassed over in old: 2020\/, 2020-03-03\.rtf, README\.md\.\n2 of 4 notes taken over\.\n$/,
    );
    expect(stderr).toBe(
      'old/20200204_notes.md has the day of old/2020-02-04.md, and is left where it is: take it over with --slug NAME.\n' +
        'old/undated.md does not say when the meeting was: give its day with --date.\n',
    );
  });

  test('takes a folder with the name of a note for no note', async () => {
    const directory = empty();
    const from = folder({ '2020-01-07.md': '# Minutes\n\nOne.\n', '2020-02-04.md/a.md': 'Two.\n' });
    const { code, stdout } = await notes(directory, ['import', '--bulk', from]);
    expect(code).toBe(0);
    expect(stdout).toContain(`\nPassed over in ${from}: 2020-02-04.md/.\n1 of 1 note can be taken`);
  });

  test('goes through a folder in the same order on every system', async () => {
    // By their bytes, as systems give them, these two stand the other way round.
    const from = folder({
      'a.md': '# Minutes 2020-01-07\n',
      '\uff5e.rtf': '',
      '\u{1f600}.rtf': '',
    });
    const { stdout } = await notes(empty(), ['import', '--bulk', from]);
    expect(stdout).toContain(`\nPassed over in ${from}: \u{1f600}.rtf, \uff5e.rtf.\n`);
  });

  test('says what a whole folder would come to', async () => {
    const directory = empty();
    mkdirSync(path.join(directory, 'old'));
    writeFileSync(path.join(directory, 'old/2020-01-07.md'), '# Minutes\n\nOne.\n');
    const { stdout } = await notes(directory, ['import', '--bulk', 'old']);
    expect(stdout).toContain('1 of 1 note can be taken over.\nNothing is written without --write.');
    expect(stdout.match(/without --write/g)).toHaveLength(1);
  });

  test.each([
    ['little end first', Buffer.from('\ufeff# Minutes 2022-06-21\r\n\r\nBüro.\r\n', 'utf16le')],
    ['big end first', Buffer.from('\ufeff# Minutes 2022-06-21\n\nBüro.\n', 'utf16le').swap16()],
  ])('takes over UTF-16, %s', async (_which, bytes) => {
    const directory = empty();
    writeFileSync(path.join(directory, 'minutes.txt'), bytes);
    const { code, stdout } = await notes(directory, ['import', 'minutes.txt']);
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining('+# Minutes 2022-06-21\n+\n+Büro.\n'),
    ]);
  });

  test.each<[string[], string]>([
    [['nowhere.md'], 'There is no file "nowhere.md".'],
    [[], 'Say which file or address to take over.'],
    [['--bulk'], 'Say which folder to take over.'],
    [['word.rtf'], 'word.rtf is no text: save it as Markdown, HTML or .docx, and take that over.'],
    [
      ['print.pdf'],
      'print.pdf is no text: save it as Markdown, HTML or .docx, and take that over.',
    ],
    [
      ['latin.md'],
      'latin.md cannot be read: the byte 0xfc is not part of a character. Save it as UTF-8, and take that over.',
    ],
    [
      ['2022-06-31.md'],
      '2022-06-31.md has a date in its name that no calendar has: give the right day with --date.',
    ],
    [
      ['export.zip'],
      'export.zip is an archive, and no document of Word: unpack it, and take over the note that is in it.',
    ],
    [['plan.png'], 'plan.png is no text: save it as Markdown, HTML or .docx, and take that over.'],
    [['--bulk', 'content/meetings'], 'There is no note to take over in "content/meetings".'],
    [['--slug', 'Two words', '-'], '"Two words" is no name in small letters, digits and hyphens.'],
    [['--date', 'today', '-'], '"today" is not a date of the calendar as YYYY-MM-DD.'],
    [
      ['http://127.0.0.1:9/note'],
      '127.0.0.1 is an address of a private network: with --allow-private it is asked all the same.',
    ],
    [
      ['http://2130706433/note'],
      '127.0.0.1 is an address of a private network: with --allow-private it is asked all the same.',
    ],
    [
      ['http://[::1]:9/note'],
      '::1 is an address of a private network: with --allow-private it is asked all the same.',
    ],
    [
      ['http://localhost:9/note'],
      'localhost is 127.0.0.1, an address of a private network: with --allow-private it is asked all the same.',
    ],
    [
      ['--allow-private', 'http://127.0.0.1:9/note'],
      'http://127.0.0.1:9/note cannot be fetched: nothing answers there.',
    ],
    [
      ['hackmd.io/@osquery/office-hours'],
      'There is no file "hackmd.io/@osquery/office-hours". If it is an address, write https://hackmd.io/@osquery/office-hours.',
    ],
    [['notes/2022-06-21.md'], 'There is no file "notes/2022-06-21.md".'],
    [['../minutes.md'], 'There is no file "../minutes.md".'],
    [['file:///etc/passwd'], 'file:///etc/passwd is neither http nor https.'],
  ])('%j is refused', async (args, message) => {
    const directory = empty();
    writeFileSync(path.join(directory, 'word.rtf'), '{\\rtf1 Minutes 2022-06-21}');
    writeFileSync(path.join(directory, '2022-06-31.md'), '# Minutes\n');
    writeFileSync(path.join(directory, 'export.zip'), 'PK\u0003\u0004');
    writeFileSync(path.join(directory, 'plan.png'), '\u0089PNG\0\0');
    writeFileSync(path.join(directory, 'latin.md'), Buffer.from('# Büro', 'latin1'));
    writeFileSync(path.join(directory, 'print.pdf'), '%PDF-1.7 Minutes 2022-06-21');
    const { code, stdout, stderr } = await notes(directory, ['import', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.split('\n')[0]?.replace('is ::1,', 'is 127.0.0.1,')).toBe(message);
  });
});

test.for<[string, string, string]>([
  ['a heading over two lines', '<h2>Build<br>times</h2><p>x</p>', '## Build times\n\nx\n'],
  ['a break within its slanted words', '<h2>x <i>Build<br>times</i></h2>', '## x _Build times_\n'],
])('%s is one', ([, html, markdown]) => {
  expect(takeOverHtml(html).markdown).toBe(markdown);
});

test('paragraphs and lines with bullet characters become lists', () => {
  expect(takeOverHtml('<p>• Builds</p><p>◦ of Linux</p><p>Words.</p>').markdown).toBe(
    '- Builds\n\n  - of Linux\n\nWords.\n',
  );
  expect(takeOverHtml('<p>Agenda:<br>•&nbsp;Builds<br>• 2. Tests</p>').markdown).toBe(
    'Agenda:\n- Builds\n- 2\\. Tests\n',
  );
});

test('words of a list of definitions are words of their own', () => {
  const { words } = readHtmlFacts('<h1>Notes</h1><dl><dt>term</dt><dd>meaning</dd></dl>');
  expect(words).toEqual(['Notes', 'term', 'meaning']);
});

test.each([
  ['<p>a</p>\n<pre>b</pre>\n<p>c</p>', ['a', 'b', 'c']],
  ['<p>a</p><pre>b</pre>c', ['a', 'b', 'c']],
  ['<ul><li>a<ul><li>b</li></ul>c</li></ul>d', ['a', 'b', 'c', 'd']],
  ['<h2>a</h2>b<hr>c<blockquote>d</blockquote>e', ['a', 'b', 'c', 'd', 'e']],
  ['<table><tr><td><blockquote>a</blockquote>b</td></tr></table>c', ['a', 'b', 'c']],
  ['<section>a</section><section>b</section><footer>c</footer>', ['a', 'b', 'c']],
  ['a<span>b</span><b>c</b><code>d</code><a href="#e">e</a>', ['abcde']],
])('what %s sets apart is apart', (html, words) => {
  expect(readHtmlFacts(html).words).toEqual(words);
  expect(lossesOfHtml(html)).toEqual(nothing);
});

test.each([
  ['the words for a picture', 'A ![plan of](a.png "title") it', ['A', 'plan', 'of', 'it']],
  ['a word with a mark within it', 'un**do**ne &#x61;b', ['undone', 'ab']],
  [
    'lines and cells',
    '# One\ntwo\\\nthree\n\n| a | b |\n| - | - |',
    'One two three a b'.split(' '),
  ],
  ['code and its lines', 'x `y`z\n\n```\nv\n```\nw', ['x', 'yz', 'v', 'w']],
])('words of a note are also %s', (_what, markdown, words) => {
  expect(readMarkdownFacts(markdown).words).toEqual(words);
});

test('links of a note are those of the web', () => {
  expect(
    readMarkdownFacts(
      '<https://a.example> [b](http://b.example) [c](#c) [d](mailto:d@example.org)',
    ),
  ).toEqual({ words: ['b', 'c', 'd'], links: ['https://a.example', 'http://b.example'], items: 0 });
});

test('the first row of a table without a head becomes its head', () => {
  const rows = '<tr><td>Who</td><td>What</td></tr><tr><td>Zach</td><td>Docs</td></tr>';
  const table = '| Who  | What |\n| ---- | ---- |\n| Zach | Docs |\n';
  expect(takeOverHtml(`<table>${rows}</table>`).markdown).toBe(table);
  const head = '<thead><tr><th>Who</th><th>What</th></tr></thead>';
  expect(takeOverHtml(`<table>${head}<tr><td>Zach</td><td>Docs</td></tr></table>`).markdown).toBe(
    table,
  );
});

test.each([
  ['See __init__.py and _private_.', 'See \\_\\_init\\_\\_.py and \\_private\\_.'],
  ['es_process_events, foo__bar', 'es_process_events, foo__bar'],
  ['foo_<b>bar</b>', 'foo\\_**bar**'],
  ['_a_b_', '\\_a_b\\_'],
  ['<code>a\\_b \\[c</code>', '`a\\_b \\[c`'],
  ['See a[0] and #7620', 'See a[0] and #7620'],
])('letters of %s stay letters', (html, markdown) => {
  expect(takeOverHtml(`<p>${html}</p>`).markdown).toBe(`${markdown}\n`);
});

test.each([
  'See https://example.org/a_b.',
  '(http://example.org) www.example.org, https: and www.',
])('addresses in %s are links in the note, as GitHub has them', (text) => {
  expect(takeOverHtml(`<p>${text}</p>`).markdown).toBe(`${text}\n`);
});

test.each([
  ['<span class="c1">drop </span>it', '~~drop~~ it'],
  ['<span style="text-decoration: underline line-through">drop</span>', '~~drop~~'],
  ['<span style="text-decoration-line:line-through">drop</span>', '~~drop~~'],
  ['<span style="text-decoration:underline">keep</span>', 'keep'],
  ['<span class="c1 c2">drop</span>', '**_~~drop~~_**'],
  ['<s>drop </s>it', '~~drop~~ it'],
  ['<del>drop</del> <strike>it</strike>', '~~drop~~ ~~it~~'],
])('a style of %s', (html, markdown) => {
  const style =
    '.c1{color:#000;text-decoration:line-through}.c2{font-weight:700;font-style:italic}';
  const page = `<style>${style}</style><p>${html}</p>`;
  expect(takeOverHtml(page).markdown).toBe(`${markdown}\n`);
  expect(lossesOfHtml(page)).toEqual(nothing);
});

describe('a cell of a table is one line', () => {
  test.each([
    ['<p>Joe</p><p>Ann Lee</p>', 'Joe; Ann Lee'],
    ['Joe<br>Ann', 'Joe; Ann'],
    ['Fruit:<ul><li>one</li><li>two.<ul><li>three</li></ul></li></ul>', 'Fruit: one; two. three'],
    ['<b>Joe<br>Ann</b>', '**Joe**; **Ann**'],
    ['<pre>a|b\n  c</pre>', '`a\\|b`; `c`'],
    ['<h3>A</h3><blockquote><p>B</p></blockquote><hr><p></p>', 'A; B'],
    ['<table><tr><td>A</td><td>B</td></tr></table>', 'A; B'],
    ['<p>a <i>b</i> c</p>', 'a _b_ c'],
    ['<p>one|two</p>', 'one\\|two'],
  ])('%s', (cell, shown) => {
    const html = `<table><tr><th>Who</th></tr><tr><td>${cell}</td></tr></table>`;
    const [head, , row, ...rest] = takeOverHtml(html).markdown.split('\n');
    const bare = (line = ''): string => line.replace(/ +\|$/, ' |');
    expect([head, row].map(bare)).toEqual(['| Who |', `| ${shown} |`]);
    expect(rest).toEqual(['']);
    expect(lossesOfHtml(html)).toEqual(nothing);
  });
});

test.for<[html: string, markdown: string]>([
  [
    '<dl>\n<dt>Present</dt>\n<dd>ann, <b>bo</b></dd>\n<dt>Chair:</dt><dd>ann</dd></dl>',
    '- Present: ann, **bo**\n- Chair: ann\n',
  ],
  ['<dl><div><dt>Regrets</dt><dd>cy</dd></div></dl>', '- Regrets: cy\n'],
  ['<dl><dt>A</dt><dd>b</dd><dd>c</dd></dl>', '- A\n\n  - b\n  - c\n'],
  ['<dl><dt>A</dt><dd><p>b</p><p>c</p></dd></dl>', '- A\n\n  b\n\n  c\n'],
])('of %j the words have their definitions beside them', ([html, markdown]) => {
  expect(takeOverHtml(html).markdown).toBe(markdown);
  expect(lossesOfHtml(html)).toEqual(nothing);
});

test('an export with spaces in its marks is taken over whole', async () => {
  const marked = '<span>We</span><span style="font-weight:700"> decide </span><span>now.</span>';
  const page = `<html><h1>Minutes 2022-06-21</h1><p>${marked} a<b>b</b>c<b><i>d:</i></b>e</p></html>`;
  const { code, stdout } = await notes(empty(), ['import', '-'], page);
  expect(stdout).toContain('+We **decide** now. a**b**&#x63;**_d:_**&#x65;\n');
  expect(stdout).toContain('.md: 9 words, 0 links');
  expect(stdout).toContain('  Every word, link and list item of the source is in it.\n');
  expect(code).toBe(0);
});

describe('marks beside a space or a letter', () => {
  test.each([
    ['We <b>decide </b>to<i> ship </i>now', 'We **decide** to _ship_ now'],
    ['<b>b </b>c', '**b** c'],
    ['<b> b</b>', '**b**'],
    ['a<b><i> b </i></b>c', 'a **_b_** c'],
    ['a<b> </b>b<i></i>', 'a b'],
    ['<b>b&nbsp;</b>c', '**b**\u00a0c'],
    ['<b>a</b><b>b</b><b> c</b> <b>d</b>', '**ab c** **d**'],
    ['<b>a<b>b</b></b>', '**ab**'],
    ['<b>a<br></b>b', '**a**\\\nb'],
    ['<b>a <a href="https://example.org"> b </a></b>c', '**a [b](https://example.org)** c'],
    ['a<b>b</b>c <i>d</i>', 'a**b**c _d_'],
    ['a<i>b</i>c', 'a*b*c'],
    ['a<i>b</i> <i>c</i>', 'a*b* *c*'],
    ['<b>Decided:</b>yes', '**Decided**:yes'],
    ['a<b>"b"</b>c', 'a"**b**"c'],
    ['<b><i>a:</i></b>b', '**_a:_**&#x62;'],
  ])('%s', (html, markdown) => {
    expect(takeOverHtml(`<p>${html}</p>`).markdown).toBe(`${markdown}\n`);
    expect(lossesOfHtml(`<p>${html}</p>`)).toEqual(nothing);
  });
});

test.each([
  [
    '<style>.c1{font-size:26pt}</style><p class="c1 title"><span>Minutes 2022-06-21</span></p><h1>Tables</h1>',
    '# Minutes 2022-06-21\n\n# Tables\n',
  ],
  ['<p class="subtitle">of the team</p>', 'of the team\n'],
  [
    '<h2><span style="font-weight:700">Tables</span></h2><p><b>bold</b></p>',
    '## Tables\n\n**bold**\n',
  ],
  ['<h2><b>Tables</b> of <i>tests</i></h2>', '## Tables of _tests_\n'],
])('headings of %s', (html, markdown) => {
  expect(takeOverHtml(`<html><body>${html}</body></html>`).markdown).toBe(markdown);
});

test('a picture that does not stand beside the notes is a warning', async () => {
  const source = '# Minutes 2022-06-21\n\n![A plan](images/plan.png)\n';
  const { code, stdout } = await notes(empty(), ['import', '-'], source);
  expect(code).toBe(0);
  expect(stdout).toContain(
    'content/meetings/2022-06-21.md:3:1 warning image-missing: The image "images/plan.png" cannot be shown, and its words stand in its place: it is not there.',
  );
});

test.each([
  ['note-too-large', 'Words.\n\n'.repeat(150_000)],
  ['note-too-complex', '- One.\n'.repeat(4_000)],
  ['file-conflict', '<<<<<<< HEAD\n## Votes\n=======\n## Ballots\n>>>>>>> a-branch\n'],
])('a note is in error for %s, as check says', async (code, text) => {
  const directory = empty();
  const imported = await notes(
    directory,
    ['import', '-', '--write'],
    `# Minutes 2022-06-21\n\n${text}`,
  );
  expect(imported.stdout).toContain(` error ${code}: `);
  expect(imported.code).toBe(1);
  expect((await notes(directory, ['check'])).stdout).toContain(` error ${code}\n`);
});

test.each([
  ['# Minutes 2022-06-21\n\nOne.\n', '5 words, 0 links, 0 list items.'],
  ['2022-06-21\n\n- <https://example.org>\n', '3 words, 1 link, 1 list item.'],
])('%j has %s', async (source, counts) => {
  expect((await notes(empty(), ['import', '-'], source)).stdout).toContain(`.md: ${counts}\n`);
});

test('a page of the editor itself holds no note', async () => {
  const page =
    '<!DOCTYPE html><html><head><title>Minutes 2022-06-21 - HedgeDoc</title></head><body><div class="ui-content"><div class="ui-edit-area">Sign in</div></div></body></html>';
  expect(await notes(empty(), ['import', '-'], page)).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'standard input is the page of an editor, without the note: take over the address with /download after it, or the Markdown that the editor exports.\n',
  });
});

const word = fc.stringMatching(/^[a-zäöé]{1,8}[0-9]{0,2}$/);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));

describe('no word is lost', () => {
  const line = fc.oneof(
    words,
    words.map((text) => `- ${text}`),
    words.map((text) => `  * [ ] ${text}`),
    words.map((text) => `  • ${text}`),
    words.map((text) => `## **${text}** {#anchor}`),
    words.map((text) => `==${text}== ++${text}++ es\\_${text}`),
    words.map((text) => `:::info ${text}`),
    words.map((text) => `> [name=${text}] [time=now] ${text}`),
    fc.nat(9999).map((number) => `See \\#${number} [it](https://example.org/${number}).`),
    fc.constantFrom('[TOC]', '```', ':::', '', '---', '| a | b |'),
  );

  test('of Markdown', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const source = lines.join('\n');
        const { markdown, dropped } = takeOverMarkdown(source);
        const losses = findLosses(factsOfMarkdown(source), factsOfMarkdown(markdown), dropped);
        expect(losses).toEqual(nothing);
      }),
    );
  });

  test('of HTML', () => {
    const block = fc.oneof(
      words.map((text) => `<p><span style="font-weight:700">${text}</span> ${text}</p>`),
      words.map((text) => `<p>a<b>${text}</b>b<i> ${text}<b> ${text} </b></i>c</p>`),
      words.map((text) => `<h2>${text}</h2>`),
      words.map((text) => `<p>• ${text}<br>◦ ${text}</p>`),
      fc
        .tuple(fc.nat(3), words)
        .map(([level, text]) => `<ul class="lst-kix_a-${level}"><li>${text}</li></ul>`),
      words.map((text) => `<ol><li>${text}<ul><li>${text}</li></ul></li></ol>`),
      words.map((text) => `<table><tr><td>${text}</td><td>${text}</td></tr></table>`),
      words.map(
        (text) =>
          `<table><tr><td><p>${text}</p><p>${text}</p></td><td><ul><li>${text}</li></ul></td></tr></table>`,
      ),
      words.map(
        (text) =>
          `<p><a href="https://www.google.com/url?q=https://example.org/${text.length}">${text}</a></p>`,
      ),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
        const html = `<html><body>${blocks.join('')}</body></html>`;
        expect(lossesOfHtml(html)).toEqual(nothing);
      }),
    );
  });

  test('unless it is said', () => {
    const source = factsOfMarkdown('- one two\n- two https://example.org\n');
    const result = factsOfMarkdown('one two\n');
    expect(findLosses(source, result, [])).toEqual({
      words: ['two'],
      links: ['https://example.org'],
      items: 2,
      pictures: 0,
    });
  });
});
