import type { Element, Root } from 'hast';

import { isHeading } from './heading-ids.ts';
import { walkHtml } from './walk.ts';

/**
 * Sets the headings of the outermost level in one line, in place: contents, titles and citations name a section by what
 * its heading says, and a break within it is no part of that.
 */
export function joinHeadingLines(tree: Root): void {
  for (const heading of tree.children.filter(isHeading)) {
    walkHtml(heading, (node, index, parent) => {
      if (node.type === 'text') node.value = node.value.replace(/\n/g, ' ');
      if (node.type !== 'element' || node.tagName !== 'br') return undefined;
      // The line end that follows a break becomes the space in place of it.
      (parent as Element).children.splice(index, 1);
      return index;
    });
  }
}
