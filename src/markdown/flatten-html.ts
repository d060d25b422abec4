import type { PhrasingContent } from 'mdast';

import { decodeEntities } from '../archive/text/entity.ts';
import { removeHidden } from '../archive/text/hidden.ts';
import { holdsMoreThanWords, isCode } from './html-code.ts';
import {
  type Surroundings,
  type Wrap,
  embeddedBy,
  kindOf,
  strong,
  titles,
  wrapOf,
} from './html-equivalents.ts';
import { type Tag, isParagraph, partsOfHtml } from './html-tags.ts';

/** Elements before which a new line begins. */
const beginsLine =
  /^(?:address|article|blockquote|br|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|section|table|tr|ul)$/;
/** Elements behind which a new line begins. */
const endsLine = /^(?:address|article|blockquote|div|h[1-6]|hr|li|p|pre|section|summary|table|tr)$/;

/** What a piece of raw HTML becomes, and the first tag of which more than its text was lost. */
export interface Flattened {
  nodes: PhrasingContent[];
  dropped: string | undefined;
}

/** An element that is open, and what stands in it so far. */
interface Open {
  name: string;
  wrap: Wrap;
  nodes: PhrasingContent[];
}

const isLink = ({ name }: { name: string }): boolean => name === 'a';
/** A tag that is a break of a line or of a word, and nothing else. */
const isWordBreak = (name: string): boolean => /^w?br$/.test(name);

/** Whether a node shows nothing: it is missing, white space or the break of a line. */
export const isBlank = (node: PhrasingContent | undefined): boolean =>
  node === undefined || node.type === 'break' || (node.type === 'text' && node.value.trim() === '');

/** Puts a node behind others: no white space begins a line or ends one. */
function put(nodes: PhrasingContent[], node: PhrasingContent): void {
  let last = nodes.at(-1);
  if (node.type === 'break') {
    for (; last?.type === 'text' && isBlank(last); last = nodes.at(-1)) nodes.pop();
    if (isBlank(last)) return;
    if (last?.type === 'text') last.value = last.value.trimEnd();
  } else if (node.type === 'text' && (last === undefined || last.type === 'break')) {
    node.value = node.value.trimStart();
    if (node.value === '') return;
  }
  nodes.push(node);
}

/**
 * What a reader sees of the parts of a block of raw HTML: its text, line by line, with its links, its pictures and what
 * is bold, slanted or struck out. All other tags are left out.
 */
export function flattenBlock(
  parts: readonly (string | Tag)[],
  surroundings: Surroundings,
): Flattened {
  const { position } = surroundings;
  let dropped: string | undefined;
  const bottom: PhrasingContent[] = [];
  const stack: Open[] = [];
  const add = (node: PhrasingContent): void => put(stack.at(-1)?.nodes ?? bottom, node);
  const close = ({ name, wrap, nodes }: Open): void => {
    while (nodes.at(-1)?.type === 'break') nodes.pop();
    const isHollow = nodes.every(isBlank);
    const isLost = isHollow ? name === 'a' : isCode(name) && holdsMoreThanWords(nodes);
    if (isLost) dropped ??= `<${name}>`;
    for (const node of isHollow || isLost ? nodes : [{ ...wrap(nodes), position }]) add(node);
  };
  let inPre = false;
  for (const part of parts) {
    if (typeof part === 'string') {
      const { text } = removeHidden(decodeEntities(part));
      for (const [index, value] of (inPre ? text.split('\n') : [text]).entries()) {
        if (index > 0) add({ type: 'break' });
        if (value !== '') add({ type: 'text', value, position });
      }
      continue;
    }
    const { name, isEnd } = part;
    if (name === 'pre') inPre = !isEnd;
    if (!isEnd && beginsLine.test(name)) add({ type: 'break' });
    if (/^t[dh]$/.test(name)) add({ type: 'text', value: ' ', position });
    if (isEnd) {
      const at = stack.findLastIndex((open) => open.name === name);
      while (at >= 0 && stack.length > at) close(stack.pop()!);
      if (at < 0 && !isWordBreak(name) && !isParagraph(part)) dropped ??= `<${name}>`;
      if (endsLine.test(name)) add({ type: 'break' });
      continue;
    }
    const wrap = titles.test(name) ? strong : wrapOf(part);
    const isWithin = stack.some((open) => kindOf(open.name) === kindOf(name));
    if (wrap !== undefined && !isWithin) stack.push({ name, wrap, nodes: [] });
    const embedded = embeddedBy(part, surroundings);
    if (embedded !== undefined && !(embedded.type === 'link' && stack.some(isLink))) {
      add({ ...embedded, position });
    }
    const isBreak = isWordBreak(name) || isParagraph(part);
    const isKept = wrapOf(part) !== undefined || embedded?.type === 'image' || isBreak;
    if (!isKept) dropped ??= `<${name}>`;
  }
  for (let open = stack.pop(); open !== undefined; open = stack.pop()) close(open);
  while (isBlank(bottom.at(-1)) && bottom.length > 0) bottom.pop();
  const last = bottom.at(-1);
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return { nodes: bottom, dropped };
}

/** What a tag in the midst of a line becomes, where it is no part of a pair. */
export function flattenInline(html: string, surroundings: Surroundings): Flattened {
  const { position } = surroundings;
  let dropped: string | undefined;
  const nodes = partsOfHtml(html).flatMap((part): PhrasingContent[] => {
    if (typeof part === 'string') {
      const { text } = removeHidden(decodeEntities(part));
      return [{ type: 'text', value: text.replaceAll('\n', ' '), position }];
    }
    const { name, isEnd } = part;
    const embedded = isEnd ? undefined : embeddedBy(part, surroundings);
    if (!isWordBreak(name) && embedded?.type !== 'image') dropped ??= `<${name}>`;
    if (embedded !== undefined) return [{ ...embedded, position }];
    if (!isEnd && beginsLine.test(name)) return [{ type: 'break', position }];
    return /^t[dh]$/.test(name) ? [{ type: 'text', value: ' ', position }] : [];
  });
  return { nodes, dropped };
}
