import type { Block } from '../meeting.ts';
import { onceForLatest } from '../once-for.ts';
import type { ReferenceKey } from '../references/reference.ts';
import { directionOf } from '../text/direction.ts';
import {
  type PrintedElement,
  type PrintedLine,
  type PrintedNode,
  linesOf,
  printParsed,
  referenceOf,
} from '../text/printed.ts';
import type { Discussion } from './passage.ts';
import type { Routine } from './routine.ts';
import { isBare } from './said.ts';

/** A longer paragraph is cut around the mention. */
const longestLine = 700;
/** What is added from around a passage, all together. */
const longestContext = 600;

// The pages of the references that a block names ask for it one after the other, and so do those of their neighbours.
const mostRemembered = 1_000;
const linesOfBlock = onceForLatest(mostRemembered, ({ html }: Block) => linesOf(html));

/** How many characters of a line's text a part of character data is: one where it is a character reference. */
const lengthOf = (part: string): number => (part.startsWith('&') ? 1 : part.length);

/**
 * The part [from, to) of printed nodes by the characters of their line's text, where the spaces between two words are
 * one, also across elements; in what is kept they stay as many, for code. Elements stay whole in kind.
 */
function slice(nodes: readonly PrintedNode[], from: number, to: number): PrintedNode[] {
  let at = 0;
  let spaced = true;
  const space = (): void => {
    if (!spaced) at += 1;
    spaced = true;
  };
  const walk = (inner: readonly PrintedNode[]): PrintedNode[] =>
    inner.flatMap((node): PrintedNode[] => {
      if (typeof node !== 'string') {
        if (node.tag === 'br' || node.tag === 'p') space();
        const start = at;
        const children = walk(node.children);
        const outside = start >= to || (at <= from && start < from);
        return outside || (children.length === 0 && node.children.length > 0)
          ? []
          : [{ ...node, children }];
      }
      const parts = node.match(/&[#\w]+;|\s+|\S/gu) ?? [];
      const kept = parts.filter((part) => {
        const inside = at >= from && at < to;
        if (/\s/.test(part)) {
          space();
        } else {
          at += lengthOf(part);
          spaced = false;
        }
        return inside;
      });
      return kept.length === 0 ? [] : [kept.join('')];
    });
  return walk(nodes);
}

/** A line's nodes, cut to a readable length around its first mention of the reference. */
function cut(line: PrintedLine, reference: ReferenceKey | undefined): PrintedNode[] {
  const { text, nodes } = line;
  if (text.length <= longestLine) return nodes;
  const mention = line.references.find(({ key }) => key === reference);
  const wanted = mention === undefined ? 0 : Math.max(0, mention.end - longestLine * 0.6);
  const before = wanted === 0 ? 0 : text.lastIndexOf(' ', wanted) + 1;
  const after = text.lastIndexOf(' ', before + longestLine);
  const end = text.length - before <= longestLine || after <= before ? text.length : after;
  return [
    ...(before > 0 ? ['… '] : []),
    ...slice(nodes, before, end),
    ...(end < text.length ? ['…'] : []),
  ];
}

/** Puts `<mark>` around every link to the reference. */
function mark(nodes: readonly PrintedNode[], reference: ReferenceKey | undefined): PrintedNode[] {
  return nodes.map((node): PrintedNode => {
    if (typeof node === 'string') return node;
    if (reference !== undefined && referenceOf(node) === reference) {
      return { tag: 'mark', open: '<mark>', children: [node] };
    }
    const inner: PrintedElement = { ...node, children: mark(node.children, reference) };
    // An id stands once on a page, and not where a passage is quoted.
    return { ...inner, open: inner.open.replace(/ (?:id|data-footnote-[a-z]+)="[^"]*"/g, '') };
  });
}

/**
 * Prints chosen lines of a block: list items as a list, nested as they were. A list says its direction where it
 * runs unlike what is around it, as its marks stand on the side where its lines begin.
 */
function printLines(
  lines: readonly PrintedLine[],
  chosen: ReadonlySet<number>,
  reference: ReferenceKey | undefined,
): string {
  const inner = (line: PrintedLine): string =>
    printParsed(mark(cut(line, reference), reference)).trim();
  const items = (parent: number | undefined, around: 'ltr' | 'rtl' = 'ltr'): string => {
    const own = [...chosen].filter(
      (index) => lines[index]?.item && lines[index]?.parent === parent,
    );
    if (own.length === 0) return '';
    const direction = directionOf(own.map((index) => lines[index]!.text).join(' ')) ?? around;
    const printed = own.map(
      (index) => `<li>${inner(lines[index]!)}${items(index, direction)}</li>`,
    );
    const open = direction === around ? '<ul>' : `<ul dir="${direction}">`;
    return `${open}${printed.join('')}</ul>`;
  };
  const paragraphs = [...chosen].filter((index) => lines[index]?.item === false);
  return paragraphs.map((index) => `<p>${inner(lines[index]!)}</p>`).join('') + items(undefined);
}

/** The mentioning lines, the items they stand under, and what stands under them. */
function choose(lines: readonly PrintedLine[], mentioning: readonly number[]): Set<number> {
  const chosen = new Set<number>();
  let room = longestContext;
  for (const index of mentioning) {
    for (let at: number | undefined = index; at !== undefined; at = lines[at]?.parent)
      chosen.add(at);
  }
  const wanted = new Set(mentioning);
  for (const [index, { parent, text }] of lines.entries()) {
    if (parent === undefined || !wanted.has(parent) || chosen.has(index)) continue;
    room -= text.length;
    if (room < 0) break;
    wanted.add(index);
    chosen.add(index);
  }
  return new Set([...chosen].sort((a, b) => a - b));
}

/** A block as context: its first lines, as many as there is room for. */
function asContext(block: Block, reference: ReferenceKey): string {
  const lines = linesOfBlock(block);
  let room = longestContext;
  const chosen = new Set<number>();
  for (const [index, { text, parent }] of lines.entries()) {
    room -= Math.min(text.length, longestLine);
    if (chosen.size > 0 && room < 0) break;
    if (parent === undefined || chosen.has(parent)) chosen.add(index);
  }
  return printLines(lines, chosen, reference);
}

const isTelling = (block: Block): boolean => linesOfBlock(block).some((line) => !isBare(line));

/** Whether a block can speak for another: words, not code, nothing that notes repeat. */
const canSpeak = (block: Block, routine: Routine): boolean =>
  (block.kind === 'text' || block.kind === 'list' || block.kind === 'table') &&
  !routine.isTemplateText(block.text) &&
  isTelling(block);

/** What was said around the mentions of a reference in one passage. */
export interface Excerpt {
  /**
   * Safe HTML of paragraphs and lists, links to notes still open (`completeLinks`), mentions in
   * `<mark>`; empty where the passage says nothing besides the reference.
   */
  html: string;
  /** Whether the heading of the section holds a mention. */
  inHeading: boolean;
}

/** What stands around a block, which tells which of its neighbours may speak for it. */
interface Around {
  blocks: readonly Block[];
  speaks: (block: Block) => boolean;
  isTemplate: (block: Block) => boolean;
}

/** A paragraph of fewer characters introduces the next one. */
const shortParagraph = 120;

/** Where the heading is all that names a reference: the first paragraph below it, and the next if that one is short. */
function speakingFirst({ blocks, speaks }: Around): number[] {
  const [first, second] = blocks.keys().filter((at) => speaks(blocks[at]!));
  if (first === undefined) return [];
  const isShort = blocks[first]!.text.length < shortParagraph;
  return second !== undefined && isShort ? [first, second] : [first];
}

/** The paragraphs that follow an item that is a list of its own, and the title of them. */
function titledBy(index: number, { blocks, speaks }: Around): number[] {
  const following: number[] = [];
  let room = longestContext;
  for (const [at, block] of blocks.entries().drop(index + 1)) {
    if (block.kind !== 'text' || !speaks(block) || room <= 0) break;
    room -= block.text.length;
    following.push(at);
  }
  return following;
}

/** The blocks after one that is only the reference, else the one before it, that say what it was about. */
function speakingFor(index: number, { blocks, speaks }: Around): number[] {
  const [next, further] = blocks
    .keys()
    .drop(index + 1)
    .filter((at) => speaks(blocks[at]!));
  if (next === undefined) {
    const previous = blocks.slice(0, index).findLastIndex(speaks);
    return previous < 0 ? [] : [previous];
  }
  const isShort = blocks[next]!.text.length < shortParagraph;
  return further !== undefined && isShort ? [next, further] : [next];
}

/** The blocks that are told beside one that mentions a reference in its lines `chosen`. */
function beside(
  index: number,
  lines: readonly PrintedLine[],
  chosen: ReadonlySet<number>,
  around: Around,
): number[] {
  const before = around.blocks[index - 1];
  const isParagraph = before?.kind === 'text';
  const introduced = isParagraph && /[:：]$/.test(before.text.trim());
  const follows = isParagraph && around.speaks(before);
  const isList = lines.some(({ item }) => item);
  const bare = [...chosen].every((at) => isBare(lines[at]!));
  const told = introduced && !around.isTemplate(before) ? [index - 1] : [];
  // An item alone, with nothing before it that it belongs to, is the title of what follows.
  if (isList && lines.length === 1 && !introduced && !(bare && follows)) {
    told.push(...titledBy(index, around));
  }
  if (bare && isList && follows) told.push(index - 1);
  if (bare && !isList) told.push(...speakingFor(index, around));
  return told;
}

/**
 * What was said around a reference in one passage: every paragraph, list item and table row that
 * holds it, with the items above and below it in the list; of an item that is a list of its own, the
 * paragraphs that follow. Where such a passage is only the reference, as many are, the blocks after
 * it (else those before it) say what it was about.
 */
export function excerptOf(
  { meeting, section, mentions }: Discussion,
  reference: ReferenceKey,
  routine: Routine,
): Excerpt {
  const blocks = section?.blocks ?? meeting.opening;
  const around: Around = {
    blocks,
    speaks: (block) => canSpeak(block, routine),
    isTemplate: ({ text }) => routine.isTemplateText(text),
  };
  const parts = new Map<number, string>();
  const widen = (at: number): void => {
    if (!parts.has(at)) parts.set(at, asContext(blocks[at]!, reference));
  };
  const mentioned = [...new Set(mentions.flatMap(({ block }) => block ?? []))].sort(
    (a, b) => a - b,
  );
  if (mentioned.length === 0) speakingFirst(around).forEach(widen);
  for (const index of mentioned) {
    const block = blocks[index];
    if (block === undefined) continue;
    const lines = linesOfBlock(block);
    const mentioning = [...lines.keys()].filter((at) =>
      lines[at]!.references.some(({ key }) => key === reference),
    );
    const chosen = choose(lines, mentioning);
    parts.set(index, printLines(lines, chosen, reference));
    beside(index, lines, chosen, around).forEach(widen);
  }
  const html = [...parts]
    .sort((a, b) => a[0] - b[0])
    .map(([, part]) => part)
    .join('');
  return { html, inHeading: mentions.some(({ block }) => block === undefined) };
}
