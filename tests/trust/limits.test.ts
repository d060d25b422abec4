import { describe, expect, test } from 'vitest';

import { capDiagnostics, findingsPerFile } from '../../src/archive/diagnostics/diagnostic-list.ts';
import { diagnose } from '../../src/archive/diagnostics/diagnostic.ts';
import { settingsSchema } from '../../src/archive/settings.ts';
import { limits } from '../../src/markdown/limits.ts';
import { weigh } from '../../src/markdown/weigh.ts';
import { contentFolders } from '../../src/notes/folders.ts';
import { gatherContent } from '../../src/notes/gather.ts';
import { readAlone, readGuarded } from '../../src/notes/read-guarded.ts';
import { noteResolver } from '../../src/notes/resolve-note.ts';
import { readYaml } from '../../src/notes/yaml-file.ts';
import { folder } from '../folder.ts';

const settings = settingsSchema.parse({ title: 'Notes', home: 'osquery/osquery' });
const noteOf = (text: string) => ({ file: '2020-01-02.md', shown: 'n.md', text, settings });
const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

describe('refused before it is parsed, at its line', () => {
  test.each<[string, string, number]>([
    ['5 MB', 'some words of five megabytes\n'.repeat(180_000), 1],
    ['a line of 1 MB', `first\n${'a'.repeat(999_000)}`, 2],
    ['quotes 10,000 deep', `first\n\n${'>'.repeat(10_000)} a`, 3],
    ['lists 10,000 deep in a line', `${'- '.repeat(9_000)}a`, 1],
    ['lists deep by indentation', lines(60, (index) => `${'  '.repeat(index)}- a`), 41],
    ['brackets deep', `${'['.repeat(200)}a${']'.repeat(200)}`, 1],
    ['images deep', `${'!['.repeat(200)}a${'](b)'.repeat(200)}`, 1],
    ['emphasis', `first\n\n${'a*'.repeat(4_000)}`, 3],
    ['emphasis on many lines', lines(4_000, () => 'a*'), 1],
    ['marked words', `first\n\n${'==a== '.repeat(2_000)}`, 3],
    ['comment openers', lines(4_000, () => 'a <!-- '), 1],
    ['backticks', '`a'.repeat(4_000), 1],
    ['HTML', '<b>'.repeat(4_000), 1],
    ['addresses', 'www.a.b '.repeat(1_000), 1],
    ['mail addresses', 'a@b.c '.repeat(1_000), 1],
    ['references', '#12 '.repeat(4_000), 1],
    ['link definitions', lines(5_000, (index) => `[d${index}]: /x`), 601],
    ['footnotes', lines(5_000, (index) => `[^${index}]: x\n`), 1201],
    ['a footnote used often', lines(900, () => 'a[^1]\n'), 1201],
    ['list items', lines(9_000, () => '- a'), 3001],
    ['quotes', lines(9_000, () => '> a\n'), 6001],
    ['headings', lines(9_000, () => '# a'), 2001],
    ['headings in HTML', lines(9_000, () => '<h2>a</h2>\n'), 4001],
    ['empty lines', '\n'.repeat(40_000), 10_001],
    ['lines', 'a\n'.repeat(60_000), 50_000],
    ['columns', `${'|a'.repeat(2_000)}|\n${'|-'.repeat(2_000)}|`, 2],
    ['cells', `|a|b|c|\n|-|-|-|\n${'|a|b|c|\n'.repeat(3_000)}`, 2502],
    [
      'cells that rows leave out',
      `${'|a'.repeat(90)}|\n${'|-'.repeat(90)}|\n${'a\n'.repeat(500)}`,
      111,
    ],
  ])('%s', (_name, text, line) => {
    const { excess } = weigh(text);
    expect(excess?.line).toBe(line);
    const { meeting, diagnostics } = readGuarded(noteOf(text), [], noteResolver([]));
    expect(meeting).toBeUndefined();
    expect(diagnostics).toMatchObject([{ severity: 'error', file: 'n.md', line }]);
    expect(diagnostics[0]?.code).toMatch(/^note-too-(?:large|complex)$/);
  });
});

describe('accepted', () => {
  test.each<[string, string, boolean]>([
    ['prose', 'Some *words* with a [link](https://example.org).\n\n'.repeat(300), false],
    ['code of many marks', `\`\`\`\n${'a*b_c[d]\n'.repeat(900)}\`\`\``, true],
    ['code of many marks with tildes', `~~~\n${'`'.repeat(4_000)}\n~~~`, true],
    ['a rule of many dashes', `${'- '.repeat(200)}\n\n${'* '.repeat(200)}`, false],
    ['signs behind an address', `See https://example.org/${'.'.repeat(5_000)}x`, true],
    ['signs behind no address', `Contents ${'.'.repeat(5_000)} 1`, false],
    ['addresses that end sentences', 'See (https://example.org/a)...\n\n'.repeat(300), false],
    ['lines of equals signs', `${'='.repeat(4_000)}\n${'== = '.repeat(400)}`, false],
    ['a long list', lines(900, (index) => `- item ${index}`), true],
    ['a list of links', lines(700, (index) => `- [item](https://example.org/${index})`), true],
    ['thirty levels', lines(30, (index) => `${'  '.repeat(index)}- a`), true],
  ])('%s', (_name, text, heavy) => {
    expect(weigh(text)).toEqual({ heavy });
  });
});

test('a heavy note is read by a process of its own, with the same outcome', () => {
  const text = `# Notes\n\n${lines(900, (index) => `- about #${index + 1000}`)}\n`;
  expect(weigh(text).heavy).toBe(true);
  const { meeting, diagnostics } = readGuarded(noteOf(text), [], noteResolver([]));
  expect(diagnostics).toEqual([]);
  expect(meeting?.mentions).toHaveLength(900);
}, 30_000);

test('a long note reaches that process whole, however the pipe fills', () => {
  const text = `# Notes\n\n\`\`\`\n${'A line of a log.\n'.repeat(36_000)}\`\`\`\n`;
  const allowed = { milliseconds: 30_000, megabytes: 768 };
  for (let time = 0; time < 3; time += 1) {
    const { meeting, diagnostics } = readAlone(noteOf(text), [], allowed);
    expect(diagnostics).toEqual([]);
    expect(meeting?.opening[0]?.text.length).toBeGreaterThan(600_000);
  }
}, 100_000);

test('a note that takes too long is given up by name', () => {
  const allowed = { milliseconds: 1, megabytes: 256 };
  const { meeting, diagnostics } = readAlone(noteOf('# Notes\n'), [], allowed);
  expect(meeting).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code: 'note-given-up', file: 'n.md', severity: 'error' }]);
});

test('a note that needs too much memory is given up by name', () => {
  const allowed = { milliseconds: 30_000, megabytes: 1 };
  const { diagnostics } = readAlone(noteOf('# Notes\n'), [], allowed);
  expect(diagnostics).toMatchObject([{ code: 'note-given-up', file: 'n.md' }]);
}, 40_000);

test('a passage that names hundreds of references is not repeated whole for each', () => {
  const text = `# Notes\n\n${lines(500, (index) => `about #${index + 1000} we spoke`)}`;
  const { meeting } = readGuarded(noteOf(text), [], noteResolver([]));
  const lengths = meeting?.mentions.map(({ excerpt }) => excerpt.length) ?? [];
  expect(lengths).toHaveLength(500);
  expect(Math.max(...lengths)).toBeLessThan(8_000);
});

test('of one file so many findings are listed, errors first, and the rest are counted', () => {
  const at = (file: string, line: number) => ({ file, line, column: 1 });
  const notices = Array.from({ length: 80 }, (_, index) =>
    diagnose('html-dropped', at('a.md', index + 1), { tag: '<b>' }),
  );
  const error = diagnose('note-empty', at('a.md', 90), {});
  const other = diagnose('note-empty', at('b.md', 1), {});
  const capped = capDiagnostics([...notices, error, other]);
  expect(capped).toHaveLength(findingsPerFile + 2);
  expect(capped).toContain(error);
  expect(capped.at(-1)).toBe(other);
  expect(capped.at(-2)).toMatchObject({ code: 'findings-more', file: 'a.md' });
  expect(capped.at(-2)?.message).toContain('31 notices');
  expect(limits.size).toBeGreaterThan(100_000);
});

describe('settings, topics and templates are bounded like notes', () => {
  const head = '---\nname: Packaging\naliases: [packaging]\nsummary: A subject.\n---\n\n';
  test.each<[string, Record<string, string>, number, string]>([
    [
      'a topic with a storm of marks',
      { 'topics/packaging.md': head + 'a*'.repeat(9_000) },
      7,
      'too many marks (of emphasis, brackets, backticks, addresses) in one paragraph',
    ],
    [
      'a topic that is merely heavy',
      { 'topics/packaging.md': `${head}${'*a* '.repeat(500)}` },
      1,
      'it would take long to read',
    ],
    [
      'a topic of empty lines',
      { 'topics/packaging.md': `a${'\n'.repeat(400_000)}` },
      50_000,
      '400,001 lines',
    ],
    [
      'a topic of nested quotes',
      { 'topics/packaging.md': `${head}${'> '.repeat(9_000)}a` },
      7,
      'lists and quotes nested 9,000 deep',
    ],
    [
      'a template of brackets',
      { 'template.md': `# Notes\n\n${'['.repeat(9_000)}` },
      3,
      'too many marks (of emphasis, brackets, backticks, addresses) in one paragraph',
    ],
    [
      'settings of one long line',
      { 'archive.yaml': `title: ${'['.repeat(90_000)}` },
      1,
      'a line of 90,007 characters',
    ],
    [
      'settings of many lines',
      { 'archive.yaml': `title: Notes\n${'# a\n'.repeat(60_000)}` },
      50_000,
      '60,002 lines',
    ],
  ])('%s', (_name, files, line, what) => {
    const top = folder({ ...files, '2020-02-04.md': '# Minutes\n' }, 'archive limits ');
    const { diagnostics } = gatherContent(contentFolders({ ARCHIVE_CONTENT: top }, top), top);
    const place = { file: Object.keys(files)[0], line, column: 1 };
    const message = `The file is more than settings, topics and templates need: ${what}.`;
    expect(diagnostics).toMatchObject([{ code: 'file-too-complex', ...place, message }]);
  });

  test('what is nested too deeply within them is named, not thrown', () => {
    expect(readYaml(`title: ${'['.repeat(19_000)}`)).toMatchObject({
      ok: false,
      reason: 'it is nested too deeply',
    });
  });
});
