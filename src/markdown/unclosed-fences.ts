import type { Code, Root } from 'mdast';

import { walkMarkdown } from './walk.ts';

/**
 * Blocks of code that no fence closes, so that they run to the end of what holds them (CommonMark
 * 4.5). The position of a block takes in its closing fence, if it has one.
 */
export function findUnclosedFences(tree: Root, source: string): Code[] {
  const found: Code[] = [];
  walkMarkdown(tree, (node) => {
    if (node.type !== 'code') return;
    const { start, end } = node.position ?? {};
    if (start === undefined || end === undefined) return;
    const text = source.slice(start.offset ?? 0, end.offset ?? 0);
    const open = /^(`{3,}|~{3,})/.exec(text)?.[1];
    if (open === undefined) return;
    const last = text
      .slice(text.lastIndexOf('\n') + 1)
      .replace(/^[\s>]*/, '')
      .trimEnd();
    const closed = text.includes('\n') && last.startsWith(open) && /^(`+|~+)$/.test(last);
    if (!closed) found.push(node);
  });
  return found;
}
