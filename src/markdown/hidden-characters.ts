import type { Nodes, Root } from 'mdast';

import { removeHidden } from '../archive/text/hidden.ts';
import { walkMarkdown } from './walk.ts';

const fields = ['value', 'alt', 'title', 'url', 'label'] as const;

/**
 * Takes characters that no reader sees out of every text of a tree, in place, addresses and code included;
 * also those that the source spells as character references. Calls `report` with the names of those in a node.
 */
export function removeHiddenCharacters(
  tree: Root,
  report: (node: Nodes, hidden: readonly string[]) => void,
): void {
  walkMarkdown(tree, (node) => {
    const texts = node as unknown as Record<string, unknown>;
    const found = new Set<string>();
    for (const field of fields) {
      const value = texts[field];
      if (typeof value !== 'string') continue;
      const { text, hidden } = removeHidden(value);
      if (hidden.length === 0) continue;
      texts[field] = text;
      for (const name of hidden) found.add(name);
    }
    if (found.size > 0) report(node, [...found]);
  });
}
