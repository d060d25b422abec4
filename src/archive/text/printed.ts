/** An element of HTML that our own pipeline printed, with its opening tag as printed. */
export interface PrintedElement {
  tag: string;
  open: string;
  children: PrintedNode[];
}

/** Text stands as printed, with its character references. */
export type PrintedNode = string | PrintedElement;

/** The elements that the pipeline prints without an end tag. */
export const voidElements = new Set(['br', 'hr', 'img']);

const TAG = /<(\/?)([a-z\d]*)(?:"[^"]*"|[^">])*>/y;

/**
 * Reads HTML that the pipeline printed, which closes every element and writes `<` as a character
 * reference wherever it is text. No parser for HTML of any other origin.
 */
export function parsePrinted(html: string): PrintedNode[] {
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
