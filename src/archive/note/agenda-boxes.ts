import type { Element, RootContent } from 'hast';

import { isElement, isList, ownNodes } from '../text/element.ts';
import { inlineText } from './inline-text.ts';
import { boxOf } from './task-box.ts';

const LEADING_DATE =
  /^\s*(?:\d{4}-\d\d-\d\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?(?:, \d{4})?)(?![\p{L}\p{N}])/iu;

const isReferenceLink = (node: RootContent): boolean =>
  isElement(node) && node.tagName === 'a' && node.properties['dataReference'] !== undefined;

/** A list of issues or pull requests, which is gone through again and again. */
const LIST_ADDRESS = /^https?:\/\/github\.com\/[^/?#]+\/[^/?#]+\/(?:issues|pulls)\/?(?:[?#].*)?$/i;

/** Whether the text of a box ends with the address of such a list. */
function isReviewOfList(nodes: readonly RootContent[]): boolean {
  const link = nodes.findLast(isElement);
  return link?.tagName === 'a' && LIST_ADDRESS.test(String(link.properties['href']));
}

/** Whether the text of a box is but the title or number of a pull request or issue, after a date perhaps. */
function isItemTitle(nodes: readonly RootContent[]): boolean {
  if (!nodes.some(isReferenceLink)) return false;
  const own = inlineText(nodes.filter((node) => !isReferenceLink(node)));
  return !/[\p{L}\p{N}]/u.test(own.replace(LEADING_DATE, ''));
}

/**
 * The items of a list whose boxes are those of an agenda, ticked as it is gone through: boxes that only name a
 * pull request or issue or end with a list of them, the boxes beside them where they are the most, and those above such
 * boxes.
 */
export function agendaBoxes(list: Element): Set<Element> {
  const items = list.children.filter(isElement);
  const boxed = items.filter((item) => boxOf(ownNodes(item)) !== undefined);
  const named = boxed.filter((item) => {
    const words = boxOf(ownNodes(item))?.rest ?? [];
    return (
      isItemTitle(words) ||
      isReviewOfList(words) ||
      item.children.some((child) => isElement(child) && isList(child) && isAgenda(child))
    );
  });
  return new Set(2 * named.length > boxed.length ? boxed : named);
}

/** Whether all boxes of a list, and there are some, are those of an agenda. */
function isAgenda(list: Element): boolean {
  const items = list.children.filter(isElement);
  const boxed = items.filter((item) => boxOf(ownNodes(item)) !== undefined);
  return boxed.length > 0 && agendaBoxes(list).size === boxed.length;
}
