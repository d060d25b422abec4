import type { Root } from 'mdast';

import { bulletOf, mayHoldBullets } from '../archive/note/bullets.ts';
import { paragraphLines } from './paragraph-lines.ts';
import { walkMarkdown } from './walk.ts';

/** A list that was meant; lines and columns count from 1. */
export interface UnmarkedList {
  position: { start: { line: number; column: number } };
  /** The character that its first item begins with, or `[ ]`; the number of one that no font but Word's shows. */
  sign: string;
}

const shownSign = (sign: string): string =>
  sign.replace(/\p{Co}/u, (one) => `U+${one.charCodeAt(0).toString(16).toUpperCase()}`);

/** One such line may be a part of something else. */
const fewestItems = 2;

/**
 * Paragraphs several of whose lines begin with a bullet character (`• `) or a box (`[ ] `), as lists do that were copied
 * as text out of Google Docs, Word or Dropbox Paper: to Markdown they are no items, and run together.
 */
export function findUnmarkedLists(tree: Root, source: string): UnmarkedList[] {
  const found: UnmarkedList[] = [];
  if (!mayHoldBullets(source)) return found;
  walkMarkdown(tree, (node) => {
    if (node.type !== 'paragraph') return;
    const items = paragraphLines(node, source).flatMap(({ text, line, column }) => {
      const sign = bulletOf(text);
      return sign === undefined
        ? []
        : [{ position: { start: { line, column } }, sign: shownSign(sign) }];
    });
    const [first] = items;
    if (first !== undefined && items.length >= fewestItems) found.push(first);
  });
  return found;
}
