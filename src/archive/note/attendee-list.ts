import type { Attendee } from '../meeting.ts';
import { isAccount, isHandle, isRole, parseAttendee, withNote } from './attendee.ts';
import { isBody, isFullName, isName, namesNobody } from './person-name.ts';

/*
 * Attendees of the items of a list, where only the list as a whole shows what stands behind a slash, a dash or a comma.
 */

/** Somebody with the further parts of an entry, one of which may be the GitHub name. */
function withParts(first: string, parts: readonly string[]): Attendee | undefined {
  const one = parseAttendee(first);
  if (one === undefined) return undefined;
  const account = parts.find(isAccount);
  const handle = one.handle ?? account?.slice(1);
  if (handle !== undefined && !isHandle(handle)) return undefined;
  const notes = parts.filter((part) => part !== account && part !== '' && !namesNobody(part));
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

const PRONOUNS = /^(?:he|she|they|xe|ze|any)(?:\/\p{L}{1,8}){1,3}$/iu;

/** Whether the items of a list have where people work behind dashes: the same words recur there. */
export function standsByDashes(texts: readonly string[]): boolean {
  const notes = texts.flatMap((text) => DASHED.exec(text)?.groups?.['note'] ?? []);
  return notes.length >= fewestOrganisations && new Set(notes).size < notes.length;
}

/**
 * Reads an entry of a list that says more of somebody behind slashes where the list has them, behind the GitHub name,
 * behind pronouns,
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
  const further = [second, ...others];
  // Pronouns are said of one.
  if (further.some((part) => PRONOUNS.test(part))) {
    return withParts(
      first,
      further.filter((part) => !PRONOUNS.test(part)),
    );
  }
  return isAccount(second) && !others.some((part) => part.includes('@'))
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
  !isName(words) || isBody(words) || /^\p{Lu}{2,6}$/u.test(words);

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
  const areFull = parts.every((part) => isFullName(part?.name ?? ''));
  const isSure = parts.length >= manyOrganisations || (areFull && [...times.keys()].some(isNobody));
  return isSure && parts.length === texts.length;
}

/** Somebody with the organisation that stands behind the name. */
export function parseMember(text: string): Attendee | undefined {
  const parts = withOrganisation(text);
  const one = parts && parseAttendee(parts.name);
  return one && withNote(one, parts.organisation);
}
