import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

import { nextMeeting, parseCadence } from '../archive/dates/cadence.ts';
import type { MeetingDate } from '../archive/dates/date.ts';
import { formatDiagnostic } from '../archive/diagnostics/report.ts';
import type { Content } from '../notes/assemble.ts';
import { makeFile } from '../notes/replace-file.ts';
import { shownPath } from '../notes/text-file.ts';
import { type Command, Refusal, type Surroundings, UsageError } from './command.ts';
import { type OpenedContent, contentOf, contentOptions } from './content.ts';
import { findingsOfDraft } from './draft-findings.ts';
import { nextNote } from './next-note.ts';
import { readDay, readOptions, refuseFurther } from './options.ts';
import { besideNewest, fileIn, usualFolder } from './usual-folder.ts';

const help = `Usage: npm run notes -- new [OPTION]… [DATE]

Starts the next note from content/template.md, with links to what the last meeting left open:
boxes without a tick, lines that say TODO, and what was put off to the next time. Without a DATE,
as YYYY-MM-DD, it is the next day of the cadence in archive.yaml. Where all notes lie in folders, as
one of each year, it goes beside the newest, in the folder of its own year. Never writes over a file.

  --print         print the note, and write nothing
  --content DIR   in this content folder
  --today DATE    take this day for today
  --help          this text

Exit code: 0 fine, 1 the note would have findings, 2 wrong usage.
`;

/** What was asked for. */
interface Order {
  /** The content folder as it was typed. */
  content: string | undefined;
  date: MeetingDate | undefined;
  today: MeetingDate | undefined;
  print: boolean;
}

function readOrder(args: string[], surroundings: Surroundings): Order {
  const { values, positionals } = readOptions(args, surroundings, {
    ...contentOptions,
    print: { type: 'boolean', default: false },
    today: { type: 'string' },
  });
  const [date, ...further] = positionals;
  refuseFurther(further);
  const { content, print } = values;
  return { content, today: readDay(values.today), date: readDay(date), print };
}

/** Refuses to guess a day from settings that are not accepted, of which not all is read. */
function refuseWithoutSettings({ content, folders }: OpenedContent, directory: string): void {
  const settings = shownPath(directory, folders.settings);
  const errors = content.diagnostics.filter(
    ({ file, severity }) => file === settings && severity === 'error',
  );
  if (errors.length === 0) return;
  const found = errors.map(formatDiagnostic).join('\n');
  throw new UsageError(`${found}\nSay for which day, as YYYY-MM-DD: archive.yaml is not accepted.`);
}

/** The first meeting of the cadence after the last note that is not in the past. */
function nextDate(content: Content, today: MeetingDate): MeetingDate {
  const { cadence: words } = content.settings;
  const cadence = words === undefined ? undefined : parseCadence(words);
  const last = content.archive.meetings.at(-1);
  if (cadence === undefined || last === undefined) {
    const lacking = cadence === undefined ? 'archive.yaml has no cadence' : 'there is no note yet';
    throw new UsageError(`Say for which day, as YYYY-MM-DD: ${lacking}.`);
  }
  let date = nextMeeting(cadence, last.date);
  while (date !== undefined && date < today) date = nextMeeting(cadence, date);
  if (date === undefined) throw new UsageError('Say for which day, as YYYY-MM-DD.');
  return date;
}

/** Throws `Refusal` where the day has a note already, or the file is there. */
function refuseTaken(
  { archive, shownPath: shownNote }: Content,
  date: MeetingDate,
  target: string,
  directory: string,
): void {
  const taken = archive.meetings.find((meeting) => meeting.id === String(date));
  if (taken !== undefined) {
    throw new Refusal(`There is a note of ${date} already: ${shownNote(taken.file)}.`);
  }
  if (existsSync(target)) throw new Refusal(`${shownPath(directory, target)} is there already.`);
}

async function run(args: string[], surroundings: Surroundings): Promise<number> {
  const order = readOrder(args, surroundings);
  const { directory, out, err } = surroundings;
  const opened = contentOf(order.content, surroundings);
  const { content, folders } = opened;
  const { settings, archive, meetings, texts } = content;
  if (order.date === undefined) refuseWithoutSettings(opened, directory);
  const today = order.today ?? surroundings.today(settings.timeZone);
  const date = order.date ?? nextDate(content, today);
  const usual = usualFolder(meetings, date, opened.first);
  const file = fileIn(usual, `${date}.md`);
  const target = path.join(folders.meetings, file);
  refuseTaken(content, date, target, directory);

  const source = shownPath(directory, folders.template);
  const last = archive.meetings.findLast((meeting) => meeting.date < date);
  const template = texts.get(source);
  const text = nextNote({ file, date, template, title: settings.title, last });
  const findings = findingsOfDraft({ file, text }, opened);
  if (findings.length > 0) {
    const list = findings.map(formatDiagnostic).join('\n');
    err(`${list}\nNothing was written: mend ${source}, of which the note is made.\n`);
    return 1;
  }
  if (order.print) {
    out(text);
    return 0;
  }
  mkdirSync(path.dirname(target), { recursive: true });
  // Another program may have made the file since: then this throws rather than writes over it.
  makeFile(target, text);
  out(`${shownPath(directory, target)} is written.\n`);
  if (usual.oneOfSeveral) out(besideNewest);
  return 0;
}

/** `new`: starts the next note. */
export const newNote: Command = { help, run };
