import { readFileSync } from 'node:fs';

import { nearest } from '../archive/text/nearest.ts';
import { type Command, Refusal, type Surroundings, UsageError } from './command.ts';
import { systemRefusal } from './system-refusal.ts';

/** Each command is loaded when it is asked for, so that none waits for the libraries of another. */
const commands: Readonly<Record<string, { summary: string; load: () => Promise<Command> }>> = {
  check: {
    summary: 'say everything that is wrong or doubtful in the notes',
    load: async () => (await import('./check.ts')).check,
  },
  new: {
    summary: 'start the next note from the template',
    load: async () => (await import('./new.ts')).newNote,
  },
  import: {
    summary: 'take over a note from HackMD, Google Docs, Word or Markdown',
    load: async () => (await import('./import.ts')).importNotes,
  },
  init: {
    summary: 'make a content folder from a folder of notes',
    load: async () => (await import('./init.ts')).init,
  },
  permalinks: {
    summary: 'compare and record the published addresses',
    load: async () => (await import('./permalinks.ts')).permalinks,
  },
  discussed: {
    summary: 'write a comment on where a pull request or issue was discussed',
    load: async () => (await import('./discussed.ts')).discussed,
  },
  untold: {
    summary: 'write the comments that the notes since a day give to tell',
    load: async () => (await import('./discussed.ts')).untold,
  },
};

const width = Math.max(...Object.keys(commands).map((name) => name.length));
const help = `Usage: npm run notes -- COMMAND [OPTION]… [OPERAND]…

Commands:
${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  .join('\n')}

  COMMAND --help   the options of a command
  --version        the version of this program

The content is read from content/, or from the folder that ARCHIVE_CONTENT names.
Exit code: 0 fine, 1 findings, 2 wrong usage.
`;

function version(): string {
  const file = new URL('../../package.json', import.meta.url);
  const { name, version: number } = JSON.parse(readFileSync(file, 'utf8')) as {
    name: string;
    version: string;
  };
  return `${name} ${number}\n`;
}

/** What is an option of a command, or a script of the package, by the word that people may take for a command. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ['bulk', 'import --bulk'],
  ['fix', 'check --fix'],
  ['split', 'import --split'],
  ['topics', 'check --topics'],
  ['build', 'npm run build'],
  ['serve', 'npm start'],
  ['start', 'npm start'],
]);

async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    surroundings.err(help);
    return 2;
  }
  if (name === '--version' || name === '-v') {
    surroundings.out(version());
    return 0;
  }
  const asksHelp = name === '--help' || name === '-h' || name === 'help';
  const about = asksHelp ? rest[0] : name;
  if (about === undefined || about.startsWith('-')) {
    if (!asksHelp) {
      const near = nearest(name.replace(/^-+/, ''), ['version', 'help']);
      const hint = near === undefined ? '' : ` Did you mean "--${near}"?`;
      throw new UsageError(`There is no option "${name}" before a command.${hint}`);
    }
    surroundings.out(help);
    return 0;
  }
  const entry = Object.hasOwn(commands, about) ? commands[about] : undefined;
  if (entry === undefined) {
    const near = elsewhere.get(about) ?? nearest(about, Object.keys(commands));
    const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
    throw new UsageError(`There is no command "${about}".${hint}`);
  }
  const command = await entry.load();
  if (asksHelp || rest.includes('--help') || rest.includes('-h')) {
    surroundings.out(command.help);
    return 0;
  }
  return command.run(rest, surroundings);
}

/** The words that show the help for what was typed: a command's own, which lists its options, if there is one. */
const helpFor = (name = ''): string =>
  Object.hasOwn(commands, name) ? `${name} --help` : '--help';

/**
 * Runs the program with the words behind its name, and says what went wrong, on standard error. Gives the exit code:
 * 0 fine, 1 findings, 2 wrong usage or a fault.
 */
export async function runProgram(
  args: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  const { directory, environment, err } = surroundings;
  try {
    return await run(args, surroundings);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const refused = systemRefusal(error, directory);
    if (refused !== undefined) err(`${refused}\n`);
    else if (error instanceof UsageError) {
      err(`${reason}\nSee "npm run notes -- ${helpFor(args[0])}".\n`);
    } else if (error instanceof Refusal) err(`${reason}\n`);
    else {
      err(`This is a fault of the program: ${reason}\nWith NODE_DEBUG=notes it says where.\n`);
      if (/\bnotes\b/.test(environment['NODE_DEBUG'] ?? '') && error instanceof Error) {
        err(`${error.stack}\n`);
      }
    }
    return 2;
  }
}
