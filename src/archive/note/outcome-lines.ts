import type { RootContent } from 'hast';

import { isElement } from '../text/element.ts';
import { inlineText } from './inline-text.ts';
import { beginsAnew, markedNodes } from './outcome-marks.ts';
import { boxOf } from './task-box.ts';

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
export function partsOf(nodes: RootContent[], line: number): Line[] {
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
