import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

import { nextMeeting, parseCadence } from '../archive/dates/cadence.ts';
import type { MeetingDate } from '../archive/dates/date.ts';
import { formatDiagnostic } from '../archive/diagnostics/report.ts';
import type { Meeting } from '../archive/meeting.ts';
import { findLeftOpen } from '../archive/passages/carry-over.ts';
import { escapeMarks } from '../archive/text/escape-marks.ts';
import type { Content } from '../notes/assemble.ts';
import type { ContentFolders } from '../notes/folders.ts';
import { readNoteText } from '../notes/read-note.ts';
import { makeFile } from '../notes/replace-file.ts';
import { shownPath } from '../notes/text-file.ts';
import { type Command, Refusal, type Surroundings, UsageError } from './command.ts';
import { contentOf, contentOptions } from './content.ts';
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

/** Refuses to guess a day from settings that are not accepted, of which not all is read. */
function refuseWithoutSettings(content: Content, folders: ContentFolders, directory: string): void {
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

/** The note's address relative to another, in the same folder tree. */
function relativeFile(from: string, to: string): string {
  return path.posix.relative(path.posix.dirname(from), to);
}

function leftOpen(last: Meeting | undefined, file: string): string {
  const items = last === undefined ? [] : findLeftOpen(last);
  if (last === undefined || items.length === 0) return '';
  const lines = items.map(({ section, heading, text }) => {
    const address = `${relativeFile(file, last.file)}${section === undefined ? '' : `#${section}`}`;
    return `- [${escapeMarks(heading)}](<${address}>): ${escapeMarks(text)}`;
  });
  return `## Left open on ${last.date}\n\n${lines.join('\n')}\n`;
}

/** The template with its date, and what was left open before the first heading of second level about old things. */
function writeNote(
  template: string | undefined,
  title: string,
  date: MeetingDate,
  open: string,
): string {
  const base = (template ?? `# ${title} YYYY-MM-DD\n\n## Agenda\n`).replaceAll('YYYY-MM-DD', date);
  const text = `${base.trimEnd()}\n`;
  if (open === '') return text;
  const headings = [...text.matchAll(/^## .*$/gm)];
  const agenda = headings.findIndex(([heading]) => /\bagenda\b/i.test(heading));
  const after = headings[agenda + 1];
  if (agenda < 0 || after === undefined) return `${text}\n${open}`;
  return `${text.slice(0, after.index)}${open}\n${text.slice(after.index)}`;
}

function refuseTaken(
  content: Content,
  folders: ContentFolders,
  { date, file }: { date: MeetingDate; file: string },
  directory: string,
): string {
  const target = path.join(folders.meetings, file);
  const taken = content.archive.meetings.find((meeting) => meeting.id === String(date));
  if (taken !== undefined) {
    throw new Refusal(`There is a note of ${date} already: ${content.shownPath(taken.file)}.`);
  }
  if (existsSync(target)) throw new Refusal(`${shownPath(directory, target)} is there already.`);
  return target;
}

async function run(args: string[], surroundings: Surroundings): Promise<number> {
  const { values, positionals } = readOptions(args, surroundings, {
    ...contentOptions,
    print: { type: 'boolean', default: false },
    today: { type: 'string' },
  });
  const [given, ...further] = positionals;
  refuseFurther(further);
  const fixed = readDay(values.today);
  const wanted = readDay(given);
  const { directory, out } = surroundings;
  const { content, folders } = contentOf(values.content, surroundings);
  if (wanted === undefined) refuseWithoutSettings(content, folders, directory);
  const today = fixed ?? surroundings.today(content.settings.timeZone);
  const date = wanted ?? nextDate(content, today);
  const usual = usualFolder(content.meetings, date);
  const file = fileIn(usual, `${date}.md`);
  const target = refuseTaken(content, folders, { date, file }, directory);
  const shown = shownPath(directory, target);
  const last = content.archive.meetings.findLast((meeting) => meeting.date < date);
  const template = content.texts.get(shownPath(directory, folders.template));
  const text = writeNote(template, content.settings.title, date, leftOpen(last, file));

  const known = new Map(content.meetings.map((meeting) => [meeting.file, meeting.id]));
  const { diagnostics } = readNoteText({
    file,
    shown,
    text,
    settings: content.settings,
    resolveNote: (to) => known.get(path.posix.join(path.posix.dirname(file), to)),
  });
  const findings = diagnostics.filter(({ severity }) => severity !== 'notice');
  if (findings.length > 0) {
    const list = findings.map(formatDiagnostic).join('\n');
    const source = shownPath(directory, folders.template);
    surroundings.err(`${list}\nNothing was written: mend ${source}, of which the note is made.\n`);
    return 1;
  }
  if (values.print) {
    out(text);
    return 0;
  }
  mkdirSync(path.dirname(target), { recursive: true });
  // Another program may have made the file since: then this throws rather than writes over it.
  makeFile(target, text);
  out(`${shown} is written.\n`);
  if (usual.oneOfSeveral) out(besideNewest);
  return 0;
}

/** `new`: starts the next note. */
export const newNote: Command = { help, run };
