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

/** A block of raw HTML as far as it was gone through. */
class FlatBlock {
  readonly #surroundings: Surroundings;
  readonly #bottom: PhrasingContent[] = [];
  readonly #stack: Open[] = [];
  #inPre = false;
  #dropped: string | undefined;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  #add(node: PhrasingContent): void {
    put(this.#stack.at(-1)?.nodes ?? this.#bottom, node);
  }

  #addText(value: string): void {
    this.#add({ type: 'text', value, position: this.#surroundings.position });
  }

  #drop(name: string): void {
    this.#dropped ??= `<${name}>`;
  }

  #close({ name, wrap, nodes }: Open): void {
    while (nodes.at(-1)?.type === 'break') nodes.pop();
    const isHollow = nodes.every(isBlank);
    const isLost = isHollow ? name === 'a' : isCode(name) && holdsMoreThanWords(nodes);
    if (isLost) this.#drop(name);
    const { position } = this.#surroundings;
    for (const node of isHollow || isLost ? nodes : [{ ...wrap(nodes), position }]) this.#add(node);
  }

  /** Goes on with text, which has its lines only where they are set. */
  text(part: string): void {
    const { text } = removeHidden(decodeEntities(part));
    for (const [index, value] of (this.#inPre ? text.split('\n') : [text]).entries()) {
      if (index > 0) this.#add({ type: 'break' });
      if (value !== '') this.#addText(value);
    }
  }

  /** Goes on with a tag. */
  tag(tag: Tag): void {
    const { name, isEnd } = tag;
    if (name === 'pre') this.#inPre = !isEnd;
    if (!isEnd && beginsLine.test(name)) this.#add({ type: 'break' });
    if (/^t[dh]$/.test(name)) this.#addText(' ');
    if (isEnd) this.#endTag(tag);
    else this.#startTag(tag);
  }

  #endTag(tag: Tag): void {
    const { name } = tag;
    const at = this.#stack.findLastIndex((open) => open.name === name);
    while (at >= 0 && this.#stack.length > at) this.#close(this.#stack.pop()!);
    if (at < 0 && !isWordBreak(name) && !isParagraph(tag)) this.#drop(name);
    if (endsLine.test(name)) this.#add({ type: 'break' });
  }

  #startTag(tag: Tag): void {
    const { name } = tag;
    const wrap = titles.test(name) ? strong : wrapOf(tag);
    const isWithin = this.#stack.some((open) => kindOf(open.name) === kindOf(name));
    if (wrap !== undefined && !isWithin) this.#stack.push({ name, wrap, nodes: [] });
    const embedded = embeddedBy(tag, this.#surroundings);
    if (embedded !== undefined && !(embedded.type === 'link' && this.#stack.some(isLink))) {
      this.#add({ ...embedded, position: this.#surroundings.position });
    }
    const isBreak = isWordBreak(name) || isParagraph(tag);
    const isKept = wrapOf(tag) !== undefined || embedded?.type === 'image' || isBreak;
    if (!isKept) this.#drop(name);
  }

  /** What was gone through, without white space at its end. */
  end(): Flattened {
    for (let open = this.#stack.pop(); open !== undefined; open = this.#stack.pop()) {
      this.#close(open);
    }
    const nodes = this.#bottom;
    while (nodes.length > 0 && isBlank(nodes.at(-1))) nodes.pop();
    const last = nodes.at(-1);
    if (last?.type === 'text') last.value = last.value.trimEnd();
    return { nodes, dropped: this.#dropped };
  }
}

/**
 * What a reader sees of the parts of a block of raw HTML: its text, line by line, with its links, its pictures and what
 * is bold, slanted or struck out. All other tags are left out.
 */
export function flattenBlock(
  parts: readonly (string | Tag)[],
  surroundings: Surroundings,
): Flattened {
  const block = new FlatBlock(surroundings);
  for (const part of parts) {
    if (typeof part === 'string') block.text(part);
    else block.tag(part);
  }
  return block.end();
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
