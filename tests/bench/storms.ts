import { buildArchive } from '../../src/archive/archive.ts';
import { tellingSentence } from '../../src/archive/discussions/telling-sentence.ts';
import type { Meeting } from '../../src/archive/meeting.ts';
import { subjectsOf } from '../../src/archive/passages/subject.ts';
import { sitePaths } from '../../src/archive/paths.ts';
import { meetingRecords } from '../../src/archive/search/search-record.ts';
import { settingsSchema } from '../../src/archive/settings.ts';
import { weigh } from '../../src/markdown/weigh.ts';
import { readCaught } from '../../src/notes/read-guarded.ts';
import { type BenchOptions, spreadOf } from './options.ts';

const settings = settingsSchema.parse({ title: 'Notes', home: 'osquery/osquery' });

/** What makes parsers slow, repeated as often as is asked for. */
const storms: Readonly<Record<string, (count: number) => string>> = {
  'emphasis in a paragraph': (count) => 'a*'.repeat(count),
  'emphasis in many paragraphs': (count) => 'a *b* **c** _d_\n\n'.repeat(count / 6),
  'brackets that open': (count) => `${'['.repeat(50)}\n\n`.repeat(count / 50),
  'brackets that close': (count) => '[a]'.repeat(count / 2),
  links: (count) => '[a](https://example.org/)\n'.repeat(count / 3),
  backticks: (count) => '`a'.repeat(count),
  'comment openers': (count) => '<!-- a '.repeat(count),
  'HTML elements': (count) => '<b>a</b>\n\n'.repeat(count / 4),
  'list items': (count) => '- a\n'.repeat(count),
  quotes: (count) => '> a\n\n'.repeat(count),
  headings: (count) => '## a\n\n'.repeat(count / 2),
  cells: (count) => `|a|b|\n|-|-|\n${'|a|b|\n'.repeat(count)}`,
  references: (count) => 'See #12 here.\n\n'.repeat(count / 4),
  footnotes: (count) =>
    Array.from({ length: count / 8 }, (_, n) => `a[^${n}]\n\n[^${n}]: b\n`).join(''),
  'signs behind an address': (count) => `See https://example.org/${'.'.repeat(9 * count)}x\n`,
  'signs in a word': (count) => `Some words ${'.'.repeat(9 * count)}x\n`,
  'signs in a heading': (count) => `## Some words ${'('.repeat(9 * count)}x\n`,
  'signs apart': (count) => `Some words${' -'.repeat(4 * count)} x\n`,
  'spaces in code': (count) => `\`\`\`\na${' '.repeat(9 * count)}b\n\`\`\`\n`,
  'names that are no host': (count) => `Some words ${'a-'.repeat(4 * count)} b/c\n`,
  'words of prose': (count) => 'Some words of an ordinary sentence.\n\n'.repeat(count / 2),
};

const sizes = [250, 500, 1000, 2000];

/** Makes of a meeting what pages and the search ask of it. */
function use(meeting: Meeting): void {
  const archive = buildArchive({ meetings: [meeting], topics: [], settings });
  meetingRecords(archive, sitePaths('/'), meeting);
  subjectsOf(meeting, archive.routine);
  for (const section of [undefined, ...meeting.sections]) {
    tellingSentence({ meeting, ...(section && { section }) }, archive.routine);
  }
}

/** Milliseconds of processor time that reading and using a note takes, the least of some; nothing where it is refused. */
function measure(text: string, runs: number): number | undefined {
  if (weigh(text).excess !== undefined) return undefined;
  const file = '2020-01-02.md';
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    const note = { file, shown: file, text, settings, resolveNote: () => undefined };
    const { meeting } = readCaught(note);
    if (meeting !== undefined) use(meeting);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return spreadOf(times).least;
}

/**
 * Prints how the time of reading and using a note grows with what the note holds: twice as much should take about
 * twice as long (a ratio of 2) for as far as the limits let it come, and not four times.
 */
export function run({ runs }: BenchOptions): Promise<void> {
  process.stdout.write(`| ms for | ${sizes.join(' | ')} | ratio of the last doubling |\n`);
  process.stdout.write(`|---|${'---:|'.repeat(sizes.length + 1)}\n`);
  for (const [name, storm] of Object.entries(storms)) {
    measure(storm(sizes[0]!), 2);
    const times = sizes.map((size) => measure(storm(size), runs));
    const read = times.filter((time) => time !== undefined);
    const ratio = (read.at(-1) ?? NaN) / (read.at(-2) ?? NaN);
    const cells = times.map((time) => time?.toFixed(1) ?? 'refused');
    process.stdout.write(`| ${name} | ${cells.join(' | ')} | ${ratio.toFixed(2)} |\n`);
  }
  return Promise.resolve();
}
