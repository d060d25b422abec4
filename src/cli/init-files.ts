import type { Archive } from '../archive/archive.ts';
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

/** For editors, which complete and check the settings by it. */
export const schemaFile = 'archive.schema.json';

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

/** `archive.yaml` as it is guessed from notes, each guess with what it is based on, and the settings that are not. */
export function writeSettings(archive: Archive): string {
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

/** `template.md` with the headings of second level that most of the latest notes have. */
export function writeTemplate(archive: Archive): string {
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
