import type { Element, RootContent } from 'hast';

import { isElement, isList, lineOf, ownNodes } from '../text/element.ts';
import { agendaBoxes } from './agenda-boxes.ts';
import { agendaTitle } from './agenda.ts';
import { inlineText } from './inline-text.ts';
import { kindBelow } from './outcome-labels.ts';
import { partsOf } from './outcome-lines.ts';
import { isAssigned, markedNodes, markedText, saysNothing } from './outcome-marks.ts';
import { outcomeRows } from './outcome-table.ts';
import { withoutRobotStamp } from './robot-stamp.ts';
import { boxOf } from './task-box.ts';

/** Something that a note marks as decided or to be done, or to be talked about where the agenda has boxes. */
export interface FoundOutcome {
  kind: 'decision' | 'action' | 'item';
  /** Whether its box is ticked. */
  done: boolean;
  /** Whether it is one by its place alone, below a heading or label, or by whom it names. */
  unmarked?: true;
  text: string;
  /** The item of an agenda that it stands below. */
  subject?: string;
  /** What it is printed from. */
  nodes: RootContent[];
  line: number;
}

/** Reads a paragraph or list item that carries a mark. */
function markedOutcome(
  written: RootContent[],
  line: number,
  isOnAgenda: boolean,
  isPresent: (name: string) => boolean,
): FoundOutcome | undefined {
  const nodes = withoutRobotStamp(written);
  const box = boxOf(nodes);
  if (box !== undefined) {
    const own = inlineText(box.rest).trim();
    const marked = markedText(own);
    const unmarked = isOnAgenda && !isAssigned(own, isPresent) ? 'item' : 'action';
    const { kind, text } = marked ?? { kind: unmarked, text: inlineText(box.rest) };
    return saysNothing(text) ? undefined : { kind, done: box.done, text, nodes: box.rest, line };
  }
  const marked = markedNodes(nodes);
  return marked === undefined || saysNothing(marked.text)
    ? undefined
    : { ...marked, done: false, nodes, line };
}

/** What the heading or label over a block says of all that is below it. */
type Over = 'decision' | 'action' | 'agenda' | undefined;
/** What an item or a paragraph is by its place alone. */
type Kind = 'decision' | 'action' | undefined;

/** By what the whole of a block is read. */
interface Reading {
  over: Over;
  isPresent: (name: string) => boolean;
}

/** What the words of an item say, or those of a paragraph, which are of a kind by their place. */
function outcomesOfText(
  nodes: RootContent[],
  line: number,
  { kind, isItem, isOnAgenda }: { kind: Kind; isItem: boolean; isOnAgenda: boolean },
  { isPresent }: Reading,
): FoundOutcome[] {
  return partsOf(nodes, line).flatMap((part): FoundOutcome[] => {
    const marked = markedOutcome(part.nodes, part.line, isOnAgenda, isPresent);
    if (marked !== undefined) return [marked];
    const text = inlineText(part.nodes);
    const given = isItem && isAssigned(text, isPresent) ? (kind ?? 'action') : kind;
    // Under a heading, what is to be done stands in a list; what was decided may be a sentence.
    if (given === undefined || !(isItem || given === 'decision') || saysNothing(text)) return [];
    return [{ kind: given, done: false, unmarked: true, text, ...part }];
  });
}

/** The items of a list whose boxes are only gone through. */
function itemsOnAgenda(list: Element, kind: Kind, over: Over): ReadonlySet<Element> {
  // Under a heading of things to do, all boxes are such things.
  if (over === 'action' || kind === 'action') return new Set();
  return over === 'agenda' ? new Set(list.children.filter(isElement)) : agendaBoxes(list);
}

/**
 * What the items of a list say, which are of a kind by its place; what stands deeper only explains them. `subject` is
 * the outermost item that names one.
 */
function outcomesOfList(
  list: Element,
  kind: Kind,
  subject: string | undefined,
  reading: Reading,
): FoundOutcome[] {
  const onAgenda = itemsOnAgenda(list, kind, reading.over);
  return list.children.filter(isElement).flatMap((item) => {
    const own = ownNodes(item);
    const lists = item.children.filter(isElement).filter(isList);
    const below = lists.length > 0 ? kindBelow(inlineText(own).trim()) : undefined;
    const place = { kind, isItem: true, isOnAgenda: onAgenda.has(item) };
    const read = below === undefined ? outcomesOfText(own, lineOf(item), place, reading) : [];
    const outcomes = subject === undefined ? read : read.map((one) => ({ ...one, subject }));
    if (lists.length === 0) return outcomes;
    // What is itself to be done is no item of an agenda.
    const onlyNames = read.every((outcome) => outcome.kind === 'item');
    const title = subject ?? (onlyNames ? agendaTitle(item) : undefined);
    return [...outcomes, ...lists.flatMap((inner) => outcomesOfList(inner, below, title, reading))];
  });
}

/** What the rows of a table of decisions or actions say. */
function outcomesOfTable(table: Element, { over }: Reading): FoundOutcome[] {
  const kind = over === 'agenda' ? undefined : over;
  return outcomeRows(table, kind).filter(({ text }) => !saysNothing(text));
}

function outcomesOf(block: Element, kind: Kind, reading: Reading): FoundOutcome[] {
  if (isList(block)) return outcomesOfList(block, kind, undefined, reading);
  if (block.tagName === 'p') {
    const place = { kind, isItem: false, isOnAgenda: false };
    return outcomesOfText(block.children, lineOf(block), place, reading);
  }
  return block.tagName === 'blockquote'
    ? block.children.filter(isElement).flatMap((child) => outcomesOf(child, kind, reading))
    : [];
}

/**
 * What a block marks as decided or to be done: task boxes, lines behind `Action item:`, `TODO:`, `RESOLVED` and the
 * like, what stands under a heading or label that says so, the rows of a table of decisions or actions, and items that say which of
 * those present is to do something. Boxes that are only gone through as an agenda, or stand under its heading, are told
 * apart. Prose is never searched.
 */
export function findOutcomes(
  block: Element,
  over: Over,
  isPresent: (name: string) => boolean,
): FoundOutcome[] {
  const reading = { over, isPresent };
  return block.tagName === 'table'
    ? outcomesOfTable(block, reading)
    : outcomesOf(block, over === 'agenda' ? undefined : over, reading);
}
