import type { Element, RootContent } from 'hast';

import { isElement, isList, lineOf, ownNodes } from '../text/element.ts';
import { plainText } from '../text/plain-text.ts';
import { agendaTitle } from './agenda.ts';
import { actionRows } from './outcome-table.ts';
import { boxOf, isSpace } from './task-box.ts';

/** Something that a note marks as decided or to be done, or to be talked about where the agenda has boxes. */
export interface Outcome {
  kind: 'decision' | 'action' | 'item';
  /** Whether its box is ticked. */
  done: boolean;
  text: string;
  /** The item of an agenda that it stands below. */
  subject?: string;
  /** What it is printed from. */
  nodes: RootContent[];
  line: number;
}

const CONCLUSION =
  /^(?:(?:meeting|important|key) )?(?:(?:conclusions?|resolutions?|decisions?|outcomes?|verdicts?)(?:\s*(?:\/|and|&)\s*)?)+(?: (?:made|reached))?\s*:?$/i;
const ACTIONS =
  /^(?:new )?(?:action (?:items?|points?)|actions|AIs|actionables|todos?|to-?dos?)(?: required)?(?: from (?:this|the) meeting)?(?:\s*(?:\/|&|and)\s*(?:next steps|follow[- ]?ups?))?\s*:?$/i;
/** A heading over what was to be talked about, so that its boxes are ticked as that is gone through. */
const AGENDA =
  /^(?:(?:meeting|new|proposed|today['’]?s) )?agenda(?: (?:items?|points?|topics?))?\s*:?$/i;

/** Whether a heading stands over what was decided on the subject of the heading above it. */
function isConclusionHeading(heading: string): boolean {
  return CONCLUSION.test(heading.trim());
}

/** Whether a heading stands over a list of things to do. */
function isActionsHeading(heading: string): boolean {
  return ACTIONS.test(heading.trim());
}

const NEXT_STEPS = /^next steps\s*:?$/i;
const CAPITALISED_NAME = /^\p{Lu}[\p{L}\p{M}.'’-]*(?: \p{Lu}[\p{L}\p{M}.'’-]*){0,2}$/u;

/**
 * Whether a text stands for somebody below a heading: under `Next steps` whoever is to do something need not be
 * known, while what else stands there may be a remark.
 */
export function isNamedBelow(heading: string, text: string): boolean {
  return NEXT_STEPS.test(heading.trim()) && CAPITALISED_NAME.test(text);
}

/** What a heading or label says of what follows it; nothing where it speaks of neither. */
export function kindBelow(label: string): 'decision' | 'action' | undefined {
  if (isConclusionHeading(label)) return 'decision';
  return isActionsHeading(label) ? 'action' : undefined;
}

/** Whether a heading stands over what was to be talked about. */
export function isAgendaHeading(heading: string): boolean {
  return AGENDA.test(heading.trim());
}

/** Whether a text is what somebody said (`AWB: I'd like …`) rather than what came of it. */
export function isSpeech(text: string): boolean {
  return /^\p{Lu}{2,5}(?:\/\p{Lu}{2,5})*: /u.test(text);
}

// Only marks that people put there as marks: "AI" and "RESOLVED" are words where they are small.
const ACTION_MARKS: readonly RegExp[] = [
  /^(?:\*\*)?(?:[Aa]ction(?:s| [Ii]tems?)?|ACTIONS?(?: ITEMS?)?|AI|TODOs?(?: items?)?|Next steps?)\s*[:：]{1,2}\s*/,
  // Numbered, as by the trackers of W3C: `ACTION-12: …`, or by the meeting: `ACTION 61.2: …`.
  /^(?:ACTION|AI)-\d{1,5}\s*[:：]\s*/,
  /^(?:ACTION|Action|AI)(?: ITEM| item)? #?\d{1,4}(?:\.\d{1,3})?\s*[:：]\s*/,
  /^\[(?:A(?:CTION|ction)(?: ITEM| [Ii]tem)?|TODO)\]\s*[:：]?\s*/,
  /^\[AI\]\s*[:：]?\s*(?=@)/,
];
/**
 * Marks with the one who is to do it: `TODO(Ann): …`, `ACTION (Ann, Bob): …`, `ACTION Ann: …`, `ACTION - Ann: …`,
 * `AI @ann: …`.
 */
const OWNED_MARKS: readonly RegExp[] = [
  /^ACTION(?: ITEM)? [-–—] (?<who>@?\p{L}[^:：()\n]{0,40}?)\s*(?:[:：]| [-–—])\s+/u,
  /^(?:TODO|ACTION|AI)\((?<who>@?\p{L}[^()\n]{0,40})\)\s*[:：]?\s*/u,
  /^(?:TODO|ACTION(?: ITEM)?|[Aa]ction(?: [Ii]tem)?) \((?<who>@?\p{L}[^()\n]{0,40})\)\s*[:：]\s*/u,
  /^(?:TODO|ACTION(?: ITEM)?|[Aa]ction(?: [Ii]tem)?|AI) \(?(?<who>@[\w-]{1,39})\)?\s*[:：]\s*/u,
  /^(?:TODO|ACTION) (?!(?:[Ll]ist|LIST|[Pp]lan|PLAN|[Ll]og|[Bb]oard|[Ii]tems?|[Rr]equired|REQUIRED)\b)(?<who>\p{L}[\p{L}\p{N}-]{1,20})\s*[:：]\s+/u,
];
/** An item that says who is to do what: `Ann to write the docs`, `@ann and @bob to look at it`, `Ann will ask`. */
const ASSIGNED =
  /^(?<who>[@\p{L}][^\n:;()]{0,80}?) (?:to (?!(?:an?|the|this|that|these|those|my|our|your|his|her|their|its|me|us|you|him|them)\b)|will (?!(?:(?:also |still )?be|have|not|never|miss|probably|likely|you|we|they|it|this|that)\b))\p{Ll}/u;
const ACCOUNT = /^@[A-Za-z\d][A-Za-z\d-]{0,38}(?:\/[\w.-]+)?$/;

/** Whether an item is something for people whom the meeting knows, or for accounts. */
function isAssigned(text: string, isPresent: (name: string) => boolean): boolean {
  const who = ASSIGNED.exec(text)?.groups?.['who'];
  return (
    who !== undefined &&
    who
      .split(/\s*(?:,|\+|&|\/(?=@)|\band\b)\s*/)
      .every((name) => ACCOUNT.test(name) || isPresent(name))
  );
}

const DECISION_MARK =
  /^(?:(?:DECISION|Decision|RESOLUTION|Resolution) #?\d{1,4}(?:\.\d{1,3})?\s*[:：]|(?:RESOLVED|RESOLUTION|DECISION|DECIDED|AGREED)(?:-\d{1,5}\s*[:：]|\s*[:：–—-]?)|(?:Resolved|Resolution|Decision|Decided|Agreed|Verdict|Conclusion|Outcome)\s*[:：]{1,2}|(?:Resolved|Resolution|Decision|Verdict) [–—-])\s+/;
/** What stands where nothing was decided or is to be done. */
const NOTHING =
  /^(?:none|nothing|no(?:ne)? (?:action items?|actions?|conclusions?|resolutions?|decisions?)(?: .{0,20})?|n\/?a|tbd|tba|to-?do|skipped|-+|\.+|…)?[.!]?$/i;

const textOf = (nodes: readonly RootContent[]): string =>
  plainText({ type: 'root', children: [...nodes] }).replace(/\n/g, ' ');

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

/** What a text that is marked says behind its mark, with the one who is to do it before it. */
function markedText(text: string): { kind: 'decision' | 'action'; text: string } | undefined {
  for (const mark of ACTION_MARKS) {
    const found = mark.exec(text);
    if (found !== null) return { kind: 'action', text: text.slice(found[0].length).trim() };
  }
  for (const mark of OWNED_MARKS) {
    const found = mark.exec(text);
    if (found === null) continue;
    const rest = text.slice(found[0].length).trim();
    return { kind: 'action', text: rest && `${found.groups?.['who']}: ${rest}` };
  }
  const dashed = /^ACTION(?: ITEM)? [-–—] /.exec(text)?.[0];
  if (dashed !== undefined) return { kind: 'action', text: text.slice(dashed.length).trim() };
  const decision = DECISION_MARK.exec(text)?.[0];
  return decision === undefined
    ? undefined
    : { kind: 'decision', text: text.slice(decision.length).trim() };
}

const BOLD_ACTION = /^action(?: item)?$/i;
/** What stands behind such a word where it is a mark without a colon. */
const BEHIND_BOLD = /^\s+(?:[–—-]\s+|\((?<who>@?\p{L}[^()\n]{0,40})\)\s+)(?=\S)/u;

/** What a line says that starts with a mark; in bold it needs no colon: `**Action** (Ann) write`. */
function markedNodes(nodes: readonly RootContent[]): ReturnType<typeof markedText> {
  const text = textOf(nodes).trimStart();
  const first = nodes.find((node) => !isSpace(node));
  const bold = first !== undefined && isElement(first) && first.tagName === 'strong';
  const word = bold ? textOf([first]) : '';
  const behind = BOLD_ACTION.test(word) ? BEHIND_BOLD.exec(text.slice(word.length)) : null;
  if (behind === null) return markedText(text);
  const rest = text.slice(word.length + behind[0].length).trim();
  const who = behind.groups?.['who'];
  return { kind: 'action', text: who === undefined ? rest : `${who}: ${rest}` };
}

const isMarked = ({ nodes }: Line): boolean => markedNodes(nodes) !== undefined;

/** The parts of a paragraph that begins at a line: each from a line that has a mark up to the next one. */
function partsOf(nodes: RootContent[], line: number): Line[] {
  // A box was made, and has no place in the note: it stands before the first line.
  const rest = boxOf(nodes)?.rest ?? nodes;
  const lines = linesOf(rest);
  const starts = lines.flatMap((one, at) => (at > 0 && isMarked(one) ? [at] : []));
  if (starts.length === 0) return [{ nodes, line }];
  const newline: RootContent = { type: 'text', value: '\n' };
  return [0, ...starts].map((start, index) => ({
    nodes: [
      ...(index === 0 ? nodes.slice(0, nodes.length - rest.length) : []),
      ...lines
        .slice(start, starts[index])
        .flatMap((one, at) => (at === 0 ? one.nodes : [newline, ...one.nodes])),
    ],
    line: lines[start]!.line,
  }));
}

const LEADING_DATE =
  /^\s*(?:\d{4}-\d\d-\d\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?(?:, \d{4})?)(?![\p{L}\p{N}])/iu;

const isReferenceLink = (node: RootContent): boolean =>
  isElement(node) && node.tagName === 'a' && node.properties['dataReference'] !== undefined;

/** Whether the text of a box is but the title or number of a pull request or issue, after a date perhaps. */
function isItemTitle(nodes: readonly RootContent[]): boolean {
  if (!nodes.some(isReferenceLink)) return false;
  const own = textOf(nodes.filter((node) => !isReferenceLink(node)));
  return !/[\p{L}\p{N}]/u.test(own.replace(LEADING_DATE, ''));
}

/**
 * The items of a list whose boxes are those of an agenda, ticked as it is gone through: boxes that only name a
 * pull request or issue, the boxes beside them where they are the most, and those above such boxes.
 */
function agendaBoxes(list: Element): Set<Element> {
  const items = list.children.filter(isElement);
  const boxed = items.filter((item) => boxOf(ownNodes(item)) !== undefined);
  const named = boxed.filter(
    (item) =>
      isItemTitle(boxOf(ownNodes(item))?.rest ?? []) ||
      item.children.some((child) => isElement(child) && isList(child) && isAgenda(child)),
  );
  return new Set(2 * named.length > boxed.length ? boxed : named);
}

/** Whether all boxes of a list, and there are some, are those of an agenda. */
function isAgenda(list: Element): boolean {
  const items = list.children.filter(isElement);
  const boxed = items.filter((item) => boxOf(ownNodes(item)) !== undefined);
  return boxed.length > 0 && agendaBoxes(list).size === boxed.length;
}

/** Reads a paragraph or list item that carries a mark. */
function markedOutcome(
  nodes: readonly RootContent[],
  line: number,
  isItem: boolean,
  isPresent: (name: string) => boolean,
): Outcome | undefined {
  const box = boxOf(nodes);
  if (box !== undefined) {
    const own = textOf(box.rest).trim();
    const marked = markedText(own);
    const unmarked = isItem && !isAssigned(own, isPresent) ? 'item' : 'action';
    const { kind, text } = marked ?? { kind: unmarked, text: textOf(box.rest) };
    return NOTHING.test(text) ? undefined : { kind, done: box.done, text, nodes: box.rest, line };
  }
  const marked = markedNodes(nodes);
  return marked === undefined || NOTHING.test(marked.text)
    ? undefined
    : { ...marked, done: false, nodes: [...nodes], line };
}

/**
 * What a paragraph that is nothing but a label says of the list behind it: `Action items:`. Without a colon it has to be
 * set in bold, as a line that is meant for a heading.
 */
export function labelOf(block: Element): 'decision' | 'action' | undefined {
  if (block.tagName !== 'p') return undefined;
  const [only] = block.children;
  const isBold = block.children.length === 1 && isElement(only!) && only.tagName === 'strong';
  const text = textOf(block.children).trim();
  return isBold || text.endsWith(':') ? kindBelow(text) : undefined;
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
): Outcome[] {
  const ofHeading = under === 'agenda' ? undefined : under;
  const found: Outcome[] = [];
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
      const text = textOf(part.nodes);
      const given = item && isAssigned(text, isPresent) ? (kind ?? 'action') : kind;
      // Under a heading, what is to be done stands in a list; what was decided may be a sentence.
      if (given === undefined || !(item || given === 'decision') || NOTHING.test(text)) continue;
      found.push({ kind: given, done: false, text, nodes: part.nodes, line: part.line });
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
        const below = lists.length > 0 ? kindBelow(textOf(own).trim()) : undefined;
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
      if (!NOTHING.test(row.text)) found.push({ kind: 'action', ...row });
    }
  }
  return found;
}
