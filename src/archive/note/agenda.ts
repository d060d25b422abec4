import type { Element, ElementContent } from 'hast';

import { leadsToComment } from '../references/reference.ts';
import { parseRepositoryHeading } from '../references/repository-heading.ts';
import { isElement, isList, ownNodes } from '../text/element.ts';
import { plainText } from '../text/plain-text.ts';
import { withoutEnd } from '../text/without-end.ts';

const longestItem = 120;

/** What stands between the words of an item and the number behind them. */
const JOINT = /[\s([:–—-]/;

const textOf = (nodes: readonly ElementContent[]): string =>
  withoutEnd(plainText({ type: 'root', children: [...nodes] }).replace(/\n/g, ' '), JOINT);

/**
 * What an item says before the first pull request or issue that it names, and what it calls that one; `isComment` where
 * it leads to a comment there, as `the summary is in #7 (comment)` does.
 */
function partsOf(item: Element): { before: string; name: string; isComment: boolean } | undefined {
  const line = ownNodes(item);
  const at = line.findIndex(
    (node) => isElement(node) && node.properties['dataReference'] !== undefined,
  );
  const link = line[at];
  if (link === undefined) return undefined;
  const isComment = isElement(link) && leadsToComment(String(link.properties['href']));
  return { before: textOf(line.slice(0, at)), name: textOf([link]), isComment };
}

/**
 * The items of a list under a heading that names a repository (`### nodejs/node`), as many
 * communities have their agenda made: what each says itself, without the number at its end. Only
 * items that name a pull request or an issue count; a comment on one is what was said.
 */
export function agendaItems(block: Element, heading: string): string[] {
  if (!isList(block)) return [];
  if (parseRepositoryHeading(heading) === undefined) return [];
  return block.children.filter(isElement).flatMap((item) => {
    const { before: text = '', isComment } = partsOf(item) ?? {};
    return text === '' || isComment || text.length > longestItem ? [] : [text];
  });
}

/** What is talked about below an item that names a pull request or an issue: its words before it, or those of the link. */
export function agendaTitle(item: Element): string | undefined {
  const parts = partsOf(item);
  if (parts === undefined) return undefined;
  const text = parts.before === '' ? parts.name.replace(/\s+#\d+$/, '') : parts.before;
  return text.length > longestItem || !/\p{L}{2}/u.test(text) ? undefined : text;
}
