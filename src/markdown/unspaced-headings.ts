import type { Nodes, Paragraph, Root } from 'mdast';

import { walkMarkdown } from './walk.ts';

/** A line that was meant as a heading; lines and columns count from 1. */
export interface UnspacedHeading {
  position: { start: { line: number; column: number } };
  /** The line as it stands. */
  text: string;
}

/**
 * Two to six marks right before what a heading starts with, or any before a space that is none to Markdown; `##[error]`
 * of a log and `##!` are no headings. A small letter may be that of a channel (`##rust`).
 */
const UNSPACED =
  /^ {0,3}(?:#{2,6}(?=[*_]{0,3}[\p{Lu}\p{Lo}\p{N}]|\p{Extended_Pictographic})(?!#)|#{1,6}(?=\u00a0+\S))/u;
const SMALL = /^ {0,3}#{2,6}(?=\p{Ll}[^[\n]*$)/u;
/** One mark alone begins `#hashtag` and `#123` too: as the first words of a note, in a capital, it is its title. */
const TITLE = /^ {0,3}#(?=\p{Lu})/u;

/** Whether code or an address goes on at an offset, so that no line of the paragraph begins there. */
function isWithin(paragraph: Paragraph, offset: number): boolean {
  let within = false;
  walkMarkdown(paragraph, (node: Nodes) => {
    if (node.type !== 'inlineCode' && node.type !== 'link') return;
    const { start, end } = node.position ?? {};
    within ||= (start?.offset ?? 0) < offset && offset < (end?.offset ?? 0);
  });
  return within;
}

/**
 * Lines that were meant as headings, but are text to CommonMark (4.2) because no space stands between the marks
 * and the words. Lists, quotations and code are passed over.
 */
export function findUnspacedHeadings(tree: Root, source: string): UnspacedHeading[] {
  const found: UnspacedHeading[] = [];
  for (const [index, node] of tree.children.entries()) {
    const { start, end } = node.position ?? {};
    if (node.type !== 'paragraph' || start === undefined || end === undefined) continue;
    let offset = start.offset ?? 0;
    const lines = source.slice(offset, end.offset ?? offset).split('\n');
    for (const [at, line] of lines.entries()) {
      const isOne =
        UNSPACED.test(line) ||
        (lines.length === 1 && (SMALL.test(line) || (index === 0 && TITLE.test(line))));
      if (isOne && !isWithin(node, offset)) {
        const column = at === 0 ? start.column : 1 + line.search(/\S/);
        found.push({ position: { start: { line: start.line + at, column } }, text: line.trim() });
      }
      offset += line.length + 1;
    }
  }
  return found;
}
