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
import { settingsSchema } from '../archive/settings.ts';
import { countOf } from '../archive/text/count.ts';

/** For editors, which complete and check the settings by it. */
export const schemaFile = 'archive.schema.json';

/** Text as a value of YAML that needs no escaping but JSON's. */
const quote = (text: string): string => JSON.stringify(text);

/** Text for behind a `#`, on one line. */
const comment = (text: string): string => text.replace(/[\r\n]+/g, ' ');

function titleLines({ meetings }: Archive): string[] {
  const { value, because } = guessTitle(meetings);
  return [`# The name of the series: ${comment(because)}.`, `title: ${quote(value)}`];
}

function homeLines({ home }: Archive): string[] {
  return home === undefined
    ? [
        '# No pull request or issue is linked: set what a bare #12 belongs to.',
        '# home: owner/repository',
      ]
    : [
        '# What a bare #12 belongs to: the repository whose pull requests and issues are linked most.',
        `home: ${fullName(home)}`,
      ];
}

/** A guess as a value, with what it is based on. */
const reasoned = ({ value, because }: Guess<string>): string =>
  `${quote(value)} # ${comment(because)}`;

/** A setting that is a list of such values; no lines where nothing is guessed. */
function listLines(key: string, why: string, values: readonly string[]): string[] {
  return values.length === 0 ? [] : [`# ${why}`, `${key}:`, ...values.map((one) => `  - ${one}`)];
}

function cadenceLines({ meetings }: Archive): string[] {
  const cadence = guessCadence(meetings);
  return cadence === undefined
    ? [
        '# How often the series meets; the dates of the notes do not tell.',
        '# cadence: every 2 weeks',
      ]
    : [`# How often the series meets: ${cadence.because}.`, `cadence: ${cadence.value}`];
}

/** Topics are files of their own: what may be worth one is told in comments alone. */
function topicLines(archive: Archive): string[] {
  const topics = guessTopics(archive);
  if (topics.length === 0) return [];
  return [
    '# Terms that recur and may be worth a topic. A topic is a file such as topics/packaging.md:',
    '#   ---',
    '#   name: Packaging',
    '#   summary: How packages are made.',
    '#   ---',
    ...topics.map(({ value, because }) => `# ${comment(`${value}: ${because}`)}`),
  ];
}

/** The settings that do not stand in `lines`, each with what it means. */
function furtherLines(lines: readonly string[]): string[] {
  const further = Object.entries(settingsSchema.shape).filter(
    ([key]) => !lines.some((line) => line.replace(/^# /, '').startsWith(`${key}:`)),
  );
  const width = Math.max(...further.map(([key]) => key.length));
  return [
    '# Further settings, each of which may be left out:',
    ...further.map(([key, { description = '' }]) => `#   ${key.padEnd(width)}  ${description}`),
  ];
}

/** `archive.yaml` as it is guessed from notes, each guess with what it is based on, and the settings that are not. */
export function writeSettings(archive: Archive): string {
  const head = [
    `# yaml-language-server: $schema=${schemaFile}`,
    '# Every value here was guessed from the notes; the comment beside it says how. Correct what is wrong.',
  ];
  const sentence = `Notes of ${countOf(archive.meetings.length, 'meeting')}.`;
  const guessed = [
    titleLines(archive),
    ['# One sentence that says what the archive is.', `sentence: ${quote(sentence)}`],
    homeLines(archive),
    listLines(
      'repositories',
      'Further repositories, so that notes may leave out their owner.',
      guessRepositories(archive).map(reasoned),
    ),
    listLines(
      'ownKeys',
      'Keys in the front matter of several notes that nothing reads.',
      archive.settings.ownKeys.map(quote),
    ),
    cadenceLines(archive),
    listLines(
      'routine',
      'Headings that the notes repeat by habit; they start no thread.',
      guessRoutine(archive).map(reasoned),
    ),
    topicLines(archive),
  ];
  const parts = [head, ...guessed, furtherLines(guessed.flat())];
  const written = parts.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${written.join('\n\n')}\n`;
}
