import type { Html, Nodes, Root, Text } from 'mdast';

import { flattenBlock, flattenInline, isBlank } from './flatten-html.ts';
import { wrapPair } from './html-pairs.ts';
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

/** The names of the elements that a sentence closes somewhere. */
function closedIn(children: readonly Nodes[]): Set<string> {
  return new Set(
    children.flatMap((node) => {
      const name = node.type === 'html' ? /^<\/([a-z][a-z\d]*)/i.exec(node.value)?.[1] : undefined;
      return name === undefined ? [] : [name.toLowerCase()];
    }),
  );
}

/**
 * Turns raw HTML in a note into what Markdown has for it, in place; nothing of it reaches the page as markup. That is
 * its text, links, pictures, line breaks and what is bold, slanted or struck out, all of which are settled and
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
  // What each sentence closes, as it was before the first of its tags was taken out.
  const closed = new Map<Nodes, Set<string>>();
  // What was told of where it begins, beside what it ends.
  const told = new Map<Nodes, Set<string>>();
  // Where what is open now ends. In a heading a tag that is spoken of stays away, as on GitHub, whose anchors do not have it.
  const ends = new Map<string, number>();
  walkMarkdown(tree, (node, index, parent) => {
    const start = node.position?.start.offset ?? 0;
    const isWithin = (type: string): boolean => start < (ends.get(type) ?? 0);
    if (/^(?:heading|link|linkReference|strong|emphasis|delete)$/.test(node.type)) {
      const type = node.type === 'linkReference' ? 'link' : node.type;
      ends.set(type, Math.max(ends.get(type) ?? 0, node.position?.end.offset ?? 0));
    }
    if (node.type !== 'html' || parent === undefined) return undefined;
    const block =
      parent.type === 'root' || parent.type === 'listItem' || parent.type === 'blockquote';
    if (!block) {
      const names = closed.get(parent) ?? closedIn(parent.children);
      closed.set(parent, names);
      if (wrapPair(parent, index, isWithin) !== undefined) return index;
    }
    const inHeading = isWithin('heading');
    const name = block || inHeading ? undefined : bareTag.exec(node.value)?.[1]?.toLowerCase();
    const isNamed = name !== undefined && spokenOf.has(name) && !closed.get(parent)?.has(name);
    const surroundings = { inHeading, canShow, position: node.position };
    const { nodes, dropped } = isNamed
      ? { nodes: [textOf(node)], dropped: undefined }
      : (block ? flattenBlock : flattenInline)(node.value, surroundings);
    if (dropped !== undefined) {
      const begun = told.get(parent) ?? new Set();
      if (!(endTag.test(node.value) && begun.has(dropped))) report(node, dropped);
      told.set(parent, begun.add(dropped));
    }
    // Only a cell has no other way to hold lines; at its ends they say nothing.
    const canBreak =
      parent.type === 'tableCell' &&
      !isBlank(parent.children[index - 1]) &&
      index < parent.children.length - 1;
    const fitting = nodes.filter((one) => {
      if (one.type === 'link') return !isWithin('link');
      return one.type !== 'break' || block || isBreak(node) || canBreak;
    });
    const replacement: Nodes[] =
      block && fitting.length > 0
        ? [{ type: 'paragraph', children: fitting, position: node.position }]
        : fitting;
    (parent.children as Nodes[]).splice(index, 1, ...replacement);
    return index + replacement.length;
  });
  walkMarkdown(tree, (node, index, parent) => {
    if (node.type !== 'paragraph' || node.children.length > 0) return undefined;
    parent?.children.splice(index, 1);
    return index;
  });
}
