import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Archive } from '../archive/archive.ts';
import { countDiagnostics, formatDiagnostic } from '../archive/diagnostics/report.ts';
import {
  type Guess,
  guessCadence,
  guessRepositories,
  guessRoutine,
  guessTitle,
  guessTopics,
} from '../archive/guess.ts';
import { fullName } from '../archive/references/reference.ts';
import { settingsJsonSchema } from '../archive/settings.ts';
import { countOf } from '../archive/text/count.ts';
import { contentFolders } from '../notes/folders.ts';
import { listFiles } from '../notes/list-files.ts';
import { loadContent } from '../notes/load.ts';
import { shownPath } from '../notes/text-file.ts';
import { contentOption } from './advice.ts';
import { type Command, Refusal, type Surroundings, UsageError } from './command.ts';
import { few } from './import-report.ts';
import { readOptions } from './options.ts';

const help = `Usage: npm run notes -- init [OPTION]… DIR

Makes a content folder from a folder of notes: copies the notes and their pictures, and writes an
archive.yaml and a template.md that are guessed from them. Each guess is explained in a comment beside it.

  --into DIR   the folder to make (as it is, content); it must not hold anything yet
  --help       this text

Exit code: 0 fine, 1 the notes have errors, 2 wrong usage.
`;

/** For editors, which complete and check the settings by it. */
const schemaFile = 'archive.schema.json';

/** What a note may show beside itself. */
const isPicture = (file: string): boolean => /\.(?:png|jpe?g|gif|webp|avif)$/i.test(file);

/** Text as a value of YAML that needs no escaping but JSON's. */
const quote = (text: string): string => JSON.stringify(text);

const comment = (text: string): string => text.replace(/[\r\n]+/g, ' ');

/** The settings that do not stand in `lines`, each with what it means. */
function furtherSettings(lines: readonly string[]): string[] {
  const { properties } = settingsJsonSchema() as {
    properties: Readonly<Record<string, { description?: string }>>;
  };
  const further = Object.entries(properties).filter(
    ([key]) => !lines.some((line) => line.replace(/^# /, '').startsWith(`${key}:`)),
  );
  const width = Math.max(...further.map(([key]) => key.length));
  return [
    '',
    '# Further settings, each of which may be left out:',
    ...further.map(([key, { description = '' }]) => `#   ${key.padEnd(width)}  ${description}`),
  ];
}

function writeSettings(archive: Archive): string {
  const { meetings, home } = archive;
  const title = guessTitle(meetings);
  const cadence = guessCadence(meetings);
  const list = (key: string, why: string, guesses: readonly Guess<string>[]): string[] =>
    guesses.length === 0
      ? []
      : [
          '',
          `# ${why}`,
          `${key}:`,
          ...guesses.map(({ value, because }) => `  - ${quote(value)} # ${comment(because)}`),
        ];
  const topics = guessTopics(archive);
  const lines = [
    `# yaml-language-server: $schema=${schemaFile}`,
    '# Every value here was guessed from the notes; the comment beside it says how. Correct what is wrong.',
    '',
    `# The name of the series: ${comment(title.because)}.`,
    `title: ${quote(title.value)}`,
    '',
    '# One sentence that says what the archive is.',
    `sentence: ${quote(`Notes of ${countOf(meetings.length, 'meeting')}.`)}`,
    ...(home === undefined
      ? [
          '',
          '# No pull request or issue is linked: set what a bare #12 belongs to.',
          '# home: owner/repository',
        ]
      : [
          '',
          '# What a bare #12 belongs to: the repository whose pull requests and issues are linked most.',
          `home: ${fullName(home)}`,
        ]),
    ...list(
      'repositories',
      'Further repositories, so that notes may leave out their owner.',
      guessRepositories(archive),
    ),
    '',
    ...(cadence === undefined
      ? [
          '# How often the series meets; the dates of the notes do not tell.',
          '# cadence: every 2 weeks',
        ]
      : [`# How often the series meets: ${cadence.because}.`, `cadence: ${cadence.value}`]),
    ...list(
      'routine',
      'Headings that the notes repeat by habit; they start no thread.',
      guessRoutine(archive),
    ),
    ...(topics.length === 0
      ? []
      : [
          '',
          '# Terms that recur and may be worth a topic. A topic is a file such as topics/packaging.md:',
          '#   ---',
          '#   name: Packaging',
          '#   summary: How packages are made.',
          '#   ---',
          ...topics.map(({ value, because }) => `# ${comment(`${value}: ${because}`)}`),
        ]),
  ];
  return `${[...lines, ...furtherSettings(lines)].join('\n')}\n`;
}

/** The headings of some lists, the latest last, in an order that keeps to that of the latest list with each. */
function inOrder(lists: readonly (readonly string[])[]): string[] {
  const ordered: string[] = [];
  for (const list of lists.toReversed()) {
    for (const [index, heading] of list.entries()) {
      if (ordered.includes(heading)) continue;
      const before = list.slice(0, index).findLast((other) => ordered.includes(other));
      ordered.splice(before === undefined ? 0 : ordered.indexOf(before) + 1, 0, heading);
    }
  }
  return ordered;
}

function writeTemplate(archive: Archive): string {
  const title = guessTitle(archive.meetings).value;
  const last = archive.meetings
    .slice(-10)
    .map(({ sections }) => [
      ...new Set(sections.filter(({ depth }) => depth === 2).map(({ heading }) => heading)),
    ]);
  const timesOf = (heading: string): number =>
    last.filter((headings) => headings.includes(heading)).length;
  const usual = inOrder(last)
    .filter((heading) => timesOf(heading) * 2 > last.length)
    .map((heading) => `\n## ${heading}\n`);
  return `# ${title} YYYY-MM-DD\n${usual.join('') || '\n## Agenda\n'}`;
}

async function run(args: string[], surroundings: Surroundings): Promise<number> {
  const { directory, typedIn, out } = surroundings;
  const { values, positionals } = readOptions(args, surroundings, {
    into: { type: 'string' },
  });
  const [operand, extra] = positionals;
  if (operand === undefined) throw new UsageError('Say which folder holds the notes.');
  if (extra !== undefined) throw new UsageError(`"${extra}" is one word too many.`);
  const from = path.resolve(typedIn, operand);
  if (!existsSync(from) || !statSync(from).isDirectory()) {
    throw new UsageError(`There is no folder "${operand}".`);
  }
  const own = path.resolve(directory, 'content');
  const into = values.into === undefined ? own : path.resolve(typedIn, values.into);
  if (existsSync(into) && readdirSync(into).length > 0) {
    throw new Refusal(
      `${shownPath(directory, into)} holds something already; name another folder with --into.`,
    );
  }
  const source = contentFolders({ ARCHIVE_CONTENT: from }, directory);
  if (existsSync(source.settings) && source.meetings !== from) {
    throw new Refusal(
      `${operand} is a content folder already: check it with --content, or put it in the place of content/.`,
    );
  }
  const { archive, diagnostics } = loadContent(
    { settings: source.settings, topics: source.topics, template: source.template, meetings: from },
    directory,
  );
  if (archive.meetings.length === 0) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    throw new Refusal(
      errors.length === 0
        ? `${operand} holds no note with a date.`
        : `${errors.map(formatDiagnostic).join('\n')}\n${operand} holds no note that can be read.`,
    );
  }

  const passedOver = new Set(
    diagnostics.filter(({ code }) => code === 'file-passed-over').map(({ file }) => file),
  );
  const leftOut: string[] = [];
  for (const { file, link } of listFiles(from)) {
    const isLeftOut = passedOver.has(shownPath(directory, path.join(from, file)));
    if (isLeftOut) leftOut.push(file);
    if (isLeftOut || link || !(/\.md$/i.test(file) || isPicture(file))) continue;
    const target = path.join(into, 'meetings', file);
    mkdirSync(path.dirname(target), { recursive: true });
    copyFileSync(path.join(from, file), target);
  }
  writeFileSync(path.join(into, 'archive.yaml'), writeSettings(archive));
  writeFileSync(path.join(into, 'template.md'), writeTemplate(archive));
  writeFileSync(
    path.join(into, schemaFile),
    `${JSON.stringify(settingsJsonSchema(), undefined, 2)}\n`,
  );
  const made = loadContent(contentFolders({ ARCHIVE_CONTENT: into }, directory), directory);
  const shown = shownPath(directory, into);
  const count = countOf(made.notesRead, 'note');
  const which = into === own ? '' : contentOption(into, surroundings);
  if (leftOut.length > 0) {
    out(
      `Left out, as no note is read from them: ${few(leftOut)}. ` +
        `If one of them is a note, "npm run notes -- import FILE --write${which}" takes it over.\n`,
    );
  }
  out(
    `${shown} is made, with ${count}: ${countDiagnostics(made.diagnostics)}.\n` +
      `Read archive.yaml, which explains its guesses, and then "npm run notes -- check${which}".\n`,
  );
  return made.diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** `init`: makes a content folder from a folder of notes. */
export const init: Command = { help, run };
