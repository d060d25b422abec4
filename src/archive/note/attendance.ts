import type { Element, ElementContent } from 'hast';

import type { Attendee } from '../meeting.ts';
import { besidesLists, isElement, isList, ownNodes } from '../text/element.ts';
import { plainText } from '../text/plain-text.ts';
import { tallyOf } from '../text/tally.ts';
import { withoutSigns } from '../text/undecorated.ts';
import { attendeesOfTable } from './attendance-table.ts';
import { parseJoined, parseLine, parseNames } from './attendee-line.ts';
import {
  namesOrganisations,
  parseEntry,
  parseInitialled,
  parseMember,
  standsByDashes,
  standsBySlashes,
} from './attendee-list.ts';
import { isRole, parseAttendee } from './attendee.ts';
import {
  behindLabel,
  isLabelled,
  isOfPeople,
  isPresenceLabel,
  tellsAbsence,
  tellsPresence,
} from './people-labels.ts';
import { isFullName, isName } from './person-name.ts';
import { isRecordingLabel } from './recording.ts';
import { boxOf } from './task-box.ts';

/** Whether a block is a list whose items all have boxes. */
export function hasBoxes(block: Element): boolean {
  const items = isList(block) ? block.children.filter(isElement) : [];
  return items.length > 0 && items.every((item) => boxOf(ownNodes(item)) !== undefined);
}

/** Somebody's account of Matrix, by whatever is their server: `@ann:example.org`. */
const MATRIX_ACCOUNT = /^@([\w.=/+-]{1,60}):(?:[\w-]{1,60}\.){1,5}\p{L}{2,20}(?=\s|$)/u;

const isNameLink = (node: ElementContent | undefined): boolean =>
  node !== undefined && isElement(node) && node.tagName === 'a' && !plainText(node).startsWith('@');

/** What a line holds, with commas between links that only spaces part, as in documents of Google. */
function partingLinks(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node, at) =>
    node.type === 'text' &&
    /^[^\S\n]+$/.test(node.value) &&
    isNameLink(nodes[at - 1]) &&
    isNameLink(nodes[at + 1])
      ? { type: 'text', value: ', ' }
      : node,
  );
}

/** The text of a list item without the lists below it. */
function ownText(item: Element): string {
  return plainText({ ...item, children: partingLinks(besidesLists(item)) })
    .replace(/\n/g, ' ')
    .replace(MATRIX_ACCOUNT, '$1');
}

/** An item of MeetBot's list of those present, with the lines that each of them said: `ann (12)`. */
const LINES_SAID = /^(?<who>[^\s()]{1,60}) \(\d{1,5}\)$/;

/** The names of a list in which all have the number of lines that they said, without it and without robots. */
function whoSaidLines(texts: readonly string[]): string[] | undefined {
  const names = texts.map((text) => LINES_SAID.exec(text)?.groups?.['who']);
  return names.includes(undefined)
    ? undefined
    : names.map((name = '') => (/bot$/i.test(name) ? '' : name));
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

/** Whether all that an item says is a link. */
const isLink = (item: Element, text: string): boolean =>
  item.children.some((child) => isElement(child) && linkOf(child) === text);

/** What else of a meeting is linked, by the last word: `Slide Deck`, `Google Doc`. */
const DOCUMENT =
  /\b(?:board|calendar|channel|chat|deck|docs?|document|form|issues?|links?|page|sheet|slides|spreadsheet|website)$/i;

/** Whether the words of a link are a full name, and none of what lists of those present often end with. */
function isLinkedName(text: string): boolean {
  const name = parseAttendee(text)?.name;
  if (name === undefined || !isFullName(name)) return false;
  return !isRole(name) && !isRecordingLabel(name) && !DOCUMENT.test(name);
}

/** One link alone may lead to whatever there is besides people. */
const fewestLinkedNames = 2;

function fromList(list: Element): Attendee[] {
  const items = list.children.filter(isElement);
  const written = items.map(ownText);
  const texts = whoSaidLines(written) ?? written;
  const linked = texts.filter((text, at) => isLink(items[at]!, text) && isLinkedName(text));
  const areNamesLinked = linked.length >= fewestLinkedNames;
  // Whoever has a box of their own is one.
  const isOneEach = items.some((item) => boxOf(ownNodes(item)) !== undefined);
  const ofMembers = isOneEach || namesOrganisations(texts);
  const ofAccounts = areNamedAccounts(texts);
  const bySlashes = standsBySlashes(texts);
  const byDashes = isOneEach || standsByDashes(texts);
  return items.flatMap((item, at) => {
    const text = texts[at] ?? '';
    if (tellsAbsence(text) || isStruckOff(item)) return [];
    const account = linkedAccount(item, text) ?? (ofAccounts ? namedAccount(text) : undefined);
    if (account !== undefined) return [account];
    if (isLink(item, text) && !(areNamesLinked && isLinkedName(text))) return [];
    const nested = item.children.filter(isElement).filter(isList).flatMap(fromList);
    const labelled = behindLabel(text);
    if (labelled !== undefined) return [...parseLine(labelled), ...nested];
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

/** Fewer initials than this in a line do not make it a list of those present. */
const fewestInitials = 3;

/**
 * Reads those present from a block: a list, comma line or table under a heading that says so, or
 * elsewhere a line behind such a label, a table of names, or a line of names that all have initials.
 * Names are read only where a list gives them; prose is never searched for any.
 */
export function readAttendance(block: Element, underHeading: boolean): Attendee[] {
  const read = attendeesIn(block, underHeading).filter(({ note = '' }) => !tellsAbsence(note));
  // Initials that several people share are the name of a group: "(TSC)".
  const times = tallyOf(read.map(({ handle = '' }) => handle));
  return read.map((attendee) => {
    const { name, handle, note } = attendee;
    if (handle === undefined || (times.get(handle) ?? 0) < 2) return attendee;
    return { name, note: note === undefined ? handle : `${handle}, ${note}` };
  });
}

/** What parts labels that stand in one line: `Present: Ann | Notes: Bo`. */
const BETWEEN_LABELS = /(?<![^\S\n])[^\S\n]+[|·•][^\S\n]+(?=\p{L}[\p{L}\p{M} ]{0,30}[:：])/u;

/** The lines of a paragraph, each that has a label with those that it goes on with. */
function labelledLines(text: string): string[] {
  const parts: string[] = [];
  for (const written of text.split('\n').flatMap((line) => line.split(BETWEEN_LABELS))) {
    const bare = withoutSigns(written);
    const line = isLabelled(bare) ? bare : written;
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
  const behind = (part: string): Attendee[] => {
    const names = behindLabel(part);
    if (names !== undefined) return read(names);
    const initialled = parseInitialled(part);
    return initialled === undefined ? [] : [initialled];
  };
  const named =
    underHeading || isOfPeople(labelled)
      ? labelled.flatMap((part) => (tellsAbsence(part) ? [] : behind(part)))
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
  return textsOf(block).some((text) => behindLabel(text) === undefined && !tellsAbsence(text));
}

const haveCapitals = (attendees: readonly Attendee[]): boolean =>
  attendees.length > 0 &&
  attendees.every(({ name, handle }) => handle !== undefined || /^\p{Lu}/u.test(name));

/** Whether a paragraph is nothing but names with capitals or accounts, as where a list of them goes on in it. */
export function goesOnWithNames(block: Element): boolean {
  return block.tagName === 'p' && haveCapitals(attendeesIn(block, true));
}

/** Whether a paragraph does nothing but say, behind a label and by names with capitals or accounts, who is present. */
export function namesThosePresent(block: Element): boolean {
  if (block.tagName !== 'p' || saysMoreThanAttendance(block)) return false;
  if (!tellsPresence(plainText(block).trim())) return false;
  return haveCapitals(attendeesIn(block, false));
}

function attendeesIn(block: Element, underHeading: boolean): Attendee[] {
  if (block.tagName === 'table') return attendeesOfTable(block);
  if (isList(block)) {
    if (underHeading) return fromList(block);
    // Elsewhere a list counts if all of its items have labels, and these are of people.
    const items = block.children.filter(isElement);
    const texts = items.map(ownText);
    if (texts.length > 0 && texts.every(isLabelled) && isOfPeople(texts)) {
      return fromList({
        ...block,
        children: items.filter((_item, at) => behindLabel(texts[at] ?? '') !== undefined),
      });
    }
    // Among items of another kind, those below one that is nothing but such a label.
    return items
      .filter((_item, at) => isPresenceLabel(texts[at] ?? ''))
      .flatMap((item) => item.children.filter(isElement).filter(isList).flatMap(fromList));
  }
  if (block.tagName !== 'p') return [];
  const unstruck = block.children.filter((child) => !(isElement(child) && child.tagName === 'del'));
  const children = partingLinks(unstruck);
  // As it was written, line by line.
  return fromParagraph(plainText({ ...block, tagName: 'pre', children }), underHeading);
}
