import type { Root } from 'mdast';

import { isBulletLine, mayHoldBullets } from '../archive/bullets.ts';
import { paragraphLines } from './paragraph-lines.ts';
import { walkMarkdown } from './walk.ts';

/** A list that was meant; lines and columns count from 1. */
export interface UnmarkedList {
  position: { start: { line: number; column: number } };
  /** The character that its first item begins with. */
  sign: string;
}

/** One such line may be a part of something else. */
const fewestItems = 2;

/**
 * Paragraphs several of whose lines begin with a bullet character (`• `), as lists do that were copied as text out of
 * Google Docs or Word: to Markdown they are no items, and run together.
 */
export function findUnmarkedLists(tree: Root, source: string): UnmarkedList[] {
  const found: UnmarkedList[] = [];
  if (!mayHoldBullets(source)) return found;
  walkMarkdown(tree, (node) => {
    if (node.type !== 'paragraph') return;
    const items = paragraphLines(node, source).filter(({ text }) => isBulletLine(text));
    const [first] = items;
    if (first === undefined || items.length < fewestItems) return;
    const { text, line, column } = first;
    found.push({ position: { start: { line, column } }, sign: text.trimStart().charAt(0) });
  });
  return found;
}
