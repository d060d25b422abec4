import type { Root } from 'hast';

import { hasRightToLeft } from '../archive/direction.ts';
import { walkHtml } from './walk.ts';

const blocks = new Set(['p', 'ul', 'ol', 'li', 'blockquote', 'th', 'td']);

/** Has each block of a note with letters from right to left run as its own text does; in place. */
export function tellDirections(tree: Root, source: string): void {
  if (!hasRightToLeft(source)) return;
  walkHtml(tree, (node) => {
    if (node.type === 'element' && blocks.has(node.tagName)) node.properties['dir'] = 'auto';
  });
}
