import type { PhrasingContent, Root } from 'mdast';

import { walkMarkdown } from './walk.ts';

/** `[!NOTE]` of GitHub and `[!warning]- Title` of Obsidian, with what stands behind it in its line. */
const mark = /^\[!([A-Za-z][\w-]*)(?:\|[^\]]*)?\][+-]?(?:[ \t]+|(?=\n)|$)/;

/**
 * Turns the mark that makes a quotation an alert into its words, in place: `[!NOTE]` becomes a bold "Note" in a line of
 * its own, as GitHub shows it, and a title behind it stands there too.
 */
export function nameAlerts(tree: Root): void {
  walkMarkdown(tree, (node) => {
    if (node.type !== 'blockquote') return;
    const [paragraph] = node.children;
    const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
    if (paragraph?.type !== 'paragraph' || first?.type !== 'text') return;
    const [all, kind = ''] = mark.exec(first.value) ?? [];
    if (all === undefined) return;
    first.value = first.value.slice(all.length);
    const { children } = paragraph;
    const end = children.findIndex(
      (child) => child.type === 'break' || (child.type === 'text' && child.value.includes('\n')),
    );
    const title = children.slice(0, end < 0 ? undefined : end);
    const rest = end < 0 ? [] : children.slice(end);
    const [next] = rest;
    if (next?.type === 'break') rest.shift();
    else if (next?.type === 'text') {
      const line = next.value.indexOf('\n');
      if (line > 0) title.push({ ...next, value: next.value.slice(0, line) });
      next.value = next.value.slice(line + 1);
    }
    const isTitled = title.some((child) => child.type !== 'text' || child.value.trim() !== '');
    const word = `${kind.charAt(0).toUpperCase()}${kind.slice(1).toLowerCase()}`;
    const { position } = first;
    const name: PhrasingContent = { type: 'text', value: isTitled ? `${word}: ` : word, position };
    paragraph.children = [
      { type: 'strong', children: isTitled ? [name, ...title] : [name], position },
      ...(rest.length > 0 ? [{ type: 'break' } as const, ...rest] : []),
    ];
  });
}
