import type { Element, ElementContent, Nodes } from 'hast';

/** Whether a node of HTML is an element. */
export const isElement = (node: Nodes): node is Element => node.type === 'element';

/** The line of the note in which a node begins; the first for one that was made. */
export const lineOf = (node: Nodes): number => node.position?.start.line ?? 1;

/** Whether an element is a list, numbered or not. */
export const isList = ({ tagName }: Element): boolean => tagName === 'ul' || tagName === 'ol';

/** What an element, such as a list item, holds besides the lists in it. */
export const besidesLists = (element: Element): ElementContent[] =>
  element.children.filter((child) => !(isElement(child) && isList(child)));

/** What a list item says itself, without the lists below it and out of the paragraphs that a loose list has. */
export const ownNodes = (item: Element): ElementContent[] =>
  besidesLists(item).flatMap((child) =>
    isElement(child) && child.tagName === 'p' ? child.children : [child],
  );
