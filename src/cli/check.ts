import { existsSync } from 'node:fs';
import path from 'node:path';

import { parseDate } from '../archive/date.ts';
import { type Diagnostic, hasErrors } from '../archive/diagnostic.ts';
import { type Content, shownPath } from '../notes/load.ts';
import { type Command, type Surroundings, UsageError } from './command.ts';
import { contentOf, contentOptions } from './content.ts';
import { readOptions } from './options.ts';
import { reportGithub } from './report-github.ts';
import { reportJson } from './report-json.ts';
import { reportText } from './report-text.ts';

const formats = ['text', 'github', 'json'] as const;

const help = `Usage: npm run notes -- check [OPTION]… [PATH]…

Says everything that is wrong or doubtful in the content: all that the build says, and more.
With a PATH, a file or a folder, only what is found there is reported.

  --format FORMAT   text (as it is), github (annotations), json
  --strict          exit with 1 on warnings too, not on errors alone
  --content DIR     check this content folder
  --today DATE      take this day for today, as YYYY-MM-DD
  --help            this text

docs/diagnostics.md tells of every code the cause, an example and the cure.
Exit code: 0 fine, 1 findings, 2 wrong usage.
`;

/** Whether a finding's file is one of the paths or below one. */
function within(paths: readonly string[]): (diagnostic: Diagnostic) => boolean {
  if (paths.length === 0) return () => true;
  return ({ file }) => paths.some((given) => file === given || file.startsWith(`${given}/`));
}

/** The paths as findings show them; a path that is not there is a wrong use. */
function pathsOf(given: readonly string[], directory: string): string[] {
  return given.map((operand) => {
    const absolute = path.resolve(directory, operand);
    if (!existsSync(absolute)) throw new UsageError(`There is no file or folder "${operand}".`);
    return shownPath(directory, absolute);
  });
}

function print(
  format: (typeof formats)[number],
  diagnostics: readonly Diagnostic[],
  content: Content,
  { colour }: Surroundings,
): string {
  const notes = content.meetings.length;
  if (format === 'json') return reportJson(diagnostics, notes);
  if (format === 'github') return reportGithub(diagnostics);
  const textOf = (file: string): string | undefined => content.texts.get(file);
  return reportText(diagnostics, { textOf, colour, notes });
}

async function run(args: string[], surroundings: Surroundings): Promise<number> {
  const { values, positionals } = readOptions(args, {
    ...contentOptions,
    format: { type: 'string', default: 'text' },
    strict: { type: 'boolean', default: false },
    today: { type: 'string' },
  });
  const format = formats.find((name) => name === values.format);
  if (format === undefined) {
    throw new UsageError(`There is no format "${values.format}": use ${formats.join(', ')}.`);
  }
  const today = values.today === undefined ? surroundings.today() : parseDate(values.today);
  if (today === undefined) {
    throw new UsageError(`"${values.today}" is not a date of the calendar as YYYY-MM-DD.`);
  }
  const paths = pathsOf(positionals, surroundings.directory);
  const content = contentOf(values.content, surroundings);
  const diagnostics = content.diagnostics.filter(within(paths));
  surroundings.out(print(format, diagnostics, content, surroundings));
  const warned = diagnostics.some(({ severity }) => severity === 'warning');
  return hasErrors(diagnostics) || (values.strict && warned) ? 1 : 0;
}

/** `check`: every finding about the content, in one of three formats. */
export const check: Command = {
  help,
  run,
};
