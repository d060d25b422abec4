import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';

import { isElement } from '../archive/text/element.ts';

/** What makes a definition more than words in a line. */
const BLOCK = /^(?:p|ul|ol|dl|table|pre|blockquote|div|section|h[1-6])$/;

const isLine = ({ children }: Element): boolean =>
  children.every((child) => !isElement(child) || (!BLOCK.test(child.tagName) && isLine(child)));

/** What is defined, and its definitions, of a list whose pairs may be held by boxes. */
const partsOf = (list: Element): Element[] =>
  list.children
    .filter(isElement)
    .flatMap((child) => (child.tagName === 'div' ? child.children.filter(isElement) : [child]));

/**
 * Turns lists of definitions that have one line for each word, as minutes of W3C begin with, into lists of labelled
 * items, in place: `Present: ann, bo`. Markdown has no other place for what stands beside a word.
 */
export function labelDefinitions(tree: Root): void {
  visit(tree, 'element', (list) => {
    if (list.tagName !== 'dl') return;
    const parts = partsOf(list);
    const arePairs = parts.every(
      (part, at) => part.tagName === (at % 2 === 0 ? 'dt' : 'dd') && isLine(part),
    );
    if (parts.length === 0 || parts.length % 2 === 1 || !arePairs) return;
    list.tagName = 'ul';
    list.children = parts.flatMap((term, at): Element[] => {
      const definition = parts[at + 1];
      if (at % 2 === 1 || definition === undefined) return [];
      const last = term.children.at(-1);
      const isLabel = last?.type === 'text' && /[:：]\s*$/.test(last.value);
      const between: ElementContent = { type: 'text', value: isLabel ? ' ' : ': ' };
      const children = [...term.children, between, ...definition.children];
      return [{ type: 'element', tagName: 'li', properties: {}, children }];
    });
  });
}
