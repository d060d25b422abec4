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
 * What an item says before the first pull request or issue that it names and behind it, and what it calls that one;
 * `isComment` where it leads to a comment there, as `the summary is in #7 (comment)` does.
 */
function partsOf(
  item: Element,
): { before: string; name: string; behind: string; isComment: boolean } | undefined {
  const line = ownNodes(item);
  const at = line.findIndex(
    (node) => isElement(node) && node.properties['dataReference'] !== undefined,
  );
  const link = line[at];
  if (link === undefined) return undefined;
  const isComment = isElement(link) && leadsToComment(String(link.properties['href']));
  const behind = textOf(line.slice(at + 1)).replace(/^[\s:–—-]+/, '');
  return { before: textOf(line.slice(0, at)), name: textOf([link]), behind, isComment };
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

/** Who put something on the agenda: `(Ann)`, `[Ann]`. */
const BY_WHOM = /^(?:\([^()]*\)|\[[^[\]]*\])$/;

/**
 * What is talked about below an item that names a pull request or an issue: its words before it, but for who brought it
 * up; else those of the link, or those behind it.
 */
export function agendaTitle(item: Element): string | undefined {
  const parts = partsOf(item);
  if (parts === undefined) return undefined;
  const { before, name, behind } = parts;
  const title = [BY_WHOM.test(before) ? '' : before, name.replace(/\s+#\d+$/, ''), behind].find(
    (text) => /\p{L}{2}/u.test(text),
  );
  return title === undefined || title.length > longestItem ? undefined : title;
}
