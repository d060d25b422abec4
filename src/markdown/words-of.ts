import type { Nodes } from 'mdast';

/** The words of a node of Markdown, code included, as they are read; pictures have none. */
export const wordsOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(wordsOf).join('') : '';
