import type { Attendee } from '../meeting.ts';
import { withoutSignsAround } from '../text/undecorated.ts';

/** What somebody is called by in the course of a note: the name, the first one alone, the handle. */
export function calledBy({ name, handle }: Attendee): string[] {
  return [name, name.split(' ', 1)[0] ?? name, ...(handle === undefined ? [] : [handle])];
}

const WORD = String.raw`\p{L}[\p{L}\p{M}_.'’‘-]*`;
/** Words within names that make them no sentence: `Ann van den Wall`. */
const PARTICLE = '(?:v[ao]n|de[nrl]?|d[aiu]|d[ao]s|ter|zu)';
/** One to five words of letters; a name has no sentence in it, and digits only where it is a word as of a chat. */
const NAME = new RegExp(
  String.raw`^(?:${WORD}(?:(?: ${PARTICLE}){0,2} ${WORD}){0,4}|[A-Za-z][A-Za-z\d_-]{1,38})$`,
  'u',
);
/** At least two words, the first and the last of them with a capital. */
const FULL_NAME = /^\p{Lu}\S* (?:\S+ )*\p{Lu}\S*$/u;
const HANDLE = /^@?[A-Za-z\d](?:[A-Za-z\d]|-(?=[A-Za-z\d])){0,38}$/;

/** Where somebody works, between a name and the account or initials: `Ann Lee, Acme (@ann)`. */
const EMPLOYER = /^(?<full>[^,]{1,60}), (?<employer>[^,]{1,60})$/;

/** A nickname within a name: `Ann "annie" Lee`. */
const NICKNAME = /(?<=^\p{Lu}[\p{L}\p{M}.]{0,30}) (?:"[^"\s]{1,30}"|“[^”\s]{1,30}”)(?= \p{Lu})/u;

/** Whether a text can be somebody's name. */
export function isName(text: string): boolean {
  return NAME.test(text);
}

/** What stands in a list where it names nobody, and how a sentence about that begins. */
const NOBODY =
  /^(?:(?:none|all|n\/a|tb[ad]|to-?do|(?:your )?name|etc|joined late|left early)$|(?:nobody|no one|everyone|everybody|quorum|(?:please )?(?:add|write) your(?:self|selves| names?))\b)/i;
/** Those whom a list leaves without names: `and others`, `Plus two guests`; Thomas More is one. */
const UNNAMED =
  /^(?:(?:\p{L}\p{Ll}* (?:\p{Ll}+ ){0,2})?(?:others|more|guests)|Others?|More|Guests)$/u;

/** A body of people, which is nobody's name: `Tables Foundation`, `Board of Directors`. */
const BODY =
  /(?:^|\s)(?:foundation|council|committee|board of directors|maintainers|working group)$/i;

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
    .replace(/\) ?\( ?(?=[^()]*\)$)/, ', ');
  return entry.length > longestEntry ? undefined : readEntry(entry.replace(MAIL_AFTER, ''));
}

/** A cross before or behind somebody who was not there. */
const STRUCK = /^\s*[✗✘✖❌❎🚫⛔]|[✗✘✖❌❎🚫⛔]\ufe0f?\s*(?:\([^()]*\)\s*)?$/u;

/** A part of an entry that is a GitHub name. */
const ACCOUNT = /^@\S+$/;

function readEntry(written: string): Attendee | undefined {
  if (STRUCK.test(written)) return undefined;
  const entry = withoutSignsAround(written);
  if (entry === '' || NOBODY.test(entry) || UNNAMED.test(entry)) return undefined;
  const { one, role, remark } = ROLE_AFTER.exec(entry)?.groups ?? {};
  if (one !== undefined) {
    const read = readEntry(one);
    return read && withNote(read, (role ?? remark ?? '').trim());
  }
  const brackets = /^(?<before>[^()]*?)\s*\((?<inside>[^()]*)\)$/.exec(entry)?.groups;
  let name = withoutSignsAround(brackets?.['before'] ?? entry);
  let inside = brackets?.['inside']?.trim() ?? '';
  const { called: words, said } = SAID_AFTER.exec(name)?.groups ?? {};
  if (words !== undefined && said !== undefined) {
    const called = withoutSignsAround(words);
    // Only a full name, or one with an account or initials, is surely none of what else stands before a dash.
    const isSure =
      FULL_NAME.test(called) || called.includes('@') || /^(?:@|\p{Lu}{1,5}$)/u.test(inside);
    if (!isSure || isRole(called) || said.includes('://')) return undefined;
    const read = readEntry(brackets === undefined ? called : `${called} (${inside})`);
    return read && withNote(read, said);
  }
  let handle = /(?:^| )@(\S+)$/.exec(name)?.[1];
  if (handle !== undefined) name = name.slice(0, -handle.length - 1).trim();
  else {
    const parts = inside.split(/,\s*/);
    const [first = ''] = parts;
    const isFirst = first.startsWith('@') || /^\p{Lu}{1,5}$/u.test(first);
    const account = isFirst ? first : parts.find((part) => ACCOUNT.test(part));
    if (account !== undefined) {
      handle = account.replace(/^@/, '');
      inside = parts.filter((part) => part !== account).join(', ');
    }
  }
  if (handle !== undefined && !HANDLE.test(handle)) return undefined;
  if (name === '' && handle !== undefined) name = handle;
  const { full = '', employer = '' } = EMPLOYER.exec(name)?.groups ?? {};
  if (handle !== undefined && isName(full) && FULL_NAME.test(full)) {
    const called = { name: full, handle };
    return withNote(inside === '' ? called : { ...called, note: inside }, employer);
  }
  // A comma within a name ("Jean, Burellier") is a slip that only a handle behind it makes sure of.
  const plain = name.replace(NICKNAME, '');
  if (NOBODY.test(name) || BODY.test(name)) return undefined;
  if (!NAME.test(handle === undefined ? plain : plain.replace(',', ''))) return undefined;
  return { name, ...(handle !== undefined && { handle }), ...(inside !== '' && { note: inside }) };
}

/** Accounts or initials with nothing but spaces between them: `@ann @bo`, `AL BO CY`. */
const APART = /^(?:@\S+(?:\s+@\S+)+|\p{Lu}{2,3}(?:\s+\p{Lu}{2,3}){2,})$/u;

/**
 * The parts of a comma line; commas within brackets belong to their part. Brackets that are longer than an entry can
 * be are not looked through, which took the square of a line's length.
 */
function partsOf(line: string): string[] {
  if (APART.test(line.trim())) return line.trim().split(/\s+/);
  return line
    .split(/,(?![^()]{0,120}\))|;|\band\b(?=\s+\p{Lu})/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Attendees of an item that took in the next one, whose mark was mistyped: `Ann (TSC) a *Bob (TSC)`. */
export function parseJoined(text: string): Attendee[] {
  const parts = text.split(/(?<=\))\s+(?:\p{Ll}\s*)?\*\s*(?=[\p{Lu}@])/u);
  const read = parts.flatMap((part) => parseAttendee(part) ?? []);
  return read.length === parts.length ? read : [];
}

/** Attendees of a line of several; all of it must read as names, but for one part that was cut off. */
export function parseLine(line: string): Attendee[] {
  const parts = partsOf(line);
  // One part of several small words is a sentence.
  const isSmall = parts.length === 1 && /^\p{Ll}[^\p{Lu}@]*$/u.test(line.trim());
  if (isSmall && line.trim().includes(' ')) return [];
  const read = parts.flatMap((part) => parseAttendee(part) ?? []);
  return read.length > 0 && read.length >= parts.length - 1 && read.length * 2 > parts.length
    ? read
    : [];
}

/** Attendees of lines that are a name each. */
export function parseNames(text: string): Attendee[] | undefined {
  const lines = text.split('\n');
  const read = lines.flatMap((line) => parseAttendee(line) ?? []);
  return read.length > 1 && read.length === lines.length ? read : undefined;
}

/** Somebody with the further parts of an entry, one of which may be the GitHub name. */
function withParts(first: string, parts: readonly string[]): Attendee | undefined {
  const one = parseAttendee(first);
  if (one === undefined) return undefined;
  const account = parts.find((part) => ACCOUNT.test(part));
  const handle = one.handle ?? account?.slice(1);
  if (handle !== undefined && !HANDLE.test(handle)) return undefined;
  const notes = parts.filter((part) => part !== account && part !== '' && !NOBODY.test(part));
  const { name, note } = one;
  const called = { name, ...(handle !== undefined && { handle }) };
  return notes.reduce<Attendee>(withNote, note === undefined ? called : { ...called, note });
}

/** Fewer items than this that are parted twice by slashes do not show what these are for. */
const fewestSlashed = 2;

/** Whether the items of a list are `name / employer / @account`: slashes part them. */
export function standsBySlashes(texts: readonly string[]): boolean {
  const slashed = texts.filter((text) => / \/ .* \/(?: |$)| \/ @\S+$/.test(text));
  return slashed.length >= fewestSlashed && 2 * slashed.length >= texts.length;
}

/** Fewer items than this with a comma or a dash do not show what stands behind it; fewer do that have accounts. */
const fewestOrganisations = 3;
const fewestWithAccounts = 2;

/** An entry that says more of somebody behind a dash. */
const DASHED = /^(?<first>[^,;@]{1,80}?) [-–—] (?<note>.+)$/u;

/** Whether the items of a list have where people work behind dashes: the same words recur there. */
export function standsByDashes(texts: readonly string[]): boolean {
  const notes = texts.flatMap((text) => DASHED.exec(text)?.groups?.['note'] ?? []);
  return notes.length >= fewestOrganisations && new Set(notes).size < notes.length;
}

/**
 * Reads an entry of a list that says more of somebody behind slashes where the list has them, behind the GitHub name,
 * or, where the list has those, behind a dash: `Ann Lee / Acme / @ann`, `Ann Lee, @ann, Acme (chair)`, `Ann - Acme`.
 */
export function parseEntry(
  text: string,
  { bySlashes, byDashes }: { bySlashes: boolean; byDashes: boolean },
): Attendee | undefined {
  if (text.length > 200) return undefined;
  if (bySlashes) {
    const [first = '', ...parts] = text.split(/\s\/(?=\s|$)/).map((part) => part.trim());
    return parts.length > 0 ? withParts(first, parts) : undefined;
  }
  const dashed = DASHED.exec(text)?.groups;
  if (dashed !== undefined && byDashes && !isRole(dashed['first'] ?? ''))
    return withParts(dashed['first'] ?? '', [dashed['note'] ?? '']);
  const [first = '', second = '', ...others] = text.split(/,\s*/);
  return ACCOUNT.test(second) && !others.some((part) => part.includes('@'))
    ? withParts(first, [second, others.join(', ')])
    : undefined;
}

/** Reads an entry that has the initials first: `AL: Ann Lee (ann)`. */
export function parseInitialled(text: string): Attendee | undefined {
  const { initials = '', rest = '' } =
    /^(?<initials>\p{Lu}{1,4}): (?<rest>.+)$/u.exec(text)?.groups ?? {};
  const one = parseAttendee(rest);
  if (one === undefined || initials[0] !== one.name[0]?.toUpperCase()) return undefined;
  return { ...one, handle: one.handle ?? initials };
}

/** With so many items that all have one comma, what stands behind it need not recur. */
const manyOrganisations = 5;

const NAME_AND_OTHER =
  /^(?<name>[^,()]+(?:\([^()]*\))?), *(?<organisation>[^,;:@()]{1,60}(?:, (?:Inc|Ltd|LLC|GmbH))?)$/u;

/** The parts of an item such as `Ann Lee, Acme`. */
const withOrganisation = (text: string) =>
  NAME_AND_OTHER.exec(text.replace(/[.,;]$/, '').trim())?.groups as
    { name: string; organisation: string } | undefined;

/** Words that are nobody's name: initials, a body of people, and what has other signs. */
const isNobody = (words: string): boolean =>
  !isName(words) || BODY.test(words) || /^\p{Lu}{2,6}$/u.test(words);

/**
 * Whether what stands behind the comma of the items of a list is where people work: all that have commas have one, and
 * accounts before it, or the same words stand there again and again, which are nobody's name, or the items have nothing
 * else, being many, or of full names with something among it that is nobody's.
 */
export function namesOrganisations(texts: readonly string[]): boolean {
  const withComma = texts.filter((text) => text.replace(/\([^()]*\)|[.,;]$/g, '').includes(','));
  const haveAccounts = withComma.every((text) => text.includes('(@'));
  if (withComma.length < (haveAccounts ? fewestWithAccounts : fewestOrganisations)) return false;
  const parts = withComma.map(withOrganisation);
  const names = new Set([...texts, ...parts.flatMap((part) => part?.name ?? [])]);
  const times = new Map<string, number>();
  for (const part of parts) {
    if (part === undefined || names.has(part.organisation)) return false;
    times.set(part.organisation, (times.get(part.organisation) ?? 0) + 1);
  }
  if (haveAccounts || Math.max(...times.values()) > 1) return true;
  const areFull = parts.every((part) => FULL_NAME.test(part?.name ?? ''));
  const isSure = parts.length >= manyOrganisations || (areFull && [...times.keys()].some(isNobody));
  return isSure && parts.length === texts.length;
}

/** Somebody with the organisation that stands behind the name. */
export function parseMember(text: string): Attendee | undefined {
  const parts = withOrganisation(text);
  const one = parts && parseAttendee(parts.name);
  return one && withNote(one, parts.organisation);
}
