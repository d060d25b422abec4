import type { ReferenceKey } from '../references/reference.ts';
import { directionOf } from '../text/direction.ts';
import { type PrintedElement, type PrintedNode, printParsed } from '../text/printed.ts';
import { type PrintedLine, referenceOf } from '../text/printed-lines.ts';

/** A longer paragraph is cut around the mention. */
export const longestLine = 700;

/** How many characters of a line's text a part of character data is: one where it is a character reference. */
const lengthOf = (part: string): number => (part.startsWith('&') ? 1 : part.length);

/**
 * The part [from, to) of printed nodes by the characters of their line's text, where the spaces between two words are
 * one, also across elements; in what is kept they stay as many, for code. Elements stay whole in kind.
 */
function slice(nodes: readonly PrintedNode[], from: number, to: number): PrintedNode[] {
  let at = 0;
  let spaced = true;
  const space = (): void => {
    if (!spaced) at += 1;
    spaced = true;
  };
  const walk = (inner: readonly PrintedNode[]): PrintedNode[] =>
    inner.flatMap((node): PrintedNode[] => {
      if (typeof node !== 'string') {
        if (node.tag === 'br' || node.tag === 'p') space();
        const start = at;
        const children = walk(node.children);
        const outside = start >= to || (at <= from && start < from);
        return outside || (children.length === 0 && node.children.length > 0)
          ? []
          : [{ ...node, children }];
      }
      const parts = node.match(/&[#\w]+;|\s+|\S/gu) ?? [];
      const kept = parts.filter((part) => {
        const inside = at >= from && at < to;
        if (/\s/.test(part)) {
          space();
        } else {
          at += lengthOf(part);
          spaced = false;
        }
        return inside;
      });
      return kept.length === 0 ? [] : [kept.join('')];
    });
  return walk(nodes);
}

/** A line's nodes, cut to a readable length around its first mention of the reference. */
function cut(line: PrintedLine, reference: ReferenceKey): PrintedNode[] {
  const { text, nodes } = line;
  if (text.length <= longestLine) return nodes;
  const mention = line.references.find(({ key }) => key === reference);
  const wanted = mention === undefined ? 0 : Math.max(0, mention.end - longestLine * 0.6);
  const before = wanted === 0 ? 0 : text.lastIndexOf(' ', wanted) + 1;
  const after = text.lastIndexOf(' ', before + longestLine);
  const end = text.length - before <= longestLine || after <= before ? text.length : after;
  return [
    ...(before > 0 ? ['… '] : []),
    ...slice(nodes, before, end),
    ...(end < text.length ? ['…'] : []),
  ];
}

/** Puts `<mark>` around every link to the reference. */
function mark(nodes: readonly PrintedNode[], reference: ReferenceKey): PrintedNode[] {
  return nodes.map((node): PrintedNode => {
    if (typeof node === 'string') return node;
    if (referenceOf(node) === reference) {
      return { tag: 'mark', open: '<mark>', children: [node] };
    }
    const inner: PrintedElement = { ...node, children: mark(node.children, reference) };
    // An id stands once on a page, and not where a passage is quoted.
    return { ...inner, open: inner.open.replace(/ (?:id|data-footnote-[a-z]+)="[^"]*"/g, '') };
  });
}

/**
 * Prints chosen lines of a block, with the mentions of a reference in `<mark>`: list items as a list, nested as they
 * were. A list says its direction where it runs unlike what is around it, as its marks stand on the side where its
 * lines begin.
 */
export function printLines(
  lines: readonly PrintedLine[],
  chosen: ReadonlySet<number>,
  reference: ReferenceKey,
): string {
  const inner = (line: PrintedLine): string =>
    printParsed(mark(cut(line, reference), reference)).trim();
  const items = (parent: number | undefined, around: 'ltr' | 'rtl' = 'ltr'): string => {
    const own = [...chosen].filter(
      (index) => lines[index]?.item && lines[index]?.parent === parent,
    );
    if (own.length === 0) return '';
    const direction = directionOf(own.map((index) => lines[index]!.text).join(' ')) ?? around;
    const printed = own.map(
      (index) => `<li>${inner(lines[index]!)}${items(index, direction)}</li>`,
    );
    const open = direction === around ? '<ul>' : `<ul dir="${direction}">`;
    return `${open}${printed.join('')}</ul>`;
  };
  const paragraphs = [...chosen].filter((index) => lines[index]?.item === false);
  return paragraphs.map((index) => `<p>${inner(lines[index]!)}</p>`).join('') + items(undefined);
}
