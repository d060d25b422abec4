import type { Element, Nodes, Root } from 'hast';

import { plainText } from '../archive/text/plain-text.ts';
import { isHeading } from './heading-ids.ts';
import { walkHtml } from './walk.ts';

const isWordless = ({ children }: Element): boolean => plainText({ type: 'root', children }) === '';

/** The first element of a name in a node, if it holds one. */
function firstIn(node: Nodes, names: readonly string[]): Element | undefined {
  let first: Element | undefined;
  walkHtml(node, (inner) => {
    if (inner.type === 'element' && inner !== node && names.includes(inner.tagName))
      first ??= inner;
  });
  return first;
}

/**
 * Takes headings without words out of a tree, in place: contents, lists and citations would name their sections by
 * nothing. A link or a picture in one is kept, as a paragraph.
 */
export function dropWordlessHeadings(tree: Root): void {
  walkHtml(tree, (node, index, parent) => {
    if (!isHeading(node) || !isWordless(node)) return undefined;
    if (firstIn(node, ['a', 'img']) === undefined) {
      parent?.children.splice(index, 1);
      return index;
    }
    node.tagName = 'p';
    return 'skip';
  });
}

/** Names a link without words by where it leads, in place, as nobody could hear or follow it; a picture in it says that. */
export function nameWordlessLink(link: Element, address: string): void {
  if (!isWordless(link)) return;
  const name = address.replace(/^mailto:([^?]*).*/i, '$1');
  const picture = firstIn(link, ['img']);
  if (picture !== undefined) picture.properties['alt'] = name;
  else link.children = [{ type: 'text', value: name, position: link.position }];
}
