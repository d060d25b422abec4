import type { Root } from 'hast';

import { directionOf, hasRightToLeft } from '../archive/text/direction.ts';
import { plainText } from '../archive/text/plain-text.ts';
import { walkHtml } from './walk.ts';

const blocks = new Set(['p', 'ul', 'ol', 'blockquote', 'table', 'th', 'td']);

/**
 * Has each block of a note with letters from right to left run as its own text does; in place. A browser asked for it
 * by `dir=auto` passes over what has a `dir` itself, and so over the items of most lists.
 */
export function tellDirections(tree: Root, source: string): void {
  if (!hasRightToLeft(source)) return;
  walkHtml(tree, (node) => {
    if (node.type !== 'element' || !blocks.has(node.tagName)) return;
    const direction = directionOf(plainText(node));
    if (direction !== undefined) node.properties['dir'] = direction;
  });
}
