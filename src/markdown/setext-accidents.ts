import type { Element, Root } from 'hast';
import type { Heading, Root as MarkdownRoot } from 'mdast';

import { walkHtml, walkMarkdown } from './walk.ts';

/** Whoever underlines more than a line, or a longer one, did not mean a heading. */
const longestHeading = 100;

/**
 * Marks paragraphs that a line of dashes right below them makes headings (CommonMark 4.3), which is seldom meant, for
 * `restoreSetextParagraphs`. Calls `report` with each.
 */
export function markSetextAccidents(
  tree: MarkdownRoot,
  source: string,
  report: (node: Heading) => void,
): void {
  walkMarkdown(tree, (node) => {
    const { position } = node;
    if (node.type !== 'heading') return;
    if (position === undefined || position.start.line === position.end.line) return;
    const start = position.start.offset ?? 0;
    const text = source.slice(start, position.end.offset ?? start);
    const body = text.slice(0, text.lastIndexOf('\n'));
    if (!body.includes('\n') && body.length <= longestHeading) return;
    node.data = { ...node.data, hProperties: { dataSetext: '' } };
    report(node);
  });
}

/** Shows the paragraphs that were meant, in place; each keeps the anchor that GitHub gives it as a heading. */
export function restoreSetextParagraphs(tree: Root): void {
  walkHtml(tree, (node, index, parent) => {
    if (node.type !== 'element' || parent === undefined) return;
    if (!('dataSetext' in node.properties)) return;
    node.tagName = 'p';
    delete node.properties['dataSetext'];
    const rule: Element = { type: 'element', tagName: 'hr', properties: {}, children: [] };
    parent.children.splice(index + 1, 0, rule);
  });
}
