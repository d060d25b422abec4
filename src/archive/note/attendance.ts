import type { Element } from 'hast';

import { besidesLists, isElement, isList, ownNodes } from '../text/element.ts';
import { plainText } from '../text/plain-text.ts';
import {
  type Attendee,
  isName,
  isRole,
  namesOrganisations,
  parseAttendee,
  parseEntry,
  parseInitialled,
  parseJoined,
  parseLine,
  parseMember,
  parseNames,
  standsByDashes,
  standsBySlashes,
  withNote,
} from './attendee.ts';
import { rowsOf } from './table.ts';
import { boxOf } from './task-box.ts';

/** Whom a heading may tell from the others who took part: `Other attendees`, `Voting member attendance`. */
const GROUP =
  '(?:also|other|additional|community|voting|non-?voting|board|committee|council|team|[tg]sc|t[ao]c|members?|editors?|maintainers?|guests?|those|people)';
/** How or as what people take part, as headings below one over all of them say: `In person`, `IRC-only`, `TSC members`. */
const WAY = `(?:${GROUP}|venue|on-?site|in[ -]person|remote|online|virtual|irc|zoom|phone|staff|observers?|others?|invited|only)`;
/** What says that somebody took part, perhaps how: `Additional attendees`, `TSC members present`, `Online participants`. */
const PRESENCE =
  `(?:${WAY} ){0,4}(?:present|attendance|attend(?:ees|ing|ed by)|attendees present|in attendance|participants)` +
  `(?: ${GROUP})?(?: (?:is|are|was|were))?`;
/** The day of the meeting before such words: `May 18 Attendees`. */
const DAY_BEFORE = String.raw`(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}* \d{1,2},? )?`;
/** What may stand behind: something in brackets, or that people are to write who they are. */
const REMARK = String.raw`(?:\s*\([^()]{1,60}\)|\s*[:–-]\s*please\b[^:]{1,60})?`;
const HEADING = new RegExp(
  `^(?:${PRESENCE}|${DAY_BEFORE}(?:meeting |introduction of )?attendees|who (?:was|is) here` +
    String.raw`|(?:[\p{L}, ]{1,40} and )?roll call)${REMARK}\s*:?$`,
  'iu',
);
const LABEL = new RegExp(
  `^(?:${PRESENCE}|remote|in[ -]person|team|(?:${GROUP} ){0,2}members?|others?|guests?|observers?|invited)` +
    String.raw`\s*[:：]\s*`,
  'i',
);

const PART = new RegExp(String.raw`^${WAY}(?:[ -]${WAY}){0,4}(?:\s*\([^()]{1,60}\))?\s*:?$`, 'i');

/** Labels that say it beyond doubt; the others do so beside one of these, or where no line says anything else. */
const PRESENT = new RegExp(String.raw`^${PRESENCE}\s*[:：]`, 'i');
/** Such a label that stands alone, over a list. */
const PRESENT_ALONE = new RegExp(String.raw`^${PRESENCE}\s*[:：]?$`, 'i');
/** Whatever a line at the head of a note is labelled as: `Date: …`, `Scribe: …`. */
const ANY_LABEL = /^\p{L}[\p{L}\p{M} /&'’-]{0,30}[:：](?=\s|$)/u;

const ABSENT =
  /^(?:(?:(?:with )?apologies|regrets)(?: (?:received|sent|from))?|absent|absentees|excused|not (?:present|attending)|unable to attend)\s*(?:[:：]\s*|$)/i;

/** A sentence that says of the people behind it that they were not there. */
const SAID_ABSENT =
  /\b(?:(?:not|n['’]t) (?:be )?(?:present|attending|able to attend|in attendance)|could(?:n['’]t| not) attend|unable to attend|absent)\b[^.]*[:：]$/i;

/** A longer one is no label; each mention of absence in it would be followed to its end. */
const longestSaid = 300;

/**
 * What a paragraph that is only a label says of the list behind it: those who took part, or those who did not.
 * `Attendees` has to have a colon or begin in bold, as a line that is meant for a heading.
 */
export function labelOfPeople(block: Element): 'present' | 'absent' | undefined {
  if (block.tagName !== 'p') return undefined;
  const text = plainText(block);
  const isSaid = text.length <= longestSaid && SAID_ABSENT.test(text);
  if (isSaid || ABSENT.exec(text)?.[0] === text) return 'absent';
  const [first] = block.children;
  const isBold = first !== undefined && isElement(first) && first.tagName === 'strong';
  // The label may be the end of what asks for names: `Sign in below. Roll call:`
  const last = text.endsWith(':') ? (text.split(/(?<=[.!?])\s+/).at(-1) ?? text) : text;
  return (isBold || text.endsWith(':')) && HEADING.test(last) ? 'present' : undefined;
}

/** Whether a block is a list whose items all have boxes. */
export function hasBoxes(block: Element): boolean {
  const items = isList(block) ? block.children.filter(isElement) : [];
  return items.length > 0 && items.every((item) => boxOf(ownNodes(item)) !== undefined);
}

/** Whether a block is a line with a label of its own, which what stands above it says nothing of. */
export function hasOwnLabel(block: Element): boolean {
  return block.tagName === 'p' && LABEL.test(plainText(block));
}

/** Whether a paragraph that stands right above a list of people can only say which ones they are: `Voting members`. */
export function namesGroup(block: Element): boolean {
  return block.tagName === 'p' && !/[,;@()\n]/.test(plainText({ ...block, tagName: 'pre' }));
}

/** Whether a heading stands over a list of those who took part, and nothing else. */
export function isAttendanceHeading(heading: string): boolean {
  return HEADING.test(heading.trim());
}

/** Whether a heading parts those who took part where it stands below one over all of them. */
export function isPartOfAttendance(heading: string): boolean {
  return PART.test(heading.trim());
}

/** The text of a list item without the lists below it. */
function ownText(item: Element): string {
  return plainText({ ...item, children: besidesLists(item) }).replace(/\n/g, ' ');
}

/** Whether an item is of somebody who was not there: its box is not ticked, or all of it is struck out. */
function isStruckOff(item: Element): boolean {
  if (boxOf(ownNodes(item))?.done === false) return true;
  const struck = ownNodes(item).find(isElement);
  return struck?.tagName === 'del' && plainText(struck).replace(/\n/g, ' ') === ownText(item);
}

/** The text of an element that is a link, or holds one first. */
function linkOf(element: Element): string | undefined {
  if (element.tagName === 'a') return plainText(element).replace(/\n/g, ' ');
  const first = element.tagName === 'p' ? element.children.find(isElement) : undefined;
  return first?.tagName === 'a' ? plainText(first).replace(/\n/g, ' ') : undefined;
}

/** The address of an account on GitHub. */
const PROFILE =
  /^https?:\/\/(?:www\.)?github\.com\/(?!(?:about|features|orgs|search|settings|topics)\b)([A-Za-z\d-]{1,39})\/?$/i;
const NAMED_ACCOUNT = /^(?<name>[^:：@]+)[:：]\s*@(?<handle>[A-Za-z\d-]{1,39})$/;

/** Somebody whose name is a link to an account on GitHub, and all that an item says. */
function linkedAccount(item: Element, text: string): Attendee | undefined {
  const inner = item.children.filter(isElement).find(({ tagName }) => tagName === 'p') ?? item;
  const link = inner.children.filter(isElement)[0];
  if (link?.tagName !== 'a' || plainText(link) !== text.trim()) return undefined;
  const handle = PROFILE.exec(String(link.properties['href']))?.[1];
  return handle === undefined || !isName(text) || isRole(text) ? undefined : { name: text, handle };
}

/** Whether the items of a list are names with accounts behind a colon, by habit: `Ann Lee: @ann`. */
const areNamedAccounts = (texts: readonly string[]): boolean =>
  texts.filter((text) => NAMED_ACCOUNT.test(text)).length > 1;

function namedAccount(text: string): Attendee | undefined {
  const { name = '', handle = '' } = NAMED_ACCOUNT.exec(text)?.groups ?? {};
  return isName(name) && !isRole(name) ? parseAttendee(`${name} @${handle}`) : undefined;
}

function fromList(list: Element): Attendee[] {
  const items = list.children.filter(isElement);
  const texts = items.map(ownText);
  // Whoever has a box of their own is one.
  const isOneEach = items.some((item) => boxOf(ownNodes(item)) !== undefined);
  const ofMembers = isOneEach || namesOrganisations(texts);
  const ofAccounts = areNamedAccounts(texts);
  const bySlashes = standsBySlashes(texts);
  const byDashes = isOneEach || standsByDashes(texts);
  return items.flatMap((item, at) => {
    const text = texts[at] ?? '';
    if (ABSENT.test(text) || isStruckOff(item)) return [];
    const account = linkedAccount(item, text) ?? (ofAccounts ? namedAccount(text) : undefined);
    if (account !== undefined) return [account];
    // A link is no name: lists of those present often end with the recording.
    if (item.children.some((child) => isElement(child) && linkOf(child) === text)) return [];
    const nested = item.children.filter(isElement).filter(isList).flatMap(fromList);
    const label = LABEL.exec(text)?.[0];
    if (label !== undefined) return [...parseLine(text.slice(label.length)), ...nested];
    const initialled = parseInitialled(text);
    if (initialled !== undefined) return [initialled, ...nested];
    if (/^[^()]*[:：]/.test(text)) return nested;
    const one =
      parseEntry(text, { bySlashes, byDashes }) ??
      (ofMembers ? parseMember(text) : undefined) ??
      parseAttendee(text);
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

const NAME_COLUMN =
  /^(?:name|attendee|delegate|participant|who)s?(?:\s*\/\s*\p{L}{1,20}|\s*\([^()]{1,40}\))?$/iu;
const SHORT_COLUMN = /^(?:abbreviation|initials|github|handle|(?:irc |chat )?nick(?:name)?)s?$/i;

/** A column beside which people are those who are to do or to tell something. */
const SUBJECT_COLUMN = /^(?:actions?(?: items?)?|items?|tasks?|topics?)$/i;

/** Somebody whom a cell names, perhaps with what else is said of them, or behind the group that they stand for. */
function personOf(cell: string): Attendee | undefined {
  // Tables are of much else; names as of a chat look like those of columns and programs.
  if (isName(cell)) return /[\d_]/.test(cell) ? undefined : { name: cell };
  const { group, rest } = /^(?<group>[^():]{1,40}):\s+(?<rest>\S+ .+)$/.exec(cell)?.groups ?? {};
  const one = /^\p{Lu}/u.test(rest ?? cell) ? parseAttendee(rest ?? cell) : undefined;
  return one && group !== undefined ? withNote(one, group) : one;
}

/**
 * A table whose header names people: the first column is the name, or the second one behind the account; a short one
 * the initials. Where a column says who was present, the others were not.
 */
function fromTable(table: Element): Attendee[] {
  const rows = rowsOf(table).map((cells) => cells.map((cell) => plainText(cell)));
  const [header = [], ...body] = rows;
  const short = header.findIndex((cell) => SHORT_COLUMN.test(cell));
  const naming = short === 0 ? 1 : 0;
  if (!NAME_COLUMN.test(header[naming] ?? '')) return [];
  if (header.some((cell) => SUBJECT_COLUMN.test(cell))) return [];
  const presence = header.findIndex((cell) => PRESENCE_COLUMN.test(cell));
  const absence = header.findIndex((cell) => ABSENCE_COLUMN.test(cell));
  return body.flatMap((cells): Attendee[] => {
    const one = personOf(cells[naming] ?? '');
    if (one === undefined) return [];
    if (presence > 0 && NO.test(cells[presence] ?? '')) return [];
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

/** What a block that has labels says: the items of a list, or the lines that have them. */
function textsOf(block: Element): string[] {
  if (isList(block)) return block.children.filter(isElement).map(ownText);
  return block.tagName === 'p'
    ? labelledLines(plainText({ ...block, tagName: 'pre' })).filter(isLabelled)
    : [];
}

/** Whether a block that lists those present says something else too, such as when and where they met. */
export function saysMoreThanAttendance(block: Element): boolean {
  return textsOf(block).some((text) => !LABEL.test(text) && !ABSENT.test(text));
}

/** Whether a paragraph does nothing but say, behind a label and by names with capitals or accounts, who is present. */
export function namesThosePresent(block: Element): boolean {
  if (block.tagName !== 'p' || saysMoreThanAttendance(block)) return false;
  if (!PRESENT.test(plainText(block).trim())) return false;
  const read = attendeesIn(block, false);
  return (
    read.length > 0 &&
    read.every(({ name, handle }) => handle !== undefined || /^\p{Lu}/u.test(name))
  );
}

function attendeesIn(block: Element, underHeading: boolean): Attendee[] {
  if (block.tagName === 'table') return fromTable(block);
  if (isList(block)) {
    if (underHeading) return fromList(block);
    // Elsewhere a list counts if all of its items have labels, and these are of people.
    const items = block.children.filter(isElement);
    const texts = items.map(ownText);
    if (texts.length > 0 && texts.every(isLabelled) && isOfPeople(texts)) {
      return fromList({
        ...block,
        children: items.filter((_item, at) => LABEL.test(texts[at] ?? '')),
      });
    }
    // Among items of another kind, those below one that is nothing but such a label.
    return items
      .filter((_item, at) => PRESENT_ALONE.test(texts[at] ?? ''))
      .flatMap((item) => item.children.filter(isElement).filter(isList).flatMap(fromList));
  }
  if (block.tagName !== 'p') return [];
  const children = block.children.filter((child) => !(isElement(child) && child.tagName === 'del'));
  // As it was written, line by line.
  return fromParagraph(plainText({ ...block, tagName: 'pre', children }), underHeading);
}
