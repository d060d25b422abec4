import type { Html, Nodes, Root } from 'mdast';

import { onceFor } from '../archive/once-for.ts';
import { preAt } from './html-code.ts';
import { type HtmlList, listAt } from './html-lists.ts';
import { type TableRows, tableAt } from './html-tables.ts';
import { type Tag, isParagraph } from './html-tags.ts';
import { walkMarkdown } from './walk.ts';

/** A table, a list, code, or parts of raw HTML with none of these among them; each with the line breaks before it. */
export type BlockStretch =
  | { line: number; rows: TableRows }
  | { line: number; list: HtmlList }
  | { line: number; code: string }
  | { line: number; parts: (string | Tag)[] };

/** The table, list or code that begins with a part, and which part is its last. */
function blockAt(
  parts: readonly (string | Tag)[],
  at: number,
): { stretch: BlockStretch; end: number } | undefined {
  const part = parts[at]!;
  if (typeof part === 'string' || part.isEnd) return undefined;
  const { name, line } = part;
  if (name === 'table') {
    const table = tableAt(parts, at);
    return table && { stretch: { rows: table.rows, line }, end: table.end };
  }
  if (name === 'pre') {
    const pre = preAt(parts, at);
    return pre && { stretch: { code: pre.words, line }, end: pre.end };
  }
  const found = name === 'ul' || name === 'ol' ? listAt(parts, at) : undefined;
  return found && { stretch: { list: found.list, line }, end: found.end };
}

/** Elements that could not go on in a further paragraph. */
const holders = /^(?:a|b|blockquote|del|details|em|i|s|strike|strong|summary)$/;

/**
 * Cuts a stretch of raw HTML, before which are so many line breaks, at the tables, lists, code and paragraphs in it. Its parts
 * stay in their order.
 */
export function cutAtBlocks(parts: readonly (string | Tag)[], line: number): BlockStretch[] {
  const stretches: BlockStretch[] = [];
  let between: (string | Tag)[] = [];
  let start = line;
  let held = 0;
  const goOn = (tag: Tag, ...blocks: BlockStretch[]): void => {
    stretches.push({ parts: between, line: start }, ...blocks);
    between = [];
    start = tag.line;
  };
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at]!;
    const block = blockAt(parts, at);
    if (block !== undefined) {
      at = block.end;
      goOn(parts[at] as Tag, block.stretch);
    } else if (typeof part !== 'string' && isParagraph(part) && held === 0) goOn(part);
    else between.push(part);
    if (typeof part !== 'string' && holders.test(part.name)) {
      held = Math.max(0, held + (part.isEnd ? -1 : 1));
    }
  }
  return [...stretches, { parts: between, line: start }];
}

const BLOCK_TAG = /<(\/?)(?:table|ul|ol)\b/gi;

/** How many more tables and lists a piece of raw HTML opens than it closes. */
function openIn({ value }: Html): number {
  let open = 0;
  for (const [, slash] of value.matchAll(BLOCK_TAG)) open += slash === '' ? 1 : -1;
  return open;
}

/** A list of more pieces stays as it is; what opens thousands and closes none would be gone through for each. */
const mostPieces = 1_000;

/**
 * Joins, in place, the pieces into which empty lines cut a table or a list of raw HTML (CommonMark 4.6); where Markdown
 * stands between them, they stay apart.
 */
export function joinPieces(tree: Root): void {
  const opensOf = onceFor(openIn);
  walkMarkdown(tree, (node, index, parent) => {
    if (node.type !== 'html' || parent === undefined) return;
    let open = opensOf(node);
    if (open <= 0) return;
    const siblings: Nodes[] = parent.children;
    const values = [node.value];
    let last: Html = node;
    for (let at = index + 1; at < Math.min(siblings.length, index + mostPieces); at += 1) {
      const next = siblings[at]!;
      if (next.type !== 'html' || !next.position || !last.position) return;
      const gap = Math.max(1, next.position.start.line - last.position.end.line);
      values.push('\n'.repeat(gap), next.value);
      open += opensOf(next);
      last = next;
      if (open > 0) continue;
      const position = node.position && { ...node.position, end: next.position.end };
      siblings.splice(index, at - index + 1, { ...node, value: values.join(''), position });
      return;
    }
  });
}
