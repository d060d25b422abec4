import { printedBytes } from './html-bytes.ts';
import { type PrintedNode, parsePrinted, printParsed, voidElements } from './printed.ts';

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
