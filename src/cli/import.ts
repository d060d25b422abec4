import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { countOf } from '../archive/count.ts';
import { type MeetingDate, dateFromPath, findDate, parseDate } from '../archive/date.ts';
import { type Diagnostic, hasErrors } from '../archive/diagnostic.ts';
import { byCodeUnit } from '../archive/order.ts';
import { formatDiagnostic } from '../archive/report.ts';
import { decodeText } from '../notes/decode.ts';
import type { Content } from '../notes/assemble.ts';
import { isPlain } from '../notes/plain-file.ts';
import { reasonOf, shownPath } from '../notes/text-file.ts';
import { readGuarded } from '../notes/read-guarded.ts';
import { noteResolver } from '../notes/resolve-note.ts';
import { isEditor, isWebPage, noteInSavedPage } from '../notes/saved-page.ts';
import { type Command, Refusal, type Surroundings, UsageError } from './command.ts';
import { contentOf, contentOptions } from './content.ts';
import { showDiff } from './diff.ts';
import { fetchNote } from './fetch-note.ts';
import { type Facts, type Losses, factsOfMarkdown, findLosses, isPicture } from './fidelity.ts';
import { readHtmlFacts, readMarkdownFacts, takeOverHtml } from './import-html.ts';
import { type Takeover, takeOverMarkdown, withDirectAddresses } from './import-markdown.ts';
import { readOptions } from './options.ts';

const help = `Usage: npm run notes -- import [OPTION]… FILE|URL|-
       npm run notes -- import [OPTION]… --bulk DIR

Takes over a note from HackMD, HedgeDoc, Google Docs (Markdown or HTML), Word (.docx), a saved page
of HackMD or plain Markdown: names it after its date, keeps every word, says what was left out, and
shows what would change. Fetches nothing but a URL that it is given.

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

/** A source as it was found. */
interface Source {
  /** The file's name, or the address; what a date is read from. */
  name: string;
  bytes: Uint8Array;
}

interface Import {
  source: string;
  /** Path of the note below the folder of notes. */
  file: string;
  markdown: string;
  dropped: string[];
  /** What the note holds, for the counts. */
  kept: Facts;
  losses: Losses;
}

const isZip = ([first, second]: Uint8Array): boolean => first === 0x50 && second === 0x4b;
/** The first bytes of what other programs keep and print. */
const isOther = (bytes: Uint8Array): boolean =>
  /^(?:%PDF-|\{\\rtf)/.test(Buffer.from(bytes.subarray(0, 5)).toString('latin1'));

/** What was taken over, and what there is to compare: what the source holds, and what the note does. */
interface Compared extends Takeover {
  facts: Facts;
  kept: Facts;
}

function compareHtml(html: string): Compared {
  const taken = takeOverHtml(html);
  // With what no note may hold a parser may take minutes: it is compared by its lines, and refused later.
  const isReadable = isPlain(taken.markdown, '', [], { heavy: true });
  const read = isReadable ? readMarkdownFacts : factsOfMarkdown;
  return { ...taken, facts: readHtmlFacts(html), kept: read(taken.markdown) };
}

function compareMarkdown(note: string): Compared {
  const taken = takeOverMarkdown(note);
  const facts = factsOfMarkdown(withDirectAddresses(note));
  return { ...taken, facts, kept: factsOfMarkdown(taken.markdown) };
}

async function takeOver({ name, bytes }: Source): Promise<Compared> {
  if (isZip(bytes)) {
    const { default: mammoth } = await import('mammoth');
    try {
      const source = { buffer: Buffer.from(bytes) };
      const styleMap = ["p[style-name='Title'] => h1:fresh"];
      return compareHtml((await mammoth.convertToHtml(source, { styleMap })).value);
    } catch {
      throw new Refusal(`${name} is no document of Word.`);
    }
  }
  if (isOther(bytes)) {
    throw new Refusal(
      `${name} is no text: save it as Markdown, HTML or .docx, and take that over.`,
    );
  }
  const decoded = decodeText(bytes);
  if ('problem' in decoded) throw new Refusal(`${name} cannot be read: ${decoded.problem}.`);
  const { text } = decoded;
  if (text.trim() === '') throw new Refusal(`${name} is empty.`);
  const page = isWebPage(text);
  if (page && isEditor(text)) {
    throw new Refusal(
      `${name} is the page of an editor, without the note: take over the address with /download after it, or the Markdown that the editor exports.`,
    );
  }
  const note = page ? noteInSavedPage(text)?.trimStart() : text;
  if (note === undefined || (/\.html?$/i.test(name) && !page)) return compareHtml(text);
  return compareMarkdown(note);
}

/** Which meeting a note is of. */
interface When {
  date: MeetingDate;
  /** What tells it from another one of the same day. */
  slug?: string | undefined;
}

/** What of it was said with the command. */
type Given = { [Key in keyof Required<When>]: When[Key] | undefined };

/** The day of the meeting: as given, or from the source's name, its front matter or its first heading. */
function whenOf(name: string, markdown: string, given: Given): When {
  const { date, slug } = given;
  if (date !== undefined) return { date, slug };
  const named = dateFromPath(path.basename(name).replace(/\.(?:html?|docx|txt|markdown)$/i, '.md'));
  if (named !== undefined && 'date' in named) {
    return { date: named.date, slug: slug ?? named.slug };
  }
  const lines = markdown.split('\n').slice(0, 30);
  const front = lines.find((line) => /^date:/.test(line));
  const heading = lines.find((line) => /^#{1,3}\s/.test(line) && findDate(line) !== undefined);
  const labelled = lines.find((line) => /\bdate\b.{0,4}:/i.test(line));
  const title = lines.find((line) => line.trim() !== '' && line.trim() !== '---');
  for (const line of [front, heading, labelled, title]) {
    const found = line === undefined ? undefined : findDate(line);
    if (found !== undefined) return { date: found.date, slug };
  }
  throw new Refusal(`${name} does not say when the meeting was: give its day with --date.`);
}

/** The file of a meeting: the one that has it already, or a new one named after its date. */
function fileOf({ date, slug }: When, content: Content): string {
  const id = slug === undefined ? String(date) : `${date}-${slug}`;
  const known = content.asWritten.find((meeting) => meeting.id === id);
  return known?.file ?? `${id}.md`;
}

async function importOne(source: Source, content: Content, given: Given): Promise<Import> {
  const { facts, ...taken } = await takeOver(source);
  const when = whenOf(source.name, taken.markdown, given);
  const losses = findLosses(facts, taken.kept, taken.dropped);
  return { ...taken, source: source.name, file: fileOf(when, content), losses };
}

const isFaithful = ({ words, links, items }: Losses): boolean =>
  words.length + links.length + items === 0;

const few = (list: readonly string[]): string => {
  const shown = [...new Set(list)].slice(0, 12).join(', ');
  return new Set(list).size > 12 ? `${shown}, …` : shown;
};

/** What was taken over, left out and lost, in a few lines. */
function reportOf({ source, dropped, losses, kept }: Import, shown: string): string {
  const { words, links, items } = kept;
  const counts = [
    countOf(words.length, 'word'),
    countOf(links.length, 'link'),
    countOf(items, 'list item'),
  ];
  const lines = [`${source} → ${shown}: ${counts.join(', ')}.`];
  const left = dropped
    .filter((mark) => mark !== '' && mark !== 'name' && !isPicture(mark))
    .filter((mark) => !/^\[image\d+\]:/.test(mark))
    .map((mark) => (mark.length > 40 ? `${mark.slice(0, 40)}…` : mark));
  if (left.length > 0) lines.push(`  Left out, as it only speaks to the editor: ${few(left)}.`);
  if (losses.words.length > 0)
    lines.push(`  Words that are not in the note: ${few(losses.words)}.`);
  if (losses.links.length > 0)
    lines.push(`  Links that are not in the note: ${few(losses.links)}.`);
  if (losses.items > 0) {
    lines.push(`  The note has ${countOf(losses.items, 'list item')} less.`);
  }
  if (losses.pictures > 0) {
    const [subject, them] =
      losses.pictures === 1 ? ['1 picture is', 'it'] : [`${losses.pictures} pictures are`, 'them'];
    lines.push(
      `  ${subject} not in the note: save ${them} beside it and write ![what it shows](picture.png).`,
    );
  }
  if (isFaithful(losses)) lines.push('  Every word, link and list item of the source is in it.');
  return `${lines.join('\n')}\n`;
}

/** What to do about a note that is there already and says something else. */
function takenBy(shown: string, before: string, markdown: string): string {
  const { words, links } = findLosses(factsOfMarkdown(before), factsOfMarkdown(markdown), []);
  const lines = [`${shown} is there already, and says something else.`];
  if (words.length > 0) lines.push(`  Words of it that would be gone: ${few(words)}.`);
  if (links.length > 0) lines.push(`  Links of it that would be gone: ${few(links)}.`);
  lines.push(
    '  With --replace it gives way to this one; with --slug NAME this one is a further meeting of its day.',
  );
  return `${lines.join('\n')}\n`;
}

/** Warnings and errors that the note will have, those of its size and structure among them. */
function findingsOf({ file, markdown }: Import, content: Content, folder: string): Diagnostic[] {
  const files = content.meetings.map((meeting) => meeting.file);
  const { settings } = content;
  const note = { file, shown: content.shownPath(file), text: markdown, settings, folder };
  const { diagnostics } = readGuarded(note, files, noteResolver(files));
  return diagnostics.filter(({ severity }) => severity !== 'notice');
}

/** The text of the note that is there already; empty if there is none. */
function noteAt(file: string): string {
  if (!existsSync(file)) return '';
  const decoded = decodeText(readFileSync(file));
  return 'text' in decoded ? decoded.text : readFileSync(file, 'latin1');
}

async function readSource(
  operand: string,
  inside: boolean,
  { typedIn, input }: Surroundings,
): Promise<Source> {
  if (operand === '-') return { name: 'standard input', bytes: await input() };
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(operand)) {
    const { bytes } = await fetchNote(operand, inside);
    return { name: operand, bytes };
  }
  const file = path.resolve(typedIn, operand);
  if (!existsSync(file)) throw new UsageError(`There is no file "${operand}".`);
  if (statSync(file).isDirectory()) {
    throw new UsageError(`"${operand}" is a folder: take it over with --bulk.`);
  }
  try {
    return { name: operand, bytes: readFileSync(file) };
  } catch (error) {
    throw new Refusal(`${operand} cannot be read: ${reasonOf(error)}.`);
  }
}

/** The notes of a folder, and what else it holds. */
interface Folder {
  notes: string[];
  /** Names of other files, and of folders with a slash after them. */
  others: string[];
}

function notesOf(operand: string, typedIn: string): Folder {
  const folder = path.resolve(typedIn, operand);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new UsageError(`There is no folder "${operand}".`);
  }
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => byCodeUnit(a.name, b.name));
  const { notes = [], others = [] } = Object.groupBy(entries, (entry) =>
    entry.isFile() &&
    /\.(?:md|markdown|html?|docx|txt)$/i.test(entry.name) &&
    !/^(?:readme|index|template)\./i.test(entry.name)
      ? 'notes'
      : 'others',
  );
  if (notes.length === 0) throw new Refusal(`There is no note to take over in "${operand}".`);
  return {
    notes: notes.map(({ name }) => path.join(operand, name)),
    others: others.map((entry) => `${entry.name}${entry.isDirectory() ? '/' : ''}`),
  };
}

async function run(args: string[], surroundings: Surroundings): Promise<number> {
  const { values, positionals } = readOptions(args, {
    ...contentOptions,
    write: { type: 'boolean', default: false },
    replace: { type: 'boolean', default: false },
    slug: { type: 'string' },
    date: { type: 'string' },
    bulk: { type: 'boolean', default: false },
    'allow-private': { type: 'boolean', default: false },
  });
  const [operand, extra] = positionals;
  if (operand === undefined) {
    throw new UsageError(`Say which ${values.bulk ? 'folder' : 'file or address'} to take over.`);
  }
  if (extra !== undefined) throw new UsageError(`"${extra}" is one word too many.`);
  const date = values.date === undefined ? undefined : parseDate(values.date);
  if (values.date !== undefined && date === undefined) {
    throw new UsageError(`"${values.date}" is not a date of the calendar as YYYY-MM-DD.`);
  }
  const { slug } = values;
  if (slug !== undefined && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) {
    throw new UsageError(`"${slug}" is no name in small letters, digits and hyphens.`);
  }
  if (values.bulk && (date !== undefined || slug !== undefined)) {
    throw new UsageError('One day, or one name, cannot be that of a folder.');
  }
  const { directory, out, err, colour } = surroundings;
  const { content, folders } = contentOf(values.content, surroundings);
  const all: Folder = values.bulk
    ? notesOf(operand, surroundings.typedIn)
    : { notes: [operand], others: [] };

  const made = new Map<string, string>();
  let faithful = true;
  let refusals = 0;
  let waiting = false;
  for (const name of all.notes) {
    let taken: Import;
    try {
      const source = await readSource(name, values['allow-private'], surroundings);
      taken = await importOne(source, content, { date, slug });
    } catch (error) {
      if (!values.bulk || !(error instanceof Refusal)) throw error;
      err(`${error.message}\n`);
      faithful = false;
      continue;
    }
    const target = path.join(folders.meetings, taken.file);
    const shown = shownPath(directory, target);
    const other = made.get(taken.file);
    if (other !== undefined) {
      err(
        `${taken.source} has the day of ${other}, and is left where it is: take it over with --slug NAME.\n`,
      );
      faithful = false;
      continue;
    }
    made.set(taken.file, taken.source);
    const before = noteAt(target);
    const changes = before !== taken.markdown;
    if (changes && !values.bulk) out(showDiff(shown, before, taken.markdown, colour));
    out(reportOf(taken, shown));
    const findings = findingsOf(taken, content, folders.meetings);
    out(findings.map((found) => `${formatDiagnostic(found)}\n`).join(''));
    faithful &&= isFaithful(taken.losses) && taken.losses.pictures === 0 && !hasErrors(findings);
    waiting ||= changes && !values.write;
    const refused = changes && before !== '' && !values.replace;
    if (refused) {
      err(takenBy(shown, before, taken.markdown));
      refusals += 1;
    }
    if (!changes) out(`${shown} is the same already.\n`);
    else if (refused && values.write) out(`${shown} is left as it is.\n`);
    else if (values.write) {
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, taken.markdown);
      out(`${shown} is written.\n`);
    }
  }
  if (all.others.length > 0) out(`Passed over in ${operand}: ${all.others.join(', ')}.\n`);
  if (values.bulk) {
    const them = countOf(all.notes.length, 'note');
    out(
      `${made.size - refusals} of ${them} ${values.write ? 'taken over' : 'can be taken over'}.\n`,
    );
  }
  if (waiting) out('Nothing is written without --write.\n');
  return faithful && refusals === 0 ? 0 : 1;
}

/** `import`: takes over notes from the editors in which they were taken. */
export const importNotes: Command = { help, run };
