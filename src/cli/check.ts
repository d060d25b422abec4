import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { type Diagnostic, hasErrors } from '../archive/diagnostics/diagnostic.ts';
import { repairNote } from '../archive/note/repair.ts';
import type { Content } from '../notes/assemble.ts';
import { checkContent } from '../notes/check-content.ts';
import type { ContentFolders } from '../notes/folders.ts';
import { replaceFile } from '../notes/replace-file.ts';
import { isWithin } from '../notes/within.ts';
import { adviser } from './advice.ts';
import { type Command, type Surroundings, UsageError } from './command.ts';
import { contentOptions, foldersOf, keptReadings } from './content.ts';
import { readDay, readOptions } from './options.ts';
import { reportGithub } from './report-github.ts';
import { reportJson } from './report-json.ts';
import { reportText } from './report-text.ts';

const formats = ['text', 'github', 'json'] as const;

const help = `Usage: npm run notes -- check [OPTION]… [PATH]…

Says everything that is wrong or doubtful in the content: all that the build says, and more.
With a PATH, a file or a folder, only what is found there is reported.

  --format FORMAT   text (as it is), github (annotations), json
  --strict          exit with 1 on warnings too, not on errors alone
  --topics          also topics that no note names, and frequent terms that no topic covers
  --fix             repair what can be repaired safely, and show the changes
  --content DIR     check this content folder
  --today DATE      take this day for today, as YYYY-MM-DD
  --help            this text

docs/diagnostics.md tells of every code the cause, an example and the cure.
Exit code: 0 fine, 1 findings, 2 wrong usage.
`;

/** How often notes are read again to repair what is found then. */
const mostRounds = 20;

/** Whether a finding's file is one of the paths or below one. */
function within(paths: readonly string[], directory: string): (diagnostic: Diagnostic) => boolean {
  if (paths.length === 0) return () => true;
  return ({ file }) => paths.some((given) => isWithin(path.resolve(directory, file), given));
}

/**
 * The paths that are meant, absolute, patterns that no shell has expanded among them; one that is not there, or is no
 * part of the content, is a wrong use.
 */
function pathsOf(given: readonly string[], folders: ContentFolders, typedIn: string): string[] {
  const parts = Object.values(folders);
  return given.flatMap((operand) => {
    const literal = path.resolve(typedIn, operand);
    const found = existsSync(literal) ? [literal] : [];
    if (found.length === 0 && /[*?[{]/.test(operand)) {
      found.push(...globSync(operand, { cwd: typedIn }).map((to) => path.resolve(typedIn, to)));
    }
    if (found.length === 0) throw new UsageError(`There is no file or folder "${operand}".`);
    const own = found.filter((file) =>
      parts.some((part) => isWithin(file, part) || isWithin(part, file)),
    );
    if (own.length === 0) {
      throw new UsageError(
        `"${operand}" is no part of the content: with --content DIR a folder is checked as one.`,
      );
    }
    return own;
  });
}

function print(
  format: (typeof formats)[number],
  diagnostics: readonly Diagnostic[],
  content: Content,
  { colour }: Surroundings,
): string {
  const notes = content.notesRead;
  if (format === 'json') return reportJson(diagnostics, notes);
  if (format === 'github') return reportGithub(diagnostics);
  const textOf = (file: string): string | undefined => content.texts.get(file);
  return reportText(diagnostics, { textOf, colour, notes });
}

/** Writes a text in place of a file's own, and keeps its byte order mark and its line ends. */
function writeText(file: string, text: string): void {
  const old = readFileSync(file, 'utf8');
  const ends = old.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
  replaceFile(file, old.startsWith('\ufeff') ? `\ufeff${ends}` : ends);
}

/** Writes the notes that can be repaired, and shows what changed; the number of files written. */
async function repairFiles(
  content: Content,
  diagnostics: readonly Diagnostic[],
  { directory, err, colour }: Surroundings,
): Promise<number> {
  const { showDiff } = await import('./diff.ts');
  const meetings = new Map(
    content.meetings.map((meeting) => [content.shownPath(meeting.file), meeting]),
  );
  let written = 0;
  for (const [file, text] of content.texts) {
    const meeting = meetings.get(file);
    if (meeting === undefined) continue;
    const repaired = repairNote(
      text,
      meeting.date,
      diagnostics.filter((found) => found.file === file),
    );
    if (repaired === text) continue;
    writeText(path.resolve(directory, file), repaired);
    // A report for a program stays alone on standard output.
    err(showDiff(file, text, repaired, colour));
    written += 1;
  }
  return written;
}

async function run(args: string[], surroundings: Surroundings): Promise<number> {
  const { values, positionals } = readOptions(args, surroundings, {
    ...contentOptions,
    format: { type: 'string', default: 'text' },
    strict: { type: 'boolean', default: false },
    today: { type: 'string' },
    topics: { type: 'boolean', default: false },
    fix: { type: 'boolean', default: false },
  });
  const format = formats.find((name) => name === values.format);
  if (format === undefined) {
    throw new UsageError(`There is no format "${values.format}": use ${formats.join(', ')}.`);
  }
  const given = readDay(values.today);
  const folders = foldersOf(values.content, surroundings);
  const paths = pathsOf(positionals, folders, surroundings.typedIn);
  const { directory } = surroundings;
  const cache = keptReadings(values.content, surroundings);
  const today = (timeZone: string | undefined) => given ?? surroundings.today(timeZone);
  const asked = { today, aboutTopics: values.topics, cache };
  let { content, diagnostics } = checkContent(folders, directory, asked);
  if (values.fix) {
    const isAsked = within(paths, directory);
    let rounds = 0;
    // What was repaired can bring more to light, and of many findings in a note only some are listed.
    while (
      rounds < mostRounds &&
      (await repairFiles(content, diagnostics.filter(isAsked), surroundings)) > 0
    ) {
      rounds += 1;
      ({ content, diagnostics } = checkContent(folders, directory, asked));
    }
    if (rounds === 0 && diagnostics.some(isAsked)) {
      surroundings.err('None of this can be repaired safely.\n');
    }
  }
  diagnostics = diagnostics
    .filter(within(paths, directory))
    .map(adviser(values.content, surroundings));
  surroundings.out(print(format, diagnostics, content, surroundings));
  const warned = diagnostics.some(({ severity }) => severity === 'warning');
  return hasErrors(diagnostics) || (values.strict && warned) ? 1 : 0;
}

/** `check`: every finding about the content, in one of three formats. */
export const check: Command = {
  help,
  run,
};
