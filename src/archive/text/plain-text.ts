import type { Element, Nodes } from 'hast';

const lines = new Set([
  'p',
  'li',
  'ul',
  'ol',
  'blockquote',
  'pre',
  'table',
  'thead',
  'tbody',
  'tr',
  'hr',
  'section',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);

/** The raised number that leads to a footnote, and the arrow back, are signs rather than words. */
const isFootnoteMark = ({ properties }: Element): boolean =>
  properties !== undefined &&
  ('dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties);

function collect(node: Nodes, out: string[], verbatim: boolean): void {
  if (node.type === 'text') {
    out.push(verbatim ? node.value : node.value.replace(/\s+/g, ' '));
    return;
  }
  if (node.type !== 'root' && node.type !== 'element') return;
  const element = node as Element;
  if (isFootnoteMark(element)) return;
  const ownLine = node.type === 'element' && lines.has(element.tagName);
  const pre = verbatim || element.tagName === 'pre';
  if (element.tagName === 'br') out.push('\n');
  if (element.tagName === 'img') out.push(String(element.properties['alt'] ?? ''));
  if (ownLine) out.push('\n');
  for (const child of node.children) collect(child, out, pre);
  if (element.tagName === 'td' || element.tagName === 'th') out.push(' ');
  if (ownLine) out.push('\n');
}

/** The words of a tree of HTML: paragraphs, list items and table rows each on lines of their own. */
export function plainText(node: Nodes): string {
  const out: string[] = [];
  collect(node, out, false);
  return out
    .join('')
    .replace(/\n[ \t]+/g, '\n')
    .replace(/(?<![ \t])[ \t]+\n/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .replace(/ {2,}/g, ' ')
    .trim();
}
