import type { Nodes, Parents, PhrasingContent } from 'mdast';

import { holdsMoreThanWords, isCode } from './html-code.ts';
import { kindOf, wrapOf } from './html-equivalents.ts';
import { partsOfHtml } from './html-tags.ts';
import { walkMarkdown } from './walk.ts';

/** Where the end tag of an element stands among the nodes of a line, if it stands before another such element. */
function endOf(name: string, children: readonly Nodes[], from: number): number {
  const same = new RegExp(`^<(/?)${name}(?![\\w.:-])`, 'i');
  for (let at = from; at < children.length; at += 1) {
    const node = children[at]!;
    const found = node.type === 'html' ? same.exec(node.value) : null;
    if (found !== null) return found[1] === '/' ? at : -1;
  }
  return -1;
}

/** Whether a link is an address that was written as that and made a link by itself. */
const isBareAddress = (node: Nodes): boolean => {
  const { start, end } = node.position ?? {};
  const [text, ...others] = node.type === 'link' ? node.children : [];
  const length = (end?.offset ?? 0) - (start?.offset ?? 0);
  return text?.type === 'text' && others.length === 0 && text.value.length === length;
};

/**
 * Takes the nodes of a line from an opening tag to its end as what Markdown has for the element, in place of both
 * tags, and gives what that is; nothing where it cannot: no link stands within another, and nothing within its like,
 * which `within` tells.
 */
export function wrapPair(
  parent: Parents,
  index: number,
  within: (type: string) => boolean,
): string | undefined {
  const children = parent.children as Nodes[];
  const node = children[index]!;
  const [opening, ...others] = node.type === 'html' ? partsOfHtml(node.value) : [];
  if (opening === undefined || typeof opening === 'string' || others.length > 0) return undefined;
  const wrap = opening.isEnd ? undefined : wrapOf(opening);
  if (wrap === undefined || within(kindOf(opening.name))) return undefined;
  const end = endOf(opening.name, children, index + 1);
  if (end < 0) return undefined;
  let inner = children.slice(index + 1, end);
  if (opening.name === 'a') {
    inner = inner.flatMap((one) =>
      isBareAddress(one) && 'children' in one ? one.children : [one],
    );
    let holdsLink = false;
    for (const one of inner) {
      walkMarkdown(one, ({ type }) => {
        if (/^(?:link|linkReference|footnoteReference)$/.test(type)) holdsLink = true;
      });
    }
    if (holdsLink) return undefined;
  }
  if (isCode(opening.name) && holdsMoreThanWords(inner)) return undefined;
  // An element that holds nothing says nothing, whatever Markdown would make of it.
  if (inner.every((one) => one.type === 'text' && one.value.trim() === '')) return undefined;
  const position = {
    start: node.position!.start,
    end: children[end]!.position!.end,
  };
  const wrapped = { ...wrap(inner as PhrasingContent[]), position };
  children.splice(index, end - index + 1, wrapped);
  return wrapped.type;
}
