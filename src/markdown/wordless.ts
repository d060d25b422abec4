import type { Element, Nodes, Parents, Root } from 'hast';

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

/** Takes the heads of tables in which no column has a name out of a tree, in place: they would be an empty row. */
export function dropWordlessHeads(tree: Root): void {
  walkHtml(tree, (node, index, parent) => {
    if (node.type !== 'element' || node.tagName !== 'thead' || !isWordless(node)) return undefined;
    if (firstIn(node, ['a', 'img']) !== undefined) return 'skip';
    parent?.children.splice(index, 1);
    return index;
  });
}

/**
 * Names a link without words by where it leads, in place, as nobody could hear or follow it; a picture in it says that.
 * One right before a link to the same address, as converters leave them (`[](address)address`), goes.
 */
export function nameWordlessLink(link: Element, address: string, parent: Parents): void {
  if (!isWordless(link)) return;
  const picture = firstIn(link, ['img']);
  const at = parent.children.indexOf(link);
  const next = parent.children[at + 1];
  const isSaid = next?.type === 'element' && next.properties['href'] === address;
  const name = address.replace(/^mailto:([^?]*).*/i, '$1');
  if (picture !== undefined) picture.properties['alt'] = name;
  else if (isSaid) parent.children.splice(at, 1);
  else link.children = [{ type: 'text', value: name, position: link.position }];
}
