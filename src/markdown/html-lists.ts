import type { Html, List, ListItem } from 'mdast';

import { flattenBlock } from './flatten-html.ts';
import type { Surroundings } from './html-equivalents.ts';
import { type Tag, attributeOf } from './html-tags.ts';
import { limits } from './limits.ts';

/** An item of a list of raw HTML: what stands in it before the lists within, and line breaks before it. */
interface Item {
  parts: (string | Tag)[];
  lists: HtmlList[];
  line: number;
}

/** A list of raw HTML, with the number of its first item where these are counted. */
export interface HtmlList {
  start: number | undefined;
  items: Item[];
  line: number;
}

const isList = ({ name }: Tag): boolean => name === 'ul' || name === 'ol';

/**
 * The list whose tag stands at `from`, and where it ends; nothing where something stands outside of its items, or behind
 * a list in one, or where lists stand too deep.
 */
export function listAt(
  parts: readonly (string | Tag)[],
  from: number,
  depth = 1,
): { list: HtmlList; end: number } | undefined {
  const opening = parts[from] as Tag;
  const first = Math.trunc(Number(attributeOf(opening, 'start') ?? 1));
  const start = opening.name === 'ol' ? Math.max(0, first || 1) : undefined;
  const items: Item[] = [];
  let isOpen = false;
  for (let at = from + 1; at < parts.length && items.length <= limits.containers; at += 1) {
    const part = parts[at]!;
    const item = items.at(-1);
    if (typeof part !== 'string' && isList(part)) {
      if (part.isEnd) {
        if (part.name !== opening.name || items.length === 0) return undefined;
        return { list: { start, items, line: opening.line }, end: at };
      }
      const inner = depth < limits.depth ? listAt(parts, at, depth + 1) : undefined;
      if (inner === undefined || item === undefined) return undefined;
      item.lists.push(inner.list);
      at = inner.end;
    } else if (typeof part !== 'string' && part.name === 'li') {
      isOpen = !part.isEnd;
      if (isOpen) items.push({ parts: [], lists: [], line: part.line });
    } else if (isOpen && item?.lists.length === 0) item.parts.push(part);
    else if (typeof part !== 'string' || part.trim() !== '') return undefined;
  }
  return undefined;
}

/** The list of Markdown that one of raw HTML is, and the first tag of which more than its text was lost. */
export function makeList(
  { start, items, line }: HtmlList,
  surroundings: Omit<Surroundings, 'position'>,
  placeOf: (line: number) => Html['position'],
): { block: List; dropped: string | undefined } {
  let dropped: string | undefined;
  const children = items.map((item): ListItem => {
    const position = placeOf(item.line);
    const own = flattenBlock(item.parts, { ...surroundings, position });
    dropped ??= own.dropped;
    const lists = item.lists.map((inner) => makeList(inner, surroundings, placeOf));
    for (const inner of lists) dropped ??= inner.dropped;
    const words: ListItem['children'] =
      own.nodes.length === 0 ? [] : [{ type: 'paragraph', children: own.nodes, position }];
    return {
      type: 'listItem',
      spread: false,
      children: [...words, ...lists.map(({ block }) => block)],
      position,
    };
  });
  const ordered = start !== undefined;
  const block: List = { type: 'list', ordered, spread: false, children, position: placeOf(line) };
  return { block: ordered ? { ...block, start } : block, dropped };
}
