import type { Block } from '../meeting.ts';
import { onceForLatest } from '../once-for.ts';
import type { ReferenceKey } from '../references/reference.ts';
import { type PrintedLine, linesOf } from '../text/printed-lines.ts';
import { longestLine, printLines } from './excerpt-lines.ts';
import type { Discussion } from './passage.ts';
import type { Routine } from './routine.ts';
import { isBare } from './said.ts';

/** What is added from around a passage, all together. */
const longestContext = 600;

// The pages of the references that a block names ask for it one after the other, and so do those of their neighbours.
const mostRemembered = 1_000;
const linesOfBlock = onceForLatest(mostRemembered, ({ html }: Block) => linesOf(html));

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

/** The first of the blocks from one on that speak, and the next if that one only introduces it. */
function speakingFrom(from: number, { blocks, speaks }: Around): number[] {
  const [first, second] = blocks
    .keys()
    .drop(from)
    .filter((at) => speaks(blocks[at]!));
  if (first === undefined) return [];
  const introduces = blocks[first]!.text.length < shortParagraph;
  return second !== undefined && introduces ? [first, second] : [first];
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
function speakingFor(index: number, around: Around): number[] {
  const after = speakingFrom(index + 1, around);
  if (after.length > 0) return after;
  const previous = around.blocks.slice(0, index).findLastIndex(around.speaks);
  return previous < 0 ? [] : [previous];
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
  // The heading is all that names the reference: what stands first below it says what it was about.
  if (mentioned.length === 0) speakingFrom(0, around).forEach(widen);
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
