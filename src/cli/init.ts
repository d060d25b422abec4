import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

import { hasErrors } from '../archive/diagnostics/diagnostic.ts';
import { countDiagnostics, formatDiagnostic } from '../archive/diagnostics/report.ts';
import { settingsJsonSchema } from '../archive/settings.ts';
import { countOf } from '../archive/text/count.ts';
import { isPictureFile } from '../archive/text/picture-file.ts';
import type { Content } from '../notes/assemble.ts';
import { contentFolders } from '../notes/folders.ts';
import { listFiles } from '../notes/list-files.ts';
import { loadContent } from '../notes/load.ts';
import { makeFile } from '../notes/replace-file.ts';
import { shownPath } from '../notes/text-file.ts';
import { contentOption } from './advice.ts';
import { type Command, Refusal, type Surroundings, UsageError } from './command.ts';
import { few } from './import-report.ts';
import { schemaFile, writeSettings } from './init-settings.ts';
import { writeTemplate } from './init-template.ts';
import { readOptions, refuseFurther } from './options.ts';

const help = `Usage: npm run notes -- init [OPTION]… DIR

Makes a content folder from a folder of notes: copies the notes and their pictures, and writes an
archive.yaml and a template.md that are guessed from them. Each guess is explained in a comment beside it.

  --into DIR   the folder to make (as it is, content); it must not hold anything yet
  --help       this text

Exit code: 0 fine, 1 the notes have errors, 2 wrong usage.
`;

/** Copies the notes of a folder and their pictures; gives those that are left out, as no note is read from them. */
function copyNotes(from: string, into: string, isPassedOver: (file: string) => boolean): string[] {
  const leftOut: string[] = [];
  for (const { file, link } of listFiles(from)) {
    if (isPassedOver(file)) leftOut.push(file);
    else if (!link && (/\.md$/i.test(file) || isPictureFile(file))) {
      const target = path.join(into, file);
      mkdirSync(path.dirname(target), { recursive: true });
      copyFileSync(path.join(from, file), target);
    }
  }
  return leftOut;
}

/** Fills a folder that holds nothing yet, all or nothing: what cannot be finished would stand in the way of the next try. */
function fillFolder<Filled>(folder: string, fill: () => Filled): Filled {
  const isThere = existsSync(folder);
  try {
    return fill();
  } catch (error) {
    const made = isThere ? readdirSync(folder).map((name) => path.join(folder, name)) : [folder];
    for (const file of made) if (existsSync(file)) rmSync(file, { recursive: true });
    throw error;
  }
}

/** What was asked for; folders are absolute. */
interface Order {
  /** The folder of the notes as it was typed. */
  operand: string;
  from: string;
  /** The folder to make. */
  into: string;
  /** Whether it is the one that commands work on where none is named. */
  isOwn: boolean;
}

/** Reads the words behind the command; throws `Refusal` where the folder to make holds something already. */
function readOrder(args: string[], surroundings: Surroundings): Order {
  const { directory, typedIn } = surroundings;
  const { values, positionals } = readOptions(args, surroundings, {
    into: { type: 'string' },
  });
  const [operand, ...further] = positionals;
  if (operand === undefined) throw new UsageError('Say which folder holds the notes.');
  refuseFurther(further);
  const from = path.resolve(typedIn, operand);
  if (!existsSync(from)) throw new UsageError(`There is no folder "${operand}".`);
  if (!statSync(from).isDirectory()) {
    throw new UsageError(`"${operand}" is a file, not a folder of notes.`);
  }
  const own = path.resolve(directory, 'content');
  const into = values.into === undefined ? own : path.resolve(typedIn, values.into);
  if (existsSync(into) && readdirSync(into).length > 0) {
    throw new Refusal(
      `${shownPath(directory, into)} holds something already; name another folder with --into.`,
    );
  }
  return { operand, from, into, isOwn: into === own };
}

/** Reads the notes of a folder; throws `Refusal` where it is a content folder already, or no note of it can be read. */
function readNotes({ operand, from }: Order, directory: string): Content {
  const source = contentFolders({ ARCHIVE_CONTENT: from }, directory);
  if (existsSync(source.settings) && source.meetings !== from) {
    throw new Refusal(
      `${operand} is a content folder already: check it with --content, or put it in the place of content/.`,
    );
  }
  const { settings, topics, template } = source;
  const content = loadContent({ settings, topics, template, meetings: from }, directory);
  if (content.archive.meetings.length > 0) return content;
  const errors = content.diagnostics.filter(({ severity }) => severity === 'error');
  throw new Refusal(
    errors.length === 0
      ? `${operand} holds no note with a date.`
      : `${errors.map(formatDiagnostic).join('\n')}\n${operand} holds no note that can be read.`,
  );
}

/** Makes the folder of the notes and of what is guessed from them; gives the notes that are left out. */
function makeFolder(
  { from, into }: Order,
  { archive, diagnostics }: Content,
  directory: string,
): string[] {
  const passedOver = new Set(
    diagnostics.filter(({ code }) => code === 'file-passed-over').map(({ file }) => file),
  );
  const isPassedOver = (file: string): boolean =>
    passedOver.has(shownPath(directory, path.join(from, file)));
  return fillFolder(into, () => {
    const leftOut = copyNotes(from, path.join(into, 'meetings'), isPassedOver);
    const write = (name: string, text: string): void => makeFile(path.join(into, name), text);
    write('archive.yaml', writeSettings(archive));
    write('template.md', writeTemplate(archive));
    write(schemaFile, `${JSON.stringify(settingsJsonSchema(), undefined, 2)}\n`);
    return leftOut;
  });
}

async function run(args: string[], surroundings: Surroundings): Promise<number> {
  const { directory, out } = surroundings;
  const order = readOrder(args, surroundings);
  const leftOut = makeFolder(order, readNotes(order, directory), directory);
  const { into, isOwn } = order;
  const made = loadContent(contentFolders({ ARCHIVE_CONTENT: into }, directory), directory);
  const which = isOwn ? '' : contentOption(into, surroundings);
  if (leftOut.length > 0) {
    out(
      `Left out, as no note is read from them: ${few(leftOut)}. ` +
        `If one of them is a note, "npm run notes -- import FILE --write${which}" takes it over.\n`,
    );
  }
  const count = countOf(made.notesRead, 'note');
  out(
    `${shownPath(directory, into)} is made, with ${count}: ${countDiagnostics(made.diagnostics)}.\n` +
      `Read archive.yaml, which explains its guesses, and then "npm run notes -- check${which}".\n`,
  );
  return hasErrors(made.diagnostics) ? 1 : 0;
}

/** `init`: makes a content folder from a folder of notes. */
export const init: Command = { help, run };
