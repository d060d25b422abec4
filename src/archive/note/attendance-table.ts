import type { Element } from 'hast';

import type { Attendee } from '../meeting.ts';
import { plainText } from '../text/plain-text.ts';
import { parseAttendee, withNote } from './attendee.ts';
import { isName } from './person-name.ts';
import { rowsOf } from './table.ts';

const PRESENCE_COLUMN = /^(?:present|attend(?:ed|ing|ance)|in attendance|here|there)\s*\??$/i;
const ABSENCE_COLUMN = /^(?:absent|regrets|apologies|excused)\s*\??$/i;
/** What people put into such a column for those who are not what it says; empty too. */
const NO =
  /^(?:n|no|none|not|-+|[–—✗✘❌✖☐❎]\ufe0f?|\[ ?\]|0|false|absent|away|out|regrets?|apologies|excused)?[.!]?$/iu;
/** What says no more than that somebody is. */
const YES = /^(?:y|yes|x|\+|[✓✔✅☑]\ufe0f?|\[x\]|1|true|present|here)[.!]?$/iu;

const NAME_COLUMN =
  /^(?:name|attendee|delegate|participant|who)s?(?:\s*\/\s*\p{L}{1,20}|\s*\([^()]{1,40}\))?$/iu;
const SHORT_COLUMN =
  /^(?:abbreviation|initials|(?:gh|github)(?: (?:id|handle|(?:user)?name|user|account))?|handle|(?:irc |chat )?nick(?:name)?)s?$/i;
/** What stands over a column of marks, where anything does. */
const MARK_COLUMN = /^(?:x|[✓✔✅☑]\ufe0f?)?$/iu;

/** A column beside which people are those who are to do or to tell something, or have done it. */
const SUBJECT_COLUMN =
  /^(?:(?:actions?(?: items?)?|items?|tasks?|topics?)$|(?:what|agenda|updates?|progress|links?|pull requests?|prs?|issues?|blockers?|questions?)\b)/i;

/** Somebody whom a cell names, perhaps with what else is said of them, or behind the group that they stand for. */
function personOf(cell: string): Attendee | undefined {
  // Tables are of much else; names as of a chat look like those of columns and programs.
  if (isName(cell)) return /[\d_]/.test(cell) ? undefined : { name: cell };
  const { group, rest } = /^(?<group>[^():]{1,40}):\s+(?<rest>\S+ .+)$/.exec(cell)?.groups ?? {};
  const one = /^\p{Lu}/u.test(rest ?? cell) ? parseAttendee(rest ?? cell) : undefined;
  return one && group !== undefined ? withNote(one, group) : one;
}

/** Which column says who was present; -1 where none does. One of marks before the names need not say what they are. */
function presenceColumn(header: readonly string[], body: readonly string[][]): number {
  const marks = body.map(([mark = '']) => mark);
  const areMarks =
    marks.some((mark) => YES.test(mark)) && marks.every((mark) => YES.test(mark) || NO.test(mark));
  return MARK_COLUMN.test(header[0] ?? '') && areMarks
    ? 0
    : header.findIndex((cell) => PRESENCE_COLUMN.test(cell));
}

/**
 * A table whose header names people: the first column is the name, or the second one behind the account or a mark; a
 * short one the initials. Where a column says who was present, the others were not.
 */
export function attendeesOfTable(table: Element): Attendee[] {
  const rows = rowsOf(table).map((cells) => cells.map((cell) => plainText(cell).trim()));
  const [header = [], ...body] = rows;
  const short = header.findIndex((cell) => SHORT_COLUMN.test(cell));
  const presence = presenceColumn(header, body);
  const naming = short === 0 || presence === 0 ? 1 : 0;
  if (!NAME_COLUMN.test(header[naming] ?? '')) return [];
  if (header.some((cell) => SUBJECT_COLUMN.test(cell))) return [];
  const absence = header.findIndex((cell) => ABSENCE_COLUMN.test(cell));
  return body.flatMap((cells): Attendee[] => {
    const one = personOf(cells[naming] ?? '');
    if (one === undefined) return [];
    if (presence >= 0 && NO.test(cells[presence] ?? '')) return [];
    if (absence > 0 && !NO.test(cells[absence] ?? '')) return [];
    const handle = (cells[short] ?? '').replace(/^@/, '');
    const notes = cells.filter(
      (cell, index) =>
        cell !== '' &&
        ![naming, short, absence].includes(index) &&
        !(index === presence && YES.test(cell)),
    );
    return [notes.reduce(withNote, handle === '' ? one : { ...one, handle })];
  });
}
