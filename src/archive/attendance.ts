import type { Element } from 'hast';

import { besidesLists, isElement, isList } from './element.ts';
import { plainText } from './plain-text.ts';

/** Somebody who took part in a meeting, as the note lists them. */
export interface Attendee {
  name: string;
  /** GitHub name or initials, where the list gives it. */
  handle?: string;
  /** Further words of the list: a role, an employer. */
  note?: string;
}

/** What somebody is called by in the course of a note: the name, the first one alone, the handle. */
export function calledBy({ name, handle }: Attendee): string[] {
  return [name, name.split(' ', 1)[0] ?? name, ...(handle === undefined ? [] : [handle])];
}

const HEADING =
  /^(?:present|attendance|attend(?:ees|ing|ed by)|attendees present|in attendance|participants|people present|members present|who (?:was|is) here|(?:[\p{L}, ]{1,40} and )?roll call)\s*:?$/iu;
const LABEL =
  /^(?:present|remote|in[ -]person|attend(?:ees|ing)|in attendance|participants|team(?: members?)?|members?|voting members?|others?|guests?|observers?|invited)\s*[:：]\s*/i;

/** Labels that say it beyond doubt; the others do so beside one of these, or where no line says anything else. */
const PRESENT = /^(?:present|attend(?:ees|ing)|in attendance|participants)\s*[:：]/i;
/** Whatever a line at the head of a note is labelled as: `Date: …`, `Scribe: …`. */
const ANY_LABEL = /^\p{L}[\p{L}\p{M} /&'’-]{0,30}[:：](?=\s|$)/u;

const ABSENT =
  /^(?:regrets|apologies|absent|absentees|excused|not (?:present|attending)|unable to attend)\s*(?:[:：]\s*|$)/i;

/**
 * What a paragraph that is only a label says of the list behind it: those who took part, or those who did not.
 * `Attendees` has to have a colon or be set in bold, as a line that is meant for a heading.
 */
export function labelOfPeople(block: Element): 'present' | 'absent' | undefined {
  if (block.tagName !== 'p') return undefined;
  const text = plainText(block);
  if (ABSENT.exec(text)?.[0] === text) return 'absent';
  const [only] = block.children;
  const isBold = block.children.length === 1 && isElement(only!) && only.tagName === 'strong';
  return (isBold || text.endsWith(':')) && HEADING.test(text) ? 'present' : undefined;
}

/** Whether a heading stands over a list of those who took part, and nothing else. */
export function isAttendanceHeading(heading: string): boolean {
  return HEADING.test(heading.trim());
}

/** Two to five words of letters, or one that is a handle; a name has no digits and no sentence in it. */
const NAME = /^[\p{L}][\p{L}\p{M}.'’‘-]*(?: [\p{L}][\p{L}\p{M}.'’‘-]*){0,4}$/u;
const HANDLE = /^@?[A-Za-z\d](?:[A-Za-z\d]|-(?=[A-Za-z\d])){0,38}$/;

/** Reads one entry such as `Joe Sepi (@joesepi)`, `Anna Henningsen @addaleax (TSC)`, `Mark Miller (MM)`. */
export function parseAttendee(text: string): Attendee | undefined {
  const entry = text
    .replace(/\s+/g, ' ')
    .replace(/[.,;]$/, '')
    .trim();
  if (entry === '' || entry.length > 120) return undefined;
  const brackets = /^(?<before>[^()]*?)\s*\((?<inside>[^()]*)\)$/.exec(entry)?.groups;
  let name = brackets?.['before'] ?? entry;
  let inside = brackets?.['inside']?.trim() ?? '';
  let handle = /(?:^| )@(\S+)$/.exec(name)?.[1];
  if (handle !== undefined) name = name.slice(0, -handle.length - 1).trim();
  else {
    const [first = '', ...rest] = inside.split(/,\s*/);
    if (first.startsWith('@') || /^\p{Lu}{1,5}$/u.test(first)) {
      handle = first.replace(/^@/, '');
      inside = rest.join(', ');
    }
  }
  if (handle !== undefined && !HANDLE.test(handle)) return undefined;
  if (name === '' && handle !== undefined) name = handle;
  // A comma within a name ("Jean, Burellier") is a slip that only a handle behind it makes sure of.
  if (!NAME.test(handle === undefined ? name : name.replace(',', ''))) return undefined;
  return { name, ...(handle !== undefined && { handle }), ...(inside !== '' && { note: inside }) };
}

/** The parts of a comma line; commas within brackets belong to their part. */
function partsOf(line: string): string[] {
  return line
    .split(/,(?![^()]*\))|;|\band\b(?=\s+\p{Lu})/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Attendees of an item that took in the next one, whose mark was mistyped: `Ann (TSC) a *Bob (TSC)`. */
function parseJoined(text: string): Attendee[] {
  const parts = text.split(/(?<=\))\s+(?:\p{Ll}\s*)?\*\s*(?=[\p{Lu}@])/u);
  const read = parts.flatMap((part) => parseAttendee(part) ?? []);
  return read.length === parts.length ? read : [];
}

/** Attendees of a line of several; all of it must read as names, but for one part that was cut off. */
function parseLine(line: string): Attendee[] {
  const parts = partsOf(line);
  // One part of several small words is a sentence.
  if (parts.length === 1 && /^\p{Ll}[^\p{Lu}@]* [^\p{Lu}@]*$/u.test(line.trim())) return [];
  const read = parts.flatMap((part) => parseAttendee(part) ?? []);
  return read.length > 0 && read.length >= parts.length - 1 && read.length * 2 > parts.length
    ? read
    : [];
}

/** Attendees of lines that are a name each. */
function parseNames(text: string): Attendee[] | undefined {
  const lines = text.split('\n');
  const read = lines.flatMap((line) => parseAttendee(line) ?? []);
  return read.length > 1 && read.length === lines.length ? read : undefined;
}

/** The text of a list item without the lists below it. */
function ownText(item: Element): string {
  return plainText({ ...item, children: besidesLists(item) }).replace(/\n/g, ' ');
}

/** The text of an element that is a link, or holds one first. */
function linkOf(element: Element): string | undefined {
  if (element.tagName === 'a') return plainText(element).replace(/\n/g, ' ');
  const first = element.tagName === 'p' ? element.children.find(isElement) : undefined;
  return first?.tagName === 'a' ? plainText(first).replace(/\n/g, ' ') : undefined;
}

/** Fewer items than this with a comma in them do not show what stands behind it. */
const fewestOrganisations = 3;

const NAME_AND_OTHER = /^(?<name>[^,()]+(?:\([^()]*\))?), *(?<organisation>[^,;:@()]{1,60})$/u;

/** The parts of an item such as `Ann Lee, Acme`. */
const withOrganisation = (text: string) =>
  NAME_AND_OTHER.exec(text.replace(/[.,;]$/, '').trim())?.groups as
    { name: string; organisation: string } | undefined;

/**
 * Whether what stands behind the comma of the items of a list is where people work: all that have commas have one,
 * and the same words stand there again and again, which are nobody's name.
 */
function namesOrganisations(texts: readonly string[]): boolean {
  const withComma = texts.filter((text) => text.replace(/\([^()]*\)|[.,;]$/g, '').includes(','));
  if (withComma.length < fewestOrganisations) return false;
  const parts = withComma.map(withOrganisation);
  const names = new Set([...texts, ...parts.flatMap((part) => part?.name ?? [])]);
  const times = new Map<string, number>();
  for (const part of parts) {
    if (part === undefined || names.has(part.organisation)) return false;
    times.set(part.organisation, (times.get(part.organisation) ?? 0) + 1);
  }
  return Math.max(...times.values()) > 1;
}

/** Somebody with the organisation that stands behind the name. */
function parseMember(text: string): Attendee | undefined {
  const parts = withOrganisation(text);
  const one = parts && parseAttendee(parts.name);
  if (parts === undefined || one === undefined) return undefined;
  const { note } = one;
  return {
    ...one,
    note: note === undefined ? parts.organisation : `${note}, ${parts.organisation}`,
  };
}

function fromList(list: Element): Attendee[] {
  const ofMembers = namesOrganisations(list.children.filter(isElement).map(ownText));
  return list.children.filter(isElement).flatMap((item) => {
    const text = ownText(item);
    if (ABSENT.test(text)) return [];
    // A link is no name: lists of those present often end with the recording.
    if (item.children.some((child) => isElement(child) && linkOf(child) === text)) return [];
    const nested = item.children.filter(isElement).filter(isList).flatMap(fromList);
    const label = LABEL.exec(text)?.[0];
    if (label !== undefined) return [...parseLine(text.slice(label.length)), ...nested];
    if (/^[^()]*[:：]/.test(text)) return nested;
    const one = (ofMembers ? parseMember(text) : undefined) ?? parseAttendee(text);
    if (one !== undefined) return [one, ...nested];
    const several = parseLine(text);
    return [...(several.length > 0 ? several : parseJoined(text)), ...nested];
  });
}

const PRESENCE_COLUMN = /^(?:present|attend(?:ed|ing|ance)|in attendance|here|there)\s*\??$/i;
const ABSENCE_COLUMN = /^(?:absent|regrets|apologies|excused)\s*\??$/i;
/** What people put into such a column for those who are not what it says; empty too. */
const NO =
  /^(?:n|no|none|not|-+|[–—✗✘❌✖☐❎]\ufe0f?|\[ ?\]|0|false|absent|away|out|regrets?|apologies|excused)?[.!]?$/iu;
/** What says no more than that somebody is. */
const YES = /^(?:y|yes|x|\+|[✓✔✅☑]\ufe0f?|\[x\]|1|true|present|here)[.!]?$/iu;

/**
 * A table whose header names people: the first column is the name, a short second one the initials. Where a column
 * says who was present, the others were not.
 */
function fromTable(table: Element): Attendee[] {
  const rows: string[][] = [];
  const walk = (node: Element): void => {
    if (node.tagName === 'tr') {
      rows.push(node.children.filter(isElement).map((cell) => plainText(cell)));
      return;
    }
    node.children.filter(isElement).forEach(walk);
  };
  walk(table);
  const [header = [], ...body] = rows;
  if (!/^(?:name|attendee|delegate|participant|who)s?$/i.test(header[0] ?? '')) return [];
  const short = header.findIndex((cell) =>
    /^(?:abbreviation|initials|github|handle)s?$/i.test(cell),
  );
  const presence = header.findIndex((cell) => PRESENCE_COLUMN.test(cell));
  const absence = header.findIndex((cell) => ABSENCE_COLUMN.test(cell));
  return body.flatMap((cells): Attendee[] => {
    const [name = ''] = cells;
    if (!NAME.test(name)) return [];
    if (presence > 0 && NO.test(cells[presence] ?? '')) return [];
    if (absence > 0 && !NO.test(cells[absence] ?? '')) return [];
    const handle = short > 0 ? (cells[short] ?? '').replace(/^@/, '') : '';
    const note = cells
      .filter(
        (cell, index) =>
          cell !== '' &&
          ![0, short, absence].includes(index) &&
          !(index === presence && YES.test(cell)),
      )
      .join(', ');
    return [{ name, ...(handle !== '' && { handle }), ...(note !== '' && { note }) }];
  });
}

/** Fewer initials than this in a line do not make it a list of those present. */
const fewestInitials = 3;

/**
 * Reads those present from a block: a list, comma line or table under a heading that says so, or
 * elsewhere a line behind such a label, a table of names, or a line of names that all have initials.
 * Names are read only where a list gives them; prose is never searched for any.
 */
export function readAttendance(block: Element, underHeading: boolean): Attendee[] {
  const read = attendeesIn(block, underHeading).filter(({ note = '' }) => !ABSENT.test(note));
  // Initials that several people share are the name of a group: "(TSC)".
  const times = new Map<string, number>();
  for (const { handle = '' } of read) times.set(handle, (times.get(handle) ?? 0) + 1);
  return read.map((attendee) => {
    const { name, handle, note } = attendee;
    if (handle === undefined || (times.get(handle) ?? 0) < 2) return attendee;
    return { name, note: note === undefined ? handle : `${handle}, ${note}` };
  });
}

const isLabelled = (text: string): boolean =>
  ABSENT.test(text) || LABEL.test(text) || ANY_LABEL.test(text);

/** Whether the labels of a block are those of a list of people, so that it is read where no heading says what it is. */
const isOfPeople = (texts: readonly string[]): boolean =>
  texts.some((text) => PRESENT.test(text)) ||
  texts.every((text) => LABEL.test(text) || ABSENT.test(text));

/** The lines of a paragraph, each that has a label with those that it goes on with. */
function labelledLines(text: string): string[] {
  const parts: string[] = [];
  for (const line of text.split('\n')) {
    if (parts.length === 0 || isLabelled(line)) parts.push(line);
    else parts.push(`${parts.pop()}\n${line}`);
  }
  return parts;
}

/** Attendees of a paragraph: those behind labels that say so, and of a first part without a label. */
function fromParagraph(text: string, underHeading: boolean): Attendee[] {
  const parts = labelledLines(text);
  const [first = '', ...others] = parts;
  const read = (part: string): Attendee[] =>
    parseNames(part) ?? parseLine(part.replace(/\n/g, ' '));
  const labelled = isLabelled(first) ? parts : others;
  const named =
    underHeading || isOfPeople(labelled)
      ? labelled.flatMap((part) => {
          const label = ABSENT.test(part) ? undefined : LABEL.exec(part)?.[0];
          return label === undefined ? [] : read(part.slice(label.length));
        })
      : [];
  if (labelled === parts) return named;
  const unlabelled = read(first);
  if (underHeading) return [...unlabelled, ...named];
  const initialled = unlabelled.filter(({ handle }) => /^\p{Lu}{2,5}$/u.test(handle ?? ''));
  return initialled.length >= fewestInitials && initialled.length === unlabelled.length
    ? [...unlabelled, ...named]
    : [];
}

/** What the labels of a block stand before: its lines, or the items of a list. */
function labelledTexts(block: Element): string[] {
  const texts = isList(block)
    ? block.children.filter(isElement).map(ownText)
    : block.tagName === 'p'
      ? labelledLines(plainText({ ...block, tagName: 'pre' }))
      : [];
  return texts.filter(isLabelled);
}

/** Whether a block that lists those present says something else too, such as when and where they met. */
export function saysMoreThanAttendance(block: Element): boolean {
  return labelledTexts(block).some((text) => !LABEL.test(text) && !ABSENT.test(text));
}

function attendeesIn(block: Element, underHeading: boolean): Attendee[] {
  if (block.tagName === 'table') return fromTable(block);
  if (isList(block)) {
    if (underHeading) return fromList(block);
    // Elsewhere a list counts if all of its items have labels, and these are of people.
    const items = block.children.filter(isElement);
    const texts = items.map(ownText);
    return texts.length > 0 && texts.every(isLabelled) && isOfPeople(texts)
      ? fromList({ ...block, children: items.filter((_item, at) => LABEL.test(texts[at] ?? '')) })
      : [];
  }
  // As it was written, line by line.
  return block.tagName === 'p'
    ? fromParagraph(plainText({ ...block, tagName: 'pre' }), underHeading)
    : [];
}
