import type { Blockquote, Html, Nodes, Root } from 'mdast';

import { walkMarkdown } from './walk.ts';

const OPENING = /^\s*<blockquote(?:\s[^<>]*)?>/i;
const CLOSING = /<\/blockquote\s*>\s*$/i;
const EITHER = /<\/?blockquote\b/gi;

/** Where paragraphs may stand. */
const holders = new Set(['root', 'listItem', 'blockquote']);

/** A piece of raw HTML without a tag at its start or end; none where that was all of it. */
function withoutTag(html: Html, tag: RegExp): Html[] {
  const value = html.value.replace(tag, '').trim();
  if (value === '') return [];
  const { position } = html;
  const before = html.value.slice(0, html.value.indexOf(value)).split('\n').length - 1;
  const start = position && { ...position.start, line: position.start.line + before };
  return [{ ...html, value, ...(position && start && { position: { ...position, start } }) }];
}

/**
 * Which of the children of a node ends the quotation that the one at `index` opens; none where it holds another one, or
 * a heading, which has an anchor of its own.
 */
function endOf(children: readonly Nodes[], index: number): number | undefined {
  let tags = 0;
  for (let end = index; end < children.length && tags < 2; end += 1) {
    const child = children[end];
    if (child?.type === 'heading') return undefined;
    if (child?.type !== 'html') continue;
    tags += child.value.match(EITHER)?.length ?? 0;
    if (tags === 2 && CLOSING.test(child.value) && !/<h[1-6]\b/i.test(child.value)) return end;
  }
  return undefined;
}

/**
 * Makes the quotations of raw HTML (`<blockquote>`) those of Markdown, in place, be they one piece or a tag above what is
 * quoted and one below it; one that holds others or headings stays as it is.
 */
export function quoteHtml(tree: Root): void {
  walkMarkdown(tree, (node, index, parent) => {
    if (node.type !== 'html' || !OPENING.test(node.value)) return;
    if (parent === undefined || !holders.has(parent.type)) return;
    const children: Nodes[] = parent.children;
    const end = endOf(children, index);
    if (end === undefined) return;
    const last = children[end] as Html;
    const within =
      last === node
        ? withoutTag(node, OPENING).flatMap((html) => withoutTag(html, CLOSING))
        : [
            ...withoutTag(node, OPENING),
            ...children.slice(index + 1, end),
            ...withoutTag(last, CLOSING),
          ];
    const quotation: Blockquote = {
      type: 'blockquote',
      children: within as Blockquote['children'],
      position: node.position && last.position && { ...node.position, end: last.position.end },
    };
    children.splice(index, end - index + 1, quotation);
  });
}
