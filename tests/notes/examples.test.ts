import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

import type { MeetingDate } from '../../src/archive/dates/date.ts';
import {
  type DiagnosticCode,
  diagnosticCodes,
  severityOf,
} from '../../src/archive/diagnostics/diagnostic.ts';
import { checkContent } from '../../src/notes/check-content.ts';
import { contentFolders } from '../../src/notes/folders.ts';
import { folder } from '../folder.ts';

const pull = (number: number): string => `https://github.com/osquery/osquery/pull/${number}`;
const head = (date: string): string => `# Minutes ${date}\n\n`;
const dates = [
  ...['2020-01-07', '2020-02-04', '2020-03-03', '2020-03-31', '2020-04-28', '2020-05-26'],
  ...['2020-06-23', '2020-07-21', '2020-08-18', '2020-09-15', '2020-10-13', '2020-11-10'],
];
/** Notes of a year, each with the text that is made for its place. */
const series = (text: (place: number) => string): Record<string, string> =>
  Object.fromEntries(
    dates.map((date, place) => [`meetings/${date}.md`, `${head(date)}${text(place)}\n`]),
  );
const note = (text: string): Record<string, string> => ({
  'meetings/2020-02-04.md': `${head('2020-02-04')}${text}\n`,
});
const topic = (name: string, alias: string): string =>
  `---\nname: ${name}\naliases: [${alias}]\nsummary: A subject.\n---\n`;

/**
 * For each code a content folder that holds what the page of codes gives as its example, and is found to. A file
 * whose text starts with `->` is a symbolic link.
 */
const examples: Partial<Record<DiagnosticCode, Record<string, string | Buffer>>> = {
  'anchor-dead': {
    ...note('## Votes\n\nNone.'),
    'meetings/2020-03-03.md': `${head('2020-03-03')}[the vote](2020-02-04.md#the-vote)\n`,
  },
  'date-contradiction': { 'meetings/2020-01-07.md': '---\ndate: 2019-01-07\n---\n\n# Minutes\n' },
  'date-future': { 'meetings/2031-02-04.md': '# Minutes\n' },
  'date-heading': { 'meetings/20200204_meeting_notes.md': '# Office hours 2019-02-04\n' },
  'date-impossible': { 'meetings/2020-02-30.md': '# Minutes\n' },
  'date-missing': { 'meetings/minutes.md': '# Minutes\n' },
  'date-out-of-step': {
    ...series((place) => `[#${6120 + 10 * place}](${pull(6120 + 10 * place)})`),
    'meetings/2019-01-07.md': `${head('2019-01-07')}[#6153](${pull(6153)}), [#6150](${pull(6150)})\n`,
  },
  'date-weekday': { ...series(() => 'Words.'), 'meetings/2020-07-20.md': '# Minutes\n' },
  'fence-unclosed': note('```\na listing'),
  'file-conflict': note('<<<<<<< HEAD\n## Votes\n=======\n## Ballots\n>>>>>>> a-branch'),
  'file-encoding': { 'meetings/2020-02-04.md': Buffer.from('# Büro\n', 'latin1') },
  'file-link': { 'meetings/2020-02-04.md': '-> ../../notes/today.md' },
  'file-name-hidden': { 'meetings/2020-02-04-\u200bagenda.md': '# Minutes\n' },
  'file-name-long': { [`meetings/2020-02-04-${'agenda-'.repeat(20)}.md`]: '# Minutes\n' },
  'file-passed-over': {
    'meetings/README.md': '# The notes\n',
    'meetings/CODE_OF_CONDUCT.md': 'Be kind.\n',
    'meetings/Home.md': '# Welcome\n',
    'meetings/_Sidebar.md': '# Pages\n',
    'meetings/2020-02-04.txt': '# Minutes\n',
  },
  'file-too-complex': {
    ...note('Words.'),
    'topics/packaging.md': `${topic('Packaging', 'packages')}\n${'The build says *so*.\n'.repeat(4000)}`,
  },
  'findings-more': note('[a](@b)\n\n'.repeat(200)),
  'front-matter-editor': {
    'meetings/2020-02-04.md': '---\ntags: triage-meeting\ncssclasses: wide\n---\n\n# Minutes\n',
  },
  'front-matter-syntax': {
    'meetings/2020-02-04.md': '---\ntitle: Minutes: the second part\n---\n\n# Minutes\n',
  },
  'front-matter-unclosed': { 'meetings/2020-02-04.md': '---\ntitle: Minutes\n\n# Minutes\n' },
  'front-matter-unknown': { 'meetings/2020-02-04.md': '---\ntitel: Minutes\n---\n\n# Minutes\n' },
  'front-matter-value': { 'meetings/2020-02-04.md': '---\ntopics: packaging\n---\n\n# Minutes\n' },
  'heading-twice': note('## Builds\n\nGreen.\n\n## Lunch\n\nSoup.\n\n## Builds\n\nRed.'),
  'heading-unspaced': note('##Releases\n\nWords.'),
  'home-guessed': { ...note(`[#12](${pull(12)}), #13`), 'archive.yaml': 'title: Minutes\n' },
  'html-dropped': note('<div>text</div>'),
  'id-taken': {
    'meetings/2020-02-04.md': head('2020-02-04'),
    'meetings/20200204_meeting_notes.md': head('2020-02-04'),
  },
  'image-missing': note('![diagram](images/diagram.png)'),
  'image-remote': note('![diagram](https://example.org/diagram.png)'),
  'keys-guessed': {
    'archive.yaml': '',
    'meetings/2020-02-04.md': `---\ncomponents: [p2p]\n---\n\n${head('2020-02-04')}`,
    'meetings/2020-03-03.md': `---\ncomponents: [wallet]\n---\n\n${head('2020-03-03')}`,
  },
  'link-dead': note('[seph](@directionless)'),
  'link-scheme': note('[the share](file:///home/me/notes.md)'),
  'link-text': note('[#5445](https://github.com/osquery/osquery/pull/5444)'),
  'link-userinfo': note('[issue](https://github.com@evil.example/osquery/osquery/issues/1)'),
  'list-unmarked': note(
    'Begin with `- `.\n\n• Packages are signed\n• Tests are green\n\n[ ] Sign the packages\n[x] Mend the tests',
  ),
  'meeting-missing': {
    'archive.yaml': 'title: Minutes\ncadence: every 4 weeks\n',
    'meetings/2020-03-03.md': head('2020-03-03'),
    'meetings/2020-05-05.md': head('2020-05-05'),
  },
  'note-empty': { 'meetings/2020-02-04.md': '\n\n' },
  'note-saved-page': {
    'meetings/2020-02-04.md':
      '<!DOCTYPE html>\n<html><body><div id="doc" class="markdown-body"># Minutes\n\nWords.</div></body></html>\n',
  },
  'note-too-complex': note(
    `|${' a |'.repeat(2000)}\n|${' - |'.repeat(2000)}\n|${' b |'.repeat(2000)}`,
  ),
  'note-too-large': note('All of the log.\n'.repeat(300_000)),
  'note-two-meetings': note('Words.\n\n# Minutes 2020-03-03\n\nOther words.'),
  'note-web-page': {
    'meetings/2020-02-04.md': '<!DOCTYPE html>\n<html><body><p>Not found</p></body></html>\n',
  },
  'notes-none': { 'meetings/README.md': '# The notes\n' },
  'number-doubtful': series(
    (place) => `[#${6000 + place}](${pull(6000 + place)})${place === 5 ? ', issue #12' : ''}`,
  ),
  'path-taken': note('https://github.com/search/tools/pull/1'),
  'permalinks-invalid': { ...note('Words.'), 'permalinks.json': '<<<<<<< HEAD\n{}\n' },
  'recording-missing': series((place) =>
    place === 4 ? 'YouTube Link:' : `YouTube Link: https://youtu.be/abcdefghi${10 + place}`,
  ),
  'recording-twice': {
    'meetings/2020-01-07.md': `${head('2020-01-07')}YouTube Link: https://youtu.be/abcdefghijk\n`,
    'meetings/2020-02-04.md': `${head('2020-02-04')}YouTube Link: https://youtu.be/abcdefghijk\n`,
  },
  'reference-unlinked': note('the event tables (#6571)'),
  'section-empty': note('## Builds\n\n### Package Signing\n\n## Next\n\nWords.'),
  'setext-accident': note(
    'A paragraph of three lines, which nobody would take for a heading,\nas it goes on, and on, and has\na full stop. And more.\n---\n\nWords.',
  ),
  'settings-syntax': { ...note('Words.'), 'archive.yaml': 'title:\n\t- Minutes\n' },
  'settings-unknown': {
    ...note('Words.'),
    'archive.yaml': 'title: Minutes\nrepository: osquery/osquery\n',
  },
  'settings-value': {
    ...note('Words.'),
    'archive.yaml': 'title: Minutes\ncadence: now and then\n',
  },
  'template-unfilled': { 'meetings/2020-02-04.md': '# Office hours YYYY-MM-DD\n\nWords.\n' },
  'text-hidden': note('See https://example.org/a\u200bb for it.'),
  'topic-alias-taken': {
    ...note('Words.'),
    'topics/code-signing.md': topic('Code signing', 'signing'),
    'topics/certificates.md': topic('Certificates', 'signing'),
  },
  'topic-front-matter': { ...note('Words.'), 'topics/packaging.md': '---\nname: Packaging\n---\n' },
  'topic-missing': series((place) =>
    place % 2 === 0
      ? `## Augeas ${'again and '.repeat(place)}once more\n\nThey use Augeas ${place} times.`
      : 'Words.',
  ),
  'topic-unknown': {
    'meetings/2020-02-04.md': '---\ntopics: [packging]\n---\n\n# Minutes\n',
    'topics/packaging.md': topic('Packaging', 'packages'),
  },
  'topic-unused': { ...note('Words.'), 'topics/yara.md': topic('YARA', 'YARA rules') },
};

/** Codes whose examples depend on the machine or on what was published before, and one that has none. */
const elsewhere: readonly DiagnosticCode[] = [
  'note-invalid',
  'file-unreadable',
  'note-given-up',
  'permalink-lost',
  'permalink-moved',
  'permalink-new',
  'permalink-swapped',
];

/** A content folder of an example, in which `-> place` stands for a symbolic link and no text for no file. */
function exampleFolder(example: Readonly<Record<string, string | Buffer>>): string {
  const isLink = ([, text]: [string, string | Buffer]): boolean => text.toString().startsWith('->');
  const files = { 'archive.yaml': 'title: Minutes\nhome: osquery/osquery\n', ...example };
  const present = Object.entries(files).filter(([, text]) => text !== '');
  const { links = [], plain = [] } = Object.groupBy(present, (entry) =>
    isLink(entry) ? 'links' : 'plain',
  );
  const directory = folder(Object.fromEntries(plain));
  for (const [name, text] of links) {
    const link = path.join(directory, name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(text.toString().slice(3), link);
  }
  return directory;
}

test('every code has an example that is tried', () => {
  expect([...Object.keys(examples), ...elsewhere].sort()).toEqual([...diagnosticCodes].sort());
});

test.each(Object.entries(examples))('the example of %s is found', (code, files) => {
  const directory = exampleFolder(files);
  const folders = contentFolders({ ARCHIVE_CONTENT: directory }, directory);
  const today = () => '2021-01-05' as MeetingDate;
  const { diagnostics } = checkContent(folders, directory, { today, aboutTopics: true });
  expect(diagnostics.map((found) => found.code)).toContain(code);
});

/** The sections of the page of codes. */
const sections = readFileSync(path.resolve('docs/diagnostics.md'), 'utf8').split(/^## /m).slice(1);

test('every code has its section in the page of codes, with severity, example and cure', () => {
  const form =
    /^`(?<code>[a-z-]+)`\n\n\*\*(?<severity>Error|Warning|Notice)\.\*\* [^\n]+\n\nExample: [^\n]+\n\nCure: [^\n]+\n\n?$/;
  const told = sections.map((section) => {
    const { code, severity } = form.exec(section)?.groups ?? {};
    return code === undefined ? section : `${code} ${severity?.toLowerCase()}`;
  });
  expect(told).toEqual(diagnosticCodes.map((code) => `${code} ${severityOf(code)}`));
});

test('the examples are those of the page', () => {
  const missing = sections.flatMap((section) => {
    const [, code = ''] = /^`([a-z-]+)`/.exec(section) ?? [];
    const [, example = ''] = /^Example: (.*)$/m.exec(section) ?? [];
    const files = examples[code as DiagnosticCode];
    if (files === undefined) return [];
    const held = Object.entries(files).flatMap(([name, text]) => [name, text.toString()]);
    // What is named as lacking is not there.
    const [there = ''] = example.split(/ in place of | without /);
    const shown = [...there.matchAll(/`([^`]+)`/g)].flatMap(([, text = '']) =>
      text.replace(/^content\//, '').split(/ (?=->)/),
    );
    return shown
      .filter((text) => !held.some((own) => own.includes(text)))
      .map((text) => `${code}: ${text}`);
  });
  expect(missing).toEqual([]);
});
