import path from 'node:path';

import { countOf } from '../archive/text/count.ts';
import { type Command, type Surroundings, Refusal, UsageError } from './command.ts';
import { type OpenedContent, contentOf, contentOptions } from './content.ts';
import type { Given } from './import-date.ts';
import { makeNotes } from './import-note.ts';
import { type Result, putInPlace } from './import-place.ts';
import { type TakenOver, isFaithful, reportOfSource } from './import-report.ts';
import { type Folder, findNotesIn, readSource } from './import-source.ts';
import { readDay, readOptions, refuseFurther } from './options.ts';

const help = `Usage: npm run notes -- import [OPTION]… FILE|URL|-
       npm run notes -- import [OPTION]… --bulk DIR

Takes over a note from HackMD, HedgeDoc, Google Docs (Markdown or HTML), Word (.docx), a saved page
of HackMD or plain Markdown: names it after its date, keeps every word, says what was left out, and
shows what would change. Pictures that the source holds, or that stand in its folder, come to stand
beside the note. Where all notes lie in folders, as one of each year, it goes beside the newest, in
the folder of its own year. Fetches nothing but a URL that it is given.

  --write           write the note; without it nothing is written
  --replace         write it in place of the note that the day has already
  --slug NAME       take it over as a further meeting of its day, as in 2019-10-29-NAME.md
  --date DATE       the day of the meeting, where the note does not say it
  --split           make a note of each meeting of a document that goes on from one to the next
  --bulk            take over every note of a folder, with one report
  --allow-private   let a URL lead into a private network
  --content DIR     into this content folder
  --help            this text

A note that is there already is never replaced without being asked to.
Exit code: 0 fine, 1 something of the source is not in the note, the note has errors, or its day has
another, 2 wrong usage.
`;

/** What was asked for. */
interface Order extends Given {
  operand: string;
  contentFolder: string | undefined;
  split: boolean;
  bulk: boolean;
  write: boolean;
  replace: boolean;
  allowPrivate: boolean;
}

/** Whether more than one note may come of it. */
const areMany = ({ bulk, split }: Order): boolean => bulk || split;

/** Reads the words behind the command; throws `UsageError` where they do not fit together. */
function readOrder(args: string[], surroundings: Surroundings): Order {
  const { values, positionals } = readOptions(args, surroundings, {
    ...contentOptions,
    write: { type: 'boolean', default: false },
    replace: { type: 'boolean', default: false },
    slug: { type: 'string' },
    date: { type: 'string' },
    split: { type: 'boolean', default: false },
    bulk: { type: 'boolean', default: false },
    'allow-private': { type: 'boolean', default: false },
  });
  const { slug, split, bulk, write, replace } = values;
  const [operand, ...further] = positionals;
  if (operand === undefined) {
    throw new UsageError(`Say which ${bulk ? 'folder' : 'file or address'} to take over.`);
  }
  refuseFurther(further);
  const date = readDay(values.date);
  if (slug !== undefined && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) {
    throw new UsageError(`"${slug}" is no name in small letters, digits and hyphens.`);
  }
  const ofOne = date !== undefined ? '--date' : slug !== undefined ? '--slug' : undefined;
  if ((bulk || split) && ofOne !== undefined) {
    const ofMany = bulk ? '--bulk' : '--split';
    throw new UsageError(`${ofOne} is for one note: leave it out with ${ofMany}.`);
  }
  const allowPrivate = values['allow-private'];
  const contentFolder = values.content;
  return { operand, contentFolder, date, slug, split, bulk, write, replace, allowPrivate };
}

/** The name that a path has in a folder which it lies in. */
const nameIn = (folder: string, file: string): string =>
  path.relative(folder, file).split(path.sep)[0]!;

/** Takes over a source. Of one of a folder that cannot be taken over the reason is said, and nothing given. */
async function takeOne(
  name: string,
  order: Order,
  into: OpenedContent,
  surroundings: Surroundings,
): Promise<TakenOver | undefined> {
  try {
    const source = await readSource(name, order.allowPrivate, surroundings);
    return await makeNotes(source, into, order);
  } catch (error) {
    if (!order.bulk || !(error instanceof Refusal)) throw error;
    surroundings.err(`${error.message}\n`);
    return undefined;
  }
}

/** What became of all sources. */
interface Taking {
  results: Result[];
  /** What stands in the folder and had pictures for a note. */
  used: ReadonlySet<string>;
  /** Whether every source was taken over with all that it holds. */
  isComplete: boolean;
}

/** Takes over sources, one after the other, and says what becomes of each. */
async function takeAll(
  names: readonly string[],
  order: Order,
  into: OpenedContent,
  surroundings: Surroundings,
): Promise<Taking> {
  const { operand, split, write, replace } = order;
  const { out, err, typedIn } = surroundings;
  const sources = new Map<string, string>();
  const used = new Set<string>();
  const results: Result[] = [];
  let isComplete = true;
  for (const name of names) {
    const taken = await takeOne(name, order, into, surroundings);
    if (taken === undefined) {
      isComplete = false;
      continue;
    }
    const more = reportOfSource(taken);
    if (split) out(`${name}: ${countOf(taken.notes.length, 'meeting')}.\n${more}`);
    for (const note of taken.notes) {
      const other = sources.get(note.file);
      if (other !== undefined) {
        err(
          `${note.source} has the day of ${other}, and is left where it is: take it over with --slug NAME.\n`,
        );
        isComplete = false;
        continue;
      }
      sources.set(note.file, note.source);
      for (const { from } of note.pictures) {
        if (from !== undefined) used.add(nameIn(path.resolve(typedIn, operand), from));
      }
      const named = order.slug !== undefined;
      const how = { many: areMany(order), named, more: split ? '' : more, write, replace };
      results.push(putInPlace(note, how, into, surroundings));
    }
    isComplete &&= isFaithful(taken.losses) && taken.losses.pictures === 0;
  }
  return { results, used, isComplete };
}

async function run(args: string[], surroundings: Surroundings): Promise<number> {
  const order = readOrder(args, surroundings);
  const { operand, bulk, split, write } = order;
  const { out, typedIn } = surroundings;
  const into = contentOf(order.contentFolder, surroundings);
  const all: Folder = bulk ? findNotesIn(operand, typedIn) : { notes: [operand], others: [] };
  const { results, used, isComplete } = await takeAll(all.notes, order, into, surroundings);

  const others = all.others.filter((name) => !used.has(name.replace(/\/$/, '')));
  if (others.length > 0) out(`Passed over in ${operand}: ${others.join(', ')}.\n`);
  if (areMany(order)) {
    const accepted = results.filter(({ refused }) => !refused).length;
    const them = countOf(split ? results.length : all.notes.length, 'note');
    out(`${accepted} of ${them} ${write ? 'taken over' : 'can be taken over'}.\n`);
  }
  if (results.some(({ waiting }) => waiting)) out('Nothing is written without --write.\n');
  const isFine = isComplete && results.every(({ sound, refused }) => sound && !refused);
  return isFine ? 0 : 1;
}

/** `import`: takes over notes from the editors in which they were taken. */
export const importNotes: Command = { help, run };
