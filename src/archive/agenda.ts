import type { Element } from 'hast';

import { isElement, isList, ownNodes } from './element.ts';
import { plainText } from './plain-text.ts';
import { parseRepositoryHeading } from './repository-heading.ts';

const longestItem = 120;

/**
 * The items of a list under a heading that names a repository (`### nodejs/node`), as many
 * communities have their agenda made: what each says itself, without the number at its end. Only
 * items that name a pull request or an issue count.
 */
export function agendaItems(block: Element, heading: string): string[] {
  if (!isList(block)) return [];
  if (parseRepositoryHeading(heading) === undefined) return [];
  return block.children.filter(isElement).flatMap((item) => {
    const line = ownNodes(item);
    const at = line.findIndex(
      (node) => isElement(node) && node.properties['dataReference'] !== undefined,
    );
    if (at < 0) return [];
    const text = plainText({ type: 'root', children: line.slice(0, at) })
      .replace(/\n/g, ' ')
      .replace(/[\s([:–—-]+$/u, '');
    return text === '' || text.length > longestItem ? [] : [text];
  });
}
