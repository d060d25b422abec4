import type { Element, RootContent } from 'hast';

import { isElement, isList, lineOf, ownNodes } from '../text/element.ts';
import { agendaBoxes } from './agenda-boxes.ts';
import { agendaTitle } from './agenda.ts';
import { inlineText } from './inline-text.ts';
import { kindBelow } from './outcome-labels.ts';
import { beginsAnew, isAssigned, markedNodes, markedText, saysNothing } from './outcome-marks.ts';
import { actionRows } from './outcome-table.ts';
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

/** A line of a paragraph: its nodes, and where it stands in the note. */
interface Line {
  nodes: RootContent[];
  line: number;
}

/** A paragraph line by line, as it was written; a line break is not kept. */
function linesOf(nodes: readonly RootContent[]): Line[] {
  const lines: Line[] = [];
  let end: number | undefined;
  const add = (node: RootContent, first: number, last: number): void => {
    // What an element that goes on over a line has beside its end is no line of its own.
    if (end === first) lines.at(-1)!.nodes.push(node);
    else lines.push({ nodes: [node], line: first });
    end = last;
  };
  for (const node of nodes) {
    if (isElement(node) && node.tagName === 'br') continue;
    const first = node.position?.start.line ?? end ?? 1;
    if (node.type !== 'text') add(node, first, node.position?.end.line ?? first);
    else {
      for (const [index, value] of node.value.split('\n').entries()) {
        // What stands between elements has no place in the note, and says nothing.
        if (value !== '') add({ type: 'text', value }, first + index, first + index);
      }
    }
  }
  return lines;
}

const isMarked = ({ nodes }: Line): boolean => markedNodes(nodes) !== undefined;

/** The lines of a paragraph from which a mark of its own speaks, or from which the one above it no longer does. */
function startsOf(lines: readonly Line[]): { at: number; isMark: boolean }[] {
  const starts: { at: number; isMark: boolean }[] = [];
  let inMarked = false;
  for (const [at, line] of lines.entries()) {
    const isMark = isMarked(line);
    const ends = inMarked && !isMark && beginsAnew(inlineText(line.nodes).trimStart());
    if (at > 0 && (isMark || ends)) starts.push({ at, isMark });
    if (isMark || ends) inMarked = isMark;
  }
  return starts;
}

/**
 * The parts of a paragraph that begins at a line: each from a line that has a mark up to the next one, or up to one
 * that speaks of something else, without what follows that.
 */
function partsOf(nodes: RootContent[], line: number): Line[] {
  // A box was made, and has no place in the note: it stands before the first line.
  const rest = boxOf(nodes)?.rest ?? nodes;
  const lines = linesOf(rest);
  const starts = startsOf(lines);
  if (starts.length === 0) return [{ nodes, line }];
  const newline: RootContent = { type: 'text', value: '\n' };
  const first = { at: 0, isMark: true };
  return [first, ...starts].flatMap(({ at: start, isMark }, index) => {
    if (!isMark) return [];
    const own = lines.slice(start, starts[index]?.at);
    const head = index === 0 ? nodes.slice(0, nodes.length - rest.length) : [];
    const body = own.flatMap((one, at) => (at === 0 ? one.nodes : [newline, ...one.nodes]));
    return [{ nodes: [...head, ...body], line: lines[start]!.line }];
  });
}

/** Reads a paragraph or list item that carries a mark. */
function markedOutcome(
  written: RootContent[],
  line: number,
  isItem: boolean,
  isPresent: (name: string) => boolean,
): FoundOutcome | undefined {
  const nodes = withoutRobotStamp(written);
  const box = boxOf(nodes);
  if (box !== undefined) {
    const own = inlineText(box.rest).trim();
    const marked = markedText(own);
    const unmarked = isItem && !isAssigned(own, isPresent) ? 'item' : 'action';
    const { kind, text } = marked ?? { kind: unmarked, text: inlineText(box.rest) };
    return saysNothing(text) ? undefined : { kind, done: box.done, text, nodes: box.rest, line };
  }
  const marked = markedNodes(nodes);
  return marked === undefined || saysNothing(marked.text)
    ? undefined
    : { ...marked, done: false, nodes, line };
}

/**
 * What a block marks as decided or to be done: task boxes, lines behind `Action item:`, `TODO:`, `RESOLVED` and the
 * like, what stands under a heading or label that says so, the rows of a table of actions, and items that say which of
 * those present is to do something. Boxes that are only gone through as an agenda, or stand under its heading, are told
 * apart. Prose is never searched.
 */
export function findOutcomes(
  block: Element,
  under: 'decision' | 'action' | 'agenda' | undefined,
  isPresent: (name: string) => boolean,
): FoundOutcome[] {
  const ofHeading = under === 'agenda' ? undefined : under;
  const found: FoundOutcome[] = [];
  const read = (
    nodes: RootContent[],
    line: number,
    { kind, item, isItem }: { kind: typeof ofHeading; item: boolean; isItem: boolean },
  ): void => {
    for (const part of partsOf(nodes, line)) {
      const marked = markedOutcome(part.nodes, part.line, isItem, isPresent);
      if (marked !== undefined) {
        found.push(marked);
        continue;
      }
      const text = inlineText(part.nodes);
      const given = item && isAssigned(text, isPresent) ? (kind ?? 'action') : kind;
      // Under a heading, what is to be done stands in a list; what was decided may be a sentence.
      if (given === undefined || !(item || given === 'decision') || saysNothing(text)) continue;
      const { nodes, line: at } = part;
      found.push({ kind: given, done: false, unmarked: true, text, nodes, line: at });
    }
  };
  /**
   * `kind` is that of the items of a list, or of a paragraph; what stands deeper only explains it. `subject` is the
   * outermost item that names one.
   */
  const walk = (node: Element, kind: typeof ofHeading, subject?: string): void => {
    if (isList(node)) {
      // Under a heading of things to do, all boxes are such things.
      const isToDo = under === 'action' || kind === 'action';
      const onAgenda = isToDo
        ? new Set<Element>()
        : under === 'agenda'
          ? new Set(node.children.filter(isElement))
          : agendaBoxes(node);
      for (const item of node.children.filter(isElement)) {
        const own = ownNodes(item);
        const lists = item.children.filter(isElement).filter(isList);
        const below = lists.length > 0 ? kindBelow(inlineText(own).trim()) : undefined;
        const from = found.length;
        if (below === undefined) {
          read(own, lineOf(item), { kind, item: true, isItem: onAgenda.has(item) });
        }
        const outcomes = found.slice(from);
        if (subject !== undefined) for (const one of outcomes) one.subject = subject;
        if (lists.length === 0) continue;
        // What is itself to be done is no item of an agenda.
        const onlyNames = outcomes.every(({ kind: of }) => of === 'item');
        const title = subject ?? (onlyNames ? agendaTitle(item) : undefined);
        for (const list of lists) walk(list, below, title);
      }
      return;
    }
    if (node.tagName === 'p') {
      read(node.children, lineOf(node), { kind, item: false, isItem: false });
    } else if (node.tagName === 'blockquote') {
      for (const child of node.children.filter(isElement)) walk(child, kind);
    }
  };
  walk(block, ofHeading);
  if (block.tagName === 'table' && under !== 'decision') {
    for (const row of actionRows(block, under === 'action')) {
      if (!saysNothing(row.text)) found.push({ kind: 'action', ...row });
    }
  }
  return found;
}
