import type { Element, Root } from 'hast';
import type { Heading, Nodes, Root as Note } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

import { anchorsOfHeadings } from '../archive/text/heading-anchors.ts';
import { decodePercent } from '../archive/text/percent-encoding.ts';

/** Where the anchors of a web page stand: the offset of the heading that each is at or below. */
export interface PageAnchors {
  headings: ReadonlyMap<string, number>;
  /** Those of headings, and those that the page itself links: what others are likely to have linked. */
  known: ReadonlySet<string>;
}

/** What editors of documents put into every heading and comment, which nobody links from elsewhere. */
const OF_EDITOR = /^(?:_|(?:h|id|t|kix)\.|cmnt|ftnt)/;

const isHeading = ({ tagName }: Element): boolean => /^h[1-6]$/.test(tagName);

const anchorsOf = ({ tagName, properties: { id, name } }: Element): string[] =>
  [id, tagName === 'a' ? name : undefined].filter(
    (one): one is string => typeof one === 'string' && one !== '',
  );

/** Finds the anchors of a web page, each at the words that follow it, so that one right before a heading is of that. */
export function findAnchors(tree: Root): PageAnchors {
  const headings = new Map<string, number>();
  const known = new Set<string>();
  let waiting: string[] = [];
  let heading: number | undefined;
  visit(tree, (node) => {
    if (node.type === 'text' && node.value.trim() !== '') {
      for (const id of waiting) if (heading !== undefined) headings.set(id, heading);
      waiting = [];
    }
    if (node.type !== 'element') return undefined;
    if (/^(?:style|script|title|noscript)$/.test(node.tagName)) return SKIP;
    const own = anchorsOf(node);
    waiting.push(...own);
    if (isHeading(node)) {
      heading = node.position?.start.offset;
      for (const id of own) known.add(id);
    }
    const href = String(node.properties['href'] ?? '');
    if (href.startsWith('#')) known.add(decodePercent(href.slice(1)));
    return undefined;
  });
  return { headings, known: new Set([...known].filter((id) => !OF_EDITOR.test(id))) };
}

/** The text of a heading as its anchor is made from it. */
const textOf = (node: Nodes): string =>
  'children' in node
    ? node.children.map(textOf).join('')
    : node.type === 'text' || node.type === 'inlineCode'
      ? node.value
      : '';

/** The anchors that the headings of a note will have, by their offsets in the page that it was made of. */
function newAnchors(note: Note): Map<number, string> {
  const headings: Heading[] = [];
  visit(note, 'heading', (heading) => void headings.push(heading));
  const anchors = anchorsOfHeadings(headings.map((heading) => textOf(heading).trim()));
  return new Map(
    headings.flatMap(({ position }, at): [number, string][] => {
      const anchor = anchors[at];
      return position?.start.offset === undefined || !anchor
        ? []
        : [[position.start.offset, anchor]];
    }),
  );
}

/**
 * Has the links of a page to its own anchors lead to the headings of the note that was made of it, in place. Gives the
 * anchors that others may have linked, each with that of the heading which is now in place of it.
 */
export function settleAnchors(note: Note, { headings, known }: PageAnchors): Map<string, string> {
  const anchors = newAnchors(note);
  const now = (id: string): string | undefined => {
    const offset = headings.get(id);
    return offset === undefined ? undefined : anchors.get(offset);
  };
  visit(note, 'link', (link) => {
    const anchor = link.url.startsWith('#') ? now(decodePercent(link.url.slice(1))) : undefined;
    if (anchor !== undefined) link.url = `#${anchor}`;
  });
  // One that a heading of the note has is no longer free.
  const taken = new Set(anchors.values());
  return new Map(
    [...known].flatMap((id): [string, string][] => {
      const anchor = now(id);
      return anchor === undefined || taken.has(id) ? [] : [[id, anchor]];
    }),
  );
}
