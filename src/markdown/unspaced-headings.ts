import type { Root } from 'mdast';

import { paragraphLines } from './paragraph-lines.ts';

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

/** What any such line begins with; hardly a note has one. */
const BEGINNING = /^ {0,3}#{1,6}[^\s#]|^ {0,3}#{1,6}\u00a0/mu;

/**
 * Lines that were meant as headings, but are text to CommonMark (4.2) because no space stands between the marks
 * and the words. Lists, quotations and code are passed over.
 */
export function findUnspacedHeadings(tree: Root, source: string): UnspacedHeading[] {
  if (!BEGINNING.test(source)) return [];
  return tree.children.flatMap((node, index): UnspacedHeading[] => {
    if (node.type !== 'paragraph') return [];
    const isAlone = node.position?.start.line === node.position?.end.line;
    return paragraphLines(node, source)
      .filter(
        ({ text }) =>
          UNSPACED.test(text) ||
          (isAlone && (SMALL.test(text) || (index === 0 && TITLE.test(text)))),
      )
      .map(({ text, line, column }) => ({
        position: { start: { line, column } },
        text: text.trim(),
      }));
  });
}
