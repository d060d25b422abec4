import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { parseDate } from '../archive/dates/date.ts';
import { type Diagnostic, hasErrors } from '../archive/diagnostics/diagnostic.ts';
import { formatDiagnostic } from '../archive/diagnostics/report.ts';
import { meetingIdOf } from '../archive/meeting.ts';
import { countOf } from '../archive/text/count.ts';
import type { Content } from '../notes/assemble.ts';
import { decodeText } from '../notes/decode.ts';
import type { ContentFolders } from '../notes/folders.ts';
import { readGuarded } from '../notes/read-guarded.ts';
import { noteResolver } from '../notes/resolve-note.ts';
import { shownPath } from '../notes/text-file.ts';
import { isWithin } from '../notes/within.ts';
import { type Command, type Surroundings, Refusal, UsageError } from './command.ts';
import { contentOf, contentOptions } from './content.ts';
import { showDiff } from './diff.ts';
import { findLosses } from './fidelity.ts';
import { type Given, type When, findWhen } from './import-date.ts';
import { placePictures } from './import-pictures.ts';
import { type Import, isFaithful, reportOf, takenBy } from './import-report.ts';
import { type Folder, type Source, findNotesIn, readSource } from './import-source.ts';
import { readOptions } from './options.ts';
import { takeOver } from './take-over.ts';

const help = `Usage: npm run notes -- import [OPTION]… FILE|URL|-
       npm run notes -- import [OPTION]… --bulk DIR

Takes over a note from HackMD, HedgeDoc, Google Docs (Markdown or HTML), Word (.docx), a saved page
of HackMD or plain Markdown: names it after its date, keeps every word, says what was left out, and
shows what would change. Pictures that the source holds, or that stand in its folder, come to stand
beside the note. Fetches nothing but a URL that it is given.

  --write           write the note; without it nothing is written
  --replace         write it in place of the note that the day has already
  --slug NAME       take it over as a further meeting of its day, as in 2019-10-29-NAME.md
  --date DATE       the day of the meeting, where the note does not say it
  --bulk            take over every note of a folder, with one report
  --allow-private   let a URL lead into a private network
  --content DIR     into this content folder
  --help            this text

A note that is there already is never replaced without being asked to.
Exit code: 0 fine, 1 something of the source is not in the note, the note has errors, or its day has
another, 2 wrong usage.
`;

/** The file of a meeting below the folder of notes: the one that has it already, or a new one named after its date. */
function fileOf({ date, slug }: When, content: Content): string {
  const id = meetingIdOf(date, slug);
  const known = content.asWritten.find((meeting) => meeting.id === id);
  return known?.file ?? `${id}.md`;
}

/** The path of a source below the folder of notes, where it is a file there that is to stay a note of its day. */
function ownFile({ file }: Source, folder: string, { date, slug }: Given): string | undefined {
  if (file === undefined || date !== undefined || slug !== undefined) return undefined;
  if (!isWithin(file, folder) || !/\.md$/i.test(file)) return undefined;
  return path.relative(folder, file).split(path.sep).join('/');
}

async function importOne(
  source: Source,
  { content, folders }: Place,
  given: Given,
): Promise<Import> {
  const { facts, held, ...taken } = await takeOver(source);
  const when = findWhen(source.name, taken.markdown, given);
  const losses = findLosses(facts, taken.kept, taken.dropped);
  const file = ownFile(source, folders.meetings, given) ?? fileOf(when, content);
  const note = path.join(folders.meetings, file);
  const placed = placePictures(taken.markdown, note, { held, file: source.file });
  return { ...taken, ...placed, source: source.name, date: when.date, file, losses };
}

/**
 * Warnings and errors that the note will have, those of its size and structure among them. Its pictures may not be in
 * their places yet.
 */
function findingsOf(
  { file, markdown, pictures }: Import,
  content: Content,
  folder: string,
): Diagnostic[] {
  const files = content.meetings.map((meeting) => meeting.file);
  const { settings } = content;
  const note = { file, shown: content.shownPath(file), text: markdown, settings, folder };
  const { diagnostics } = readGuarded(note, files, noteResolver(files));
  const isPlaced = ({ code, message }: Diagnostic): boolean =>
    code === 'image-missing' && pictures.some(({ name }) => message.includes(`"${name}"`));
  return diagnostics.filter((found) => found.severity !== 'notice' && !isPlaced(found));
}

/** The text of the note that is there already; empty if there is none. */
function noteAt(file: string): string {
  if (!existsSync(file)) return '';
  const decoded = decodeText(readFileSync(file));
  return 'text' in decoded ? decoded.text : readFileSync(file, 'latin1');
}

/** What notes are taken over into. */
interface Place {
  content: Content;
  folders: ContentFolders;
}

/** What was asked for. */
interface Order extends Given {
  operand: string;
  contentFolder: string | undefined;
  bulk: boolean;
  write: boolean;
  replace: boolean;
  allowPrivate: boolean;
}

/** Reads the words behind the command; throws `UsageError` where they do not fit together. */
function readOrder(args: string[], surroundings: Surroundings): Order {
  const { values, positionals } = readOptions(args, surroundings, {
    ...contentOptions,
    write: { type: 'boolean', default: false },
    replace: { type: 'boolean', default: false },
    slug: { type: 'string' },
    date: { type: 'string' },
    bulk: { type: 'boolean', default: false },
    'allow-private': { type: 'boolean', default: false },
  });
  const { slug, bulk, write, replace } = values;
  const [operand, extra] = positionals;
  if (operand === undefined) {
    throw new UsageError(`Say which ${bulk ? 'folder' : 'file or address'} to take over.`);
  }
  if (extra !== undefined) throw new UsageError(`"${extra}" is one word too many.`);
  const date = values.date === undefined ? undefined : parseDate(values.date);
  if (values.date !== undefined && date === undefined) {
    throw new UsageError(`"${values.date}" is not a date of the calendar as YYYY-MM-DD.`);
  }
  if (slug !== undefined && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) {
    throw new UsageError(`"${slug}" is no name in small letters, digits and hyphens.`);
  }
  if (bulk && (date !== undefined || slug !== undefined)) {
    throw new UsageError('One day, or one name, cannot be that of a folder.');
  }
  const allowPrivate = values['allow-private'];
  return { operand, contentFolder: values.content, date, slug, bulk, write, replace, allowPrivate };
}

/** What to say of a note whose own name, and nobody else, makes it a further one of its day. */
function furtherMeeting({ date, file }: Import, content: Content): string {
  const others = content.asWritten.filter((meeting) => meeting.date === date);
  const [first] = others;
  if (first === undefined || others.some((meeting) => meeting.file === file)) return '';
  const there = content.shownPath(first.file);
  return `  A further meeting of its day, which has ${there}: if it is the same one, give --date ${date} --replace.\n`;
}

/** What came of one note. */
interface Result {
  /** Whether all of its source is in it, and it has no errors. */
  faithful: boolean;
  /** Whether it only has to be written. */
  waiting: boolean;
  /** Whether its day has another note. */
  refused: boolean;
}

/** Shows what was taken over and what would change, and writes the note where that was asked for. */
function putInPlace(
  taken: Import,
  { bulk, write, replace, slug }: Order,
  { content, folders }: Place,
  { directory, out, err, colour }: Surroundings,
): Result {
  const target = path.join(folders.meetings, taken.file);
  const shown = shownPath(directory, target);
  const before = noteAt(target);
  const isOther = before !== taken.markdown;
  const beside = (name: string): string => path.join(path.dirname(target), name);
  const changes = isOther || taken.pictures.some(({ name }) => !existsSync(beside(name)));
  if (isOther && !bulk) out(showDiff(shown, before, taken.markdown, colour));
  out(reportOf(taken, shown));
  if (slug === undefined) out(furtherMeeting(taken, content));
  const findings = findingsOf(taken, content, folders.meetings);
  out(findings.map((found) => `${formatDiagnostic(found)}\n`).join(''));
  const refused = isOther && before !== '' && !replace;
  if (refused) err(takenBy(shown, before, taken.markdown));
  if (!changes) out(`${shown} is the same already.\n`);
  else if (refused && write) out(`${shown} is left as it is.\n`);
  else if (write) {
    mkdirSync(path.dirname(target), { recursive: true });
    for (const { name, bytes } of taken.pictures) writeFileSync(beside(name), bytes);
    writeFileSync(target, taken.markdown);
    out(`${shown} is written.\n`);
  }
  return {
    faithful: isFaithful(taken.losses) && taken.losses.pictures === 0 && !hasErrors(findings),
    waiting: changes && !write,
    refused,
  };
}

async function run(args: string[], surroundings: Surroundings): Promise<number> {
  const order = readOrder(args, surroundings);
  const { operand, bulk, write } = order;
  const { out, err, typedIn } = surroundings;
  const place = contentOf(order.contentFolder, surroundings);
  const all: Folder = bulk ? findNotesIn(operand, typedIn) : { notes: [operand], others: [] };

  const sources = new Map<string, string>();
  const results: Result[] = [];
  /** What stands in the folder and had pictures for a note. */
  const used = new Set<string>();
  let leftOut = 0;
  for (const name of all.notes) {
    let taken: Import;
    try {
      const source = await readSource(name, order.allowPrivate, surroundings);
      taken = await importOne(source, place, order);
    } catch (error) {
      if (!bulk || !(error instanceof Refusal)) throw error;
      err(`${error.message}\n`);
      leftOut += 1;
      continue;
    }
    const other = sources.get(taken.file);
    if (other !== undefined) {
      err(
        `${taken.source} has the day of ${other}, and is left where it is: take it over with --slug NAME.\n`,
      );
      leftOut += 1;
      continue;
    }
    sources.set(taken.file, taken.source);
    for (const { from } of taken.pictures) {
      if (from !== undefined)
        used.add(path.relative(path.resolve(typedIn, operand), from).split(path.sep)[0]!);
    }
    results.push(putInPlace(taken, order, place, surroundings));
  }
  const accepted = results.filter(({ refused }) => !refused).length;
  const others = all.others.filter((name) => !used.has(name.replace(/\/$/, '')));
  if (others.length > 0) out(`Passed over in ${operand}: ${others.join(', ')}.\n`);
  if (bulk) {
    const them = countOf(all.notes.length, 'note');
    out(`${accepted} of ${them} ${write ? 'taken over' : 'can be taken over'}.\n`);
  }
  if (results.some(({ waiting }) => waiting)) out('Nothing is written without --write.\n');
  const isFine = leftOut === 0 && results.every(({ faithful, refused }) => faithful && !refused);
  return isFine ? 0 : 1;
}

/** `import`: takes over notes from the editors in which they were taken. */
export const importNotes: Command = { help, run };
