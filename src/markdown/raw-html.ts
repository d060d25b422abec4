import type { Code, Heading, Html, List, Nodes, Paragraph, Root, Table, Text } from 'mdast';

import { flattenBlock, flattenInline, isBlank } from './flatten-html.ts';
import { cutAtBlocks } from './html-blocks.ts';
import { makeCode } from './html-code.ts';
import { type HtmlStretch, cutAtHeadings } from './html-headings.ts';
import { makeList } from './html-lists.ts';
import { wrapPair } from './html-pairs.ts';
import { makeTable } from './html-tables.ts';
import { partsOfHtml } from './html-tags.ts';
import { walkMarkdown } from './walk.ts';

/** Elements that do nothing by an opening tag alone in the midst of a sentence, so that it is spoken of. */
const spokenOf = new Set(
  (
    'a article aside audio body button canvas details dialog div fieldset footer form frame head header ' +
    'html iframe img input label link main map meta nav object picture script section select slot source ' +
    'span style summary svg table template textarea title track video'
  ).split(' '),
);

const bareTag = /^<([a-z][a-z\d]*)\s*\/?>$/i;

/** An end tag and nothing else. */
const endTag = /^\s*<\/[^<>]*>\s*$/;

const isBreak = ({ value }: Html): boolean => /^<br(?![\w.:-])[^<>]*>$/i.test(value.trim());
const textOf = ({ value, position }: Html): Text => ({ type: 'text', value, position });

/** The place of what stands some lines below the start of a piece of raw HTML. */
function placeBelow({ position }: Html, lines: number): Html['position'] {
  if (position === undefined || lines === 0) return position;
  const start = { ...position.start, line: position.start.line + lines, column: 1 };
  return { start, end: position.end };
}

type Block = Code | Heading | List | Paragraph | Table;

/** What a block of raw HTML becomes: headings, tables, lists, code, and a paragraph for what stands between them. */
function blocksOf(
  node: Html,
  canShow: (url: string) => boolean,
): { blocks: Block[]; dropped: string | undefined } {
  let dropped: string | undefined;
  const flatten = (
    parts: HtmlStretch['parts'],
    line: number,
    depth?: Heading['depth'],
  ): Block[] => {
    const position = placeBelow(node, line);
    const flattened = flattenBlock(parts, { inHeading: depth !== undefined, canShow, position });
    dropped ??= flattened.dropped;
    const children = flattened.nodes;
    if (children.length === 0) return [];
    const own = position && { start: position.start, end: position.start };
    return depth === undefined
      ? [{ type: 'paragraph', children, position }]
      : [{ type: 'heading', depth, children, position: own }];
  };
  const between = ({ parts, line: start }: HtmlStretch): Block[] =>
    cutAtBlocks(parts, start).flatMap((stretch): Block[] => {
      if ('parts' in stretch) return flatten(stretch.parts, stretch.line);
      const surroundings = { inHeading: false, canShow };
      const placeOf = (line: number): Html['position'] => placeBelow(node, line);
      if ('code' in stretch) return [makeCode(stretch.code, placeOf(stretch.line))];
      const made =
        'rows' in stretch
          ? makeTable(stretch.rows, surroundings, placeOf)
          : makeList(stretch.list, surroundings, placeOf);
      dropped ??= made.dropped;
      return [made.block];
    });
  const blocks = cutAtHeadings(partsOfHtml(node.value)).flatMap((stretch) =>
    stretch.depth === undefined
      ? between(stretch)
      : flatten(stretch.parts, stretch.line, stretch.depth),
  );
  return { blocks, dropped };
}

/** The names of the elements that a sentence closes somewhere. */
function closedIn(children: readonly Nodes[]): Set<string> {
  return new Set(
    children.flatMap((node) => {
      const name = node.type === 'html' ? /^<\/([a-z][a-z\d]*)/i.exec(node.value)?.[1] : undefined;
      return name === undefined ? [] : [name.toLowerCase()];
    }),
  );
}

/** Passes on what was left out of passages, but for the end of what was passed on before, within the same parent. */
function withoutEnds(
  report: (node: Html, tag: string) => void,
): (node: Html, parent: Nodes, dropped: string | undefined) => void {
  const told = new Map<Nodes, Set<string>>();
  return (node, parent, dropped) => {
    if (dropped === undefined) return;
    const begun = told.get(parent) ?? new Set();
    if (!(endTag.test(node.value) && begun.has(dropped))) report(node, dropped);
    told.set(parent, begun.add(dropped));
  };
}

/** Tells whether a node stands within another of a type, of those that a walk has come by. */
function enclosing(): {
  pass: (node: Nodes) => void;
  isWithin: (node: Nodes, type: string) => boolean;
} {
  // Where the last one of each type ends.
  const ends = new Map<string, number>();
  return {
    pass: ({ type, position }) => {
      if (!/^(?:heading|link|linkReference|strong|emphasis|delete)$/.test(type)) return;
      const kind = type === 'linkReference' ? 'link' : type;
      ends.set(kind, Math.max(ends.get(kind) ?? 0, position?.end.offset ?? 0));
    },
    isWithin: ({ position }, type) => (position?.start.offset ?? 0) < (ends.get(type) ?? 0),
  };
}

/**
 * Turns raw HTML in a note into what Markdown has for it, in place; nothing of it reaches the page as markup. That is
 * its text, headings, links, pictures, line breaks and what is bold, slanted or struck out, all of which are settled and
 * sanitised as if they had been written in Markdown. A tag that a sentence only names (`it is a <div> now`), with
 * nothing in it and no end, stays as written. `canShow` tells whether a picture stands beside the note.
 * Calls `report` with each passage from which other tags were left out, but for the end of what it was called with
 * before.
 */
export function flattenRawHtml(
  tree: Root,
  canShow: (url: string) => boolean,
  report: (node: Html, tag: string) => void,
): void {
  const tell = withoutEnds(report);
  const around = enclosing();
  // What each sentence closes, as it was before the first of its tags was taken out.
  const closed = new Map<Nodes, Set<string>>();
  walkMarkdown(tree, (node, index, parent) => {
    around.pass(node);
    if (node.type !== 'html' || parent === undefined) return undefined;
    const replace = (replacement: readonly Nodes[]): number => {
      (parent.children as Nodes[]).splice(index, 1, ...replacement);
      return index + replacement.length;
    };
    if (parent.type === 'root' || parent.type === 'listItem' || parent.type === 'blockquote') {
      const { blocks, dropped } = blocksOf(node, canShow);
      tell(node, parent, dropped);
      return replace(blocks);
    }
    const names = closed.get(parent) ?? closedIn(parent.children);
    closed.set(parent, names);
    const isWithin = (type: string): boolean => around.isWithin(node, type);
    if (wrapPair(parent, index, isWithin) !== undefined) return index;
    // In a heading a tag that is spoken of stays away, as on GitHub, whose anchors do not have it.
    const inHeading = isWithin('heading');
    const name = inHeading ? undefined : bareTag.exec(node.value)?.[1]?.toLowerCase();
    const isNamed = name !== undefined && spokenOf.has(name) && !names.has(name);
    const { nodes, dropped } = isNamed
      ? { nodes: [textOf(node)], dropped: undefined }
      : flattenInline(node.value, { inHeading, canShow, position: node.position });
    tell(node, parent, dropped);
    // Only a cell has no other way to hold lines; at its ends they say nothing.
    const canBreak =
      parent.type === 'tableCell' &&
      !isBlank(parent.children[index - 1]) &&
      index < parent.children.length - 1;
    return replace(
      nodes.filter((one) => {
        if (one.type === 'link') return !isWithin('link');
        return one.type !== 'break' || isBreak(node) || canBreak;
      }),
    );
  });
  walkMarkdown(tree, (node, index, parent) => {
    if (node.type !== 'paragraph' || node.children.length > 0) return undefined;
    parent?.children.splice(index, 1);
    return index;
  });
}
