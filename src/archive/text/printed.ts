import { decodeEntities } from './entity.ts';

/** An element of HTML that our own pipeline printed, with its opening tag as printed. */
export interface PrintedElement {
  tag: string;
  open: string;
  children: PrintedNode[];
}

/** Text stands as printed, with its character references. */
export type PrintedNode = string | PrintedElement;

const voidElements = new Set(['br', 'hr', 'img']);

const TAG = /<(\/?)([a-z\d]*)(?:"[^"]*"|[^">])*>/y;

/**
 * Reads HTML that the pipeline printed, which closes every element and writes `<` as a character
 * reference wherever it is text. No parser for HTML of any other origin.
 */
function parsePrinted(html: string): PrintedNode[] {
  const root: PrintedElement = { tag: '', open: '', children: [] };
  const open = [root];
  for (let at = 0; at < html.length;) {
    const here = open.at(-1) ?? root;
    if (html[at] !== '<') {
      const next = html.indexOf('<', at);
      const end = next === -1 ? html.length : next;
      here.children.push(html.slice(at, end));
      at = end;
      continue;
    }
    TAG.lastIndex = at;
    const [part = '<', slash = '', tag = ''] = TAG.exec(html) ?? [];
    at += part.length;
    if (slash !== '') {
      if (open.length > 1) open.pop();
    } else if (part !== '<') {
      const element: PrintedElement = { tag, open: part, children: [] };
      here.children.push(element);
      if (!voidElements.has(tag)) open.push(element);
    }
  }
  return root.children;
}

/** Prints what `parsePrinted` read. */
export function printParsed(nodes: readonly PrintedNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      return voidElements.has(node.tag)
        ? node.open
        : `${node.open}${printParsed(node.children)}</${node.tag}>`;
    })
    .join('');
}

/** An opening tag, to its end: what stands in quotes may be anything. */
const OPENING_TAG = /<[a-z](?:"[^"]*"|[^">])*>/g;

/** HTML with its opening tags changed; its text, which may spell what stands in them, stays as it is. */
export function mapTags(html: string, change: (tag: string) => string): string {
  return html.replace(OPENING_TAG, change);
}

/** Plain text as it stands in HTML, in text and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Bytes of plain text where it stands in HTML: UTF-8, with character references for what needs them. */
export function htmlBytes(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // A quote, an ampersand, an apostrophe, angle brackets; then one, two and three bytes, half a pair being two.
    if (code === 34) bytes += 6;
    else if (code === 38 || code === 39) bytes += 5;
    else if (code === 60 || code === 62) bytes += 4;
    else if (code < 0x80) bytes += 1;
    else if (code < 0x800 || (code >= 0xd800 && code < 0xe000)) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}

/** Bytes of HTML as it is sent. */
export function printedBytes(html: string): number {
  return new TextEncoder().encode(html).length;
}

/** Text as printed, cut after a whole word to at most so many bytes and an ellipsis. */
function cutText(text: string, most: number): string {
  let left = most;
  let kept = '';
  // A character reference stays whole.
  for (const [part] of text
    .slice(0, most)
    .replace(/&[#\w]*$/, '')
    .matchAll(/&[#\w]+;|[^&]/gu)) {
    left -= printedBytes(part);
    if (left < 0) break;
    kept += part;
  }
  return `${kept.replace(/\s+\S*$/u, '')}…`;
}

/**
 * Printed HTML in at most so many bytes, with every element closed. What is longer is cut after a whole word with
 * an `…` (three bytes more); an element that has no room itself, such as a link to an endless address, leaves its
 * words.
 */
export function cutPrinted(html: string, most: number): { html: string; cut: boolean } {
  if (html.length * 3 <= most || printedBytes(html) <= most) return { html, cut: false };
  let left = most;
  const fit = (nodes: readonly PrintedNode[]): PrintedNode[] => {
    const kept: PrintedNode[] = [];
    for (const node of nodes) {
      if (left <= 0) break;
      if (typeof node === 'string') {
        const bytes = printedBytes(node);
        kept.push(bytes <= left ? node : cutText(node, left));
        left -= bytes;
        continue;
      }
      const frame =
        printedBytes(node.open) + (voidElements.has(node.tag) ? 0 : node.tag.length + 3);
      if (frame >= left && node.tag === 'a') {
        kept.push(...fit(node.children));
      } else if (frame >= left) {
        // Words of an item or a cell may not stand in a list or a table themselves.
        left = 0;
      } else {
        left -= frame;
        kept.push({ ...node, children: fit(node.children) });
      }
    }
    return kept;
  };
  return { html: printParsed(fit(parsePrinted(html))), cut: true };
}

/** The key of the reference that an element links, as the pipeline marks it. */
export function referenceOf(element: PrintedElement): string | undefined {
  if (element.tag !== 'a') return undefined;
  const key = / data-reference="([^"]*)"/.exec(element.open)?.[1];
  return key === undefined ? undefined : decodeEntities(key);
}

/** One paragraph, list item or table row of a block. */
export interface PrintedLine {
  /** What stands in it itself, without the lists inside it. */
  nodes: PrintedNode[];
  /** Its words, white space collapsed. */
  text: string;
  /** Where its text links references. */
  references: { key: string; start: number; end: number }[];
  /** Whether it is a list item. */
  item: boolean;
  /** Index of the list item that this one stands under. */
  parent?: number;
}

/** White space that is more or other than one space. */
const WIDE = /(?! )\s+|\s{2,}/g;

/** Collapses white space in character data, and joins it without doubling a space. */
function addText(out: { text: string }, raw: string): void {
  const words = decodeEntities(raw).replace(WIDE, ' ');
  out.text += out.text === '' || out.text.endsWith(' ') ? words.trimStart() : words;
}

function readText(nodes: readonly PrintedNode[], line: PrintedLine): void {
  for (const node of nodes) {
    if (typeof node === 'string') {
      addText(line, node);
      continue;
    }
    if (node.tag === 'br' || node.tag === 'p') addText(line, ' ');
    const start = line.text.length;
    readText(node.children, line);
    const key = referenceOf(node);
    if (key !== undefined) line.references.push({ key, start, end: line.text.length });
  }
}

const lists = new Set(['ul', 'ol']);
const ownPassages = new Set(['p', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** The paragraphs, list items and table rows of printed blocks, in the order of the text; no code. */
export function linesOf(html: string): PrintedLine[] {
  const lines: PrintedLine[] = [];
  const add = (nodes: PrintedNode[], item: boolean, parent: number | undefined): number => {
    const line: PrintedLine = { nodes, text: '', references: [], item };
    if (parent !== undefined) line.parent = parent;
    readText(nodes, line);
    line.text = line.text.trimEnd();
    lines.push(line);
    return lines.length - 1;
  };
  const walk = (nodes: readonly PrintedNode[], parent: number | undefined): void => {
    for (const node of nodes) {
      if (typeof node === 'string' || node.tag === 'pre') continue;
      if (node.tag === 'li') {
        const isInner = (child: PrintedNode): boolean =>
          typeof child !== 'string' && (lists.has(child.tag) || child.tag === 'pre');
        const own = node.children.filter((child) => !isInner(child));
        const index = add(unwrapParagraphs(own), true, parent);
        walk(node.children.filter(isInner), index);
      } else if (node.tag === 'tr') {
        const cells = node.children.filter((child) => typeof child !== 'string');
        const separator = (index: number): PrintedNode[] => (index === 0 ? [] : [' · ']);
        const joined = cells.flatMap((cell, index) => [...separator(index), ...cell.children]);
        add(joined, false, parent);
      } else if (ownPassages.has(node.tag)) {
        add(node.children, false, parent);
      } else {
        walk(node.children, parent);
      }
    }
  };
  walk(parsePrinted(html), undefined);
  return lines;
}

/** A loose list wraps its items' words in paragraphs; a space keeps their words apart. */
function unwrapParagraphs(nodes: readonly PrintedNode[]): PrintedNode[] {
  return nodes.flatMap((node) =>
    typeof node !== 'string' && node.tag === 'p' ? [' ', ...node.children] : [node],
  );
}
