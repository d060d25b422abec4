import type { Element, Root } from 'hast';

import { isElement, lineOf } from '../text/element.ts';
import { inlineText } from './inline-text.ts';

/** A heading of a note as it was written. */
export interface Heading {
  element: Element;
  /** Its anchor. */
  id: string;
  depth: number;
  /** In one line. */
  text: string;
  line: number;
}

/** The headings that stand at the outermost level of a note's tree, in their order. */
export function findHeadings(tree: Root): Heading[] {
  return tree.children.filter(isElement).flatMap((element) => {
    const depth = /^h([1-6])$/.exec(element.tagName)?.[1];
    if (depth === undefined) return [];
    const id = String(element.properties['id'] ?? '');
    const text = inlineText([element]);
    return [{ element, id, depth: Number(depth), text, line: lineOf(element) }];
  });
}

/** A heading and its place among the sections of its note. */
export interface NestedHeading {
  heading: Heading;
  /** Id of the heading that it stands under. */
  parent: string | undefined;
  level: number;
}

/**
 * Where each heading but the title stands, `elements` being all that stands at its level: nested below the
 * page's own heading, without jumps.
 */
export function nestHeadings(
  headings: readonly Heading[],
  title: Heading | undefined,
  elements: readonly Element[],
): Map<Element, NestedHeading> {
  const later = headings.filter((heading) => heading !== title);
  // One more first-level heading after the title is a slip of the pen; several are a structure, as is one that
  // stands right over a lower heading: a second meeting of the day.
  const [first, ...others] = later.filter(({ depth }) => depth === 1);
  const below = first && elements[elements.indexOf(first.element) + 1];
  const isOver = later.some(({ element, depth }) => element === below && depth > 1);
  const slip = title?.depth === 1 && others.length === 0 && !isOver;
  const open: { depth: number; id: string }[] = [];
  const nested = new Map<Element, NestedHeading>();
  for (const heading of later) {
    const { element, id, depth } = heading;
    const shown = slip && depth === 1 ? 2 : depth;
    while ((open.at(-1)?.depth ?? 0) >= shown) open.pop();
    const parent = open.at(-1)?.id;
    open.push({ depth: shown, id });
    nested.set(element, { heading, parent, level: Math.min(open.length + 1, 6) });
  }
  return nested;
}
