import type { Attendee } from '../meeting.ts';
import { withoutSignsAround } from '../text/undecorated.ts';
import { isBody, isFullName, isName, namesNobody, withoutNickname } from './person-name.ts';

const HANDLE = /^@?[A-Za-z\d](?:[A-Za-z\d]|-(?=[A-Za-z\d])){0,38}$/;
const ACCOUNT = /^@\S+$/;

/** Whether a text can be a name on GitHub, with or without its sign: letters, digits and hyphens, at most 39. */
export const isHandle = (text: string): boolean => HANDLE.test(text);

/** Whether a part of an entry is meant as a name on GitHub: `@ann`. */
export const isAccount = (part: string): boolean => ACCOUNT.test(part);

/** What somebody is called by in the course of a note: the name, the first one alone, the handle. */
export function calledBy({ name, handle }: Attendee): string[] {
  return [name, name.split(' ', 1)[0] ?? name, ...(handle === undefined ? [] : [handle])];
}

/** Where somebody works, between a name and the account or initials: `Ann Lee, Acme (@ann)`. */
const EMPLOYER = /^(?<full>[^,]{1,60}), (?<employer>[^,]{1,60})$/;

const ROLE =
  /\b(?:(?:co-?)?chairs?|scribes?|moderators?|facilitators?|hosts?|secretary|minutes|notes?|takers?|teams?|agenda|location)$/i;

/** Whether a text says what somebody does in the meeting, or what else stands at the head of a note. */
export function isRole(text: string): boolean {
  return ROLE.test(text);
}

/** The longest entry of a list of those present; anything longer is a sentence. */
const longestEntry = 120;

/** The mail address that an entry ends with, which is nobody's name. */
const MAIL_AFTER = /\s+<?[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+>?$/;
/** By what else somebody is known: `Ann Lee, aka. annie`. */
const ALIAS_AFTER = /,?\s+(?:aka|a\.k\.a)\.?\s+[^\s,()]+$/i;
/** A role or a remark behind what is in brackets: `Ann Lee (@ann) - TSC`, `Ann Lee (@ann) (guest)`. */
const ROLE_AFTER =
  /^(?<one>.*\S\s*\([^()]*\))\s*(?:[-–—]\s*(?<role>[^()]{1,60})|\((?<remark>[^()]+)\))$/;
/** Where somebody works, or what else is said of them: `Ann Lee - Acme`, `Ann Lee @ Acme`. */
const SAID_AFTER = /^(?<called>.{1,60}?) (?:[-–—]|@) (?<said>.{1,60})$/;

/** One who has a further word, behind those that the entry has already. */
export function withNote(attendee: Attendee, further: string): Attendee {
  const { note } = attendee;
  return { ...attendee, note: note === undefined ? further : `${note}, ${further}` };
}

/**
 * Reads one entry such as `Joe Sepi (@joesepi)`, `Anna Henningsen @addaleax (TSC)`, `Mark Miller (MM)`,
 * `Ann Lee (@ann) - TSC`, `Ann Lee - Acme (AL) - chair`.
 */
export function parseAttendee(text: string): Attendee | undefined {
  const entry = text
    .replace(/\s+/g, ' ')
    .replace(/[.,;]$/, '')
    .trim()
    .replace(/\[([^()[\]]*)\]$/, '($1)')
    .replace(/\((@[A-Za-z\d-]+)$/, '($1)')
    .replace(/\) ?\( ?(?=[^()]*\)$)/, ', ');
  return entry.length > longestEntry
    ? undefined
    : readEntry(entry.replace(MAIL_AFTER, '').replace(ALIAS_AFTER, ''));
}

/** A cross before or behind somebody who was not there. */
const STRUCK = /^\s*[✗✘✖❌❎🚫⛔]|[✗✘✖❌❎🚫⛔]\ufe0f?\s*(?:\([^()]*\)\s*)?$/u;

/** What is in brackets at the end of an entry, and what stands before that. */
const BRACKETS_AFTER = /^(?<before>[^()]*?)\s*\((?<inside>[^()]*)\)$/;
const INITIALS = /^\p{Lu}{1,5}$/u;

function readEntry(written: string): Attendee | undefined {
  const entry = withoutSignsAround(written);
  if (entry === '' || STRUCK.test(written) || namesNobody(entry)) return undefined;
  const { one, role = '', remark = role } = ROLE_AFTER.exec(entry)?.groups ?? {};
  if (one !== undefined) return readWith(one, remark.trim());
  const { before = entry, inside } = BRACKETS_AFTER.exec(entry)?.groups ?? {};
  const name = withoutSignsAround(before);
  const { called, said } = SAID_AFTER.exec(name)?.groups ?? {};
  return called === undefined || said === undefined
    ? readNamed(name, inside?.trim() ?? '')
    : readBeforeDash(withoutSignsAround(called), said, inside?.trim());
}

/** Reads an entry of which a further word is said. */
function readWith(entry: string, further: string): Attendee | undefined {
  const read = readEntry(entry);
  return read && withNote(read, further);
}

/** Somebody with a word behind a dash, and perhaps with more in brackets. */
function readBeforeDash(
  called: string,
  said: string,
  inside: string | undefined,
): Attendee | undefined {
  // Only a full name, or one with an account or initials, is surely none of what else stands before a dash.
  const isSure =
    isFullName(called) ||
    called.includes('@') ||
    (inside !== undefined && (inside.startsWith('@') || INITIALS.test(inside)));
  if (!isSure || isRole(called) || said.includes('://')) return undefined;
  return readWith(inside === undefined ? called : `${called} (${inside})`, said);
}

/** The account or the initials of a name or of what is in brackets behind it, with what is left of both. */
function accountIn(name: string, inside: string) {
  const behind = /(?:^| )@(\S+)$/.exec(name)?.[1];
  if (behind !== undefined) {
    return { name: name.slice(0, -behind.length - 1).trim() || behind, handle: behind, inside };
  }
  const parts = inside.split(/,\s*/);
  const [first = ''] = parts;
  const account = first.startsWith('@') || INITIALS.test(first) ? first : parts.find(isAccount);
  if (account === undefined) return { name, inside };
  const handle = account.replace(/^@/, '');
  return {
    name: name || handle,
    handle,
    inside: parts.filter((part) => part !== account).join(', '),
  };
}

/** Somebody by a name, and by what is in brackets behind it. */
function readNamed(words: string, said: string): Attendee | undefined {
  const { name, handle, inside } = accountIn(words, said);
  if (handle !== undefined && !isHandle(handle)) return undefined;
  const called = (name: string): Attendee => ({
    name,
    ...(handle !== undefined && { handle }),
    ...(inside !== '' && { note: inside }),
  });
  const { full = '', employer = '' } = EMPLOYER.exec(name)?.groups ?? {};
  if (handle !== undefined && isName(full) && isFullName(full)) {
    return withNote(called(full), employer);
  }
  if (namesNobody(name) || isBody(name)) return undefined;
  // A comma within a name ("Jean, Burellier") is a slip that only a handle behind it makes sure of.
  const plain = withoutNickname(name);
  return isName(handle === undefined ? plain : plain.replace(',', '')) ? called(name) : undefined;
}
