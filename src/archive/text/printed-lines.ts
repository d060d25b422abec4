import { decodeEntities } from './entity.ts';
import { type PrintedElement, type PrintedNode, parsePrinted } from './printed.ts';

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
