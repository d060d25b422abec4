import type { Element, ElementContent } from 'hast';

import { isElement } from '../text/element.ts';
import { plainText } from '../text/plain-text.ts';
import { blockKindOf } from './block-kind.ts';
import type { Print } from './note-input.ts';

const passages = new Set(['p', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Whether the words around a mention end with an element: a paragraph, list item, table row or heading. */
export const isPassage = ({ tagName }: Element): boolean => passages.has(tagName);

/** Longer passages are cut around the mention: one that names hundreds would be repeated whole for each. */
const longestPassage = 4_000;
/** Plain text on either side of a mention in a passage that is cut. */
const wordsAround = 300;

/** What of a passage makes up an excerpt: no lists inside it, and the cells of a row in a line. */
function partsOf(passage: Element): ElementContent[] {
  if (passage.tagName !== 'tr') {
    return passage.children.filter((node) => !(isElement(node) && blockKindOf(node) !== undefined));
  }
  const cells = passage.children.filter(isElement);
  const separator: ElementContent = { type: 'text', value: ' · ' };
  return cells.flatMap((cell, index) =>
    index === 0 ? cell.children : [separator, ...cell.children],
  );
}

/** The words of a part of a passage, with the space that parts them from the next one. */
const wordsOf = (part: ElementContent): string =>
  part.type === 'text' ? part.value.replace(/\s+/g, ' ') : plainText(part);

/** The parts on one side of a mention, nearest first, as far as the words go. */
function cutParts(parts: readonly ElementContent[], fromEnd: boolean): ElementContent[] {
  const kept: ElementContent[] = [];
  let left = wordsAround;
  for (const part of fromEnd ? parts.toReversed() : parts) {
    const text = wordsOf(part);
    if (text.length > left) {
      const words = fromEnd ? text.slice(-left) : text.slice(0, left);
      kept.push({ type: 'text', value: fromEnd ? `…${words}` : `${words}…` });
      break;
    }
    kept.push(part);
    left -= text.length;
  }
  return fromEnd ? kept.reverse() : kept;
}

/** Whether a node is the arrow from a footnote back to its number, which leads nowhere outside of the note. */
const isWayBack = (node: ElementContent): boolean =>
  node.type === 'element' && node.properties['dataFootnoteBackref'] !== undefined;

/** Gives what prints the excerpt of a mention from its passage; a passage that holds several is printed once. */
export function excerptPrinter(print: Print): (passage: Element, mention: Element) => string {
  const printed = new Map<Element, string>();
  return (passage, mention) => {
    const known = printed.get(passage);
    if (known !== undefined) return known;
    const parts = partsOf(passage).filter((part) => !isWayBack(part));
    const whole = parts.reduce((sum, part) => sum + wordsOf(part).length, 0);
    if (whole <= longestPassage) {
      const html = print(parts).trim();
      printed.set(passage, html);
      return html;
    }
    const at = parts.indexOf(mention);
    // A mention inside emphasis, or in a list that is no part of the excerpt, speaks for itself.
    if (at < 0) return print([mention]);
    return print([
      ...cutParts(parts.slice(Math.max(0, at - 100), at), true),
      mention,
      ...cutParts(parts.slice(at + 1, at + 100), false),
    ]).trim();
  };
}
