import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { type Diagnostic, hasErrors } from '../archive/diagnostics/diagnostic.ts';
import { formatDiagnostic } from '../archive/diagnostics/report.ts';
import type { Content } from '../notes/assemble.ts';
import { decodeText } from '../notes/decode.ts';
import { replaceFile } from '../notes/replace-file.ts';
import { shownPath } from '../notes/text-file.ts';
import type { Surroundings } from './command.ts';
import type { OpenedContent } from './content.ts';
import { showDiff } from './diff.ts';
import { findingsOfDraft } from './draft-findings.ts';
import { type Import, reportOf, takenBy } from './import-report.ts';
import { besideNewest, usualFolder } from './usual-folder.ts';

/** How a note is to be put in its place. */
export interface PlaceOrder {
  /** Whether it is one of many, of which no changes are shown. */
  many: boolean;
  /** Whether the name of its meeting was given. */
  named: boolean;
  /** What else is to be said of it. */
  more: string;
  write: boolean;
  replace: boolean;
}

/** Warnings and errors that the note will have, once the pictures that come with it are in their places too. */
function findingsOf({ file, markdown, pictures }: Import, into: OpenedContent): Diagnostic[] {
  const isPlaced = ({ code, message }: Diagnostic): boolean =>
    code === 'image-missing' && pictures.some(({ name }) => message.includes(`"${name}"`));
  return findingsOfDraft({ file, text: markdown }, into).filter((found) => !isPlaced(found));
}

/** The text of the note that is there already; empty if there is none. */
function noteAt(file: string): string {
  if (!existsSync(file)) return '';
  const decoded = decodeText(readFileSync(file));
  return 'text' in decoded ? decoded.text : readFileSync(file, 'latin1');
}

/** What to say of a note whose own name, and nobody else, makes it a further one of its day. */
function furtherMeeting({ date, file }: Import, content: Content, many: boolean): string {
  const others = content.asWritten.filter((meeting) => meeting.date === date);
  const [first] = others;
  if (first === undefined || others.some((meeting) => meeting.file === file)) return '';
  const there = content.shownPath(first.file);
  const same = many ? '.' : `: if it is the same one, give --date ${date} --replace.`;
  return `  A further meeting of its day, which has ${there}${same}\n`;
}

/** What to say of a new note where the others lie in folders of several names. */
function choiceOfFolder({ date, file }: Import, { meetings }: Content): string {
  const { folder, oneOfSeveral } = usualFolder(meetings, date);
  const isNew = meetings.every((meeting) => meeting.file !== file);
  return isNew && oneOfSeveral && path.posix.dirname(file) === folder ? besideNewest : '';
}

/** What came of one note. */
export interface Result {
  /** Whether it has no errors. */
  sound: boolean;
  /** Whether it only has to be written. */
  waiting: boolean;
  /** Whether its day has another note. */
  refused: boolean;
}

/** Shows what was taken over and what would change, and writes the note where that was asked for. */
export function putInPlace(
  taken: Import,
  { many, named, more, write, replace }: PlaceOrder,
  into: OpenedContent,
  { directory, out, err, colour }: Surroundings,
): Result {
  const { content, folders } = into;
  const target = path.join(folders.meetings, taken.file);
  const shown = shownPath(directory, target);
  const before = noteAt(target);
  const isOther = before !== taken.markdown;
  const beside = (name: string): string => path.join(path.dirname(target), name);
  const changes = isOther || taken.pictures.some(({ name }) => !existsSync(beside(name)));
  if (isOther && !many) out(showDiff(shown, before, taken.markdown, colour));
  out(reportOf(taken, shown) + more);
  if (!named) out(furtherMeeting(taken, content, many));
  out(choiceOfFolder(taken, content));
  const findings = findingsOf(taken, into);
  out(findings.map((found) => `${formatDiagnostic(found)}\n`).join(''));
  const refused = isOther && before !== '' && !replace;
  if (refused) err(takenBy(shown, before, taken.markdown));
  if (!changes) out(`${shown} is the same already.\n`);
  else if (refused && write) out(`${shown} is left as it is.\n`);
  else if (write) {
    mkdirSync(path.dirname(target), { recursive: true });
    for (const { name, bytes } of taken.pictures) replaceFile(beside(name), bytes);
    replaceFile(target, taken.markdown);
    out(`${shown} is written.\n`);
  }
  return {
    sound: !hasErrors(findings),
    waiting: changes && !write,
    refused,
  };
}
