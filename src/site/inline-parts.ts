/** A script or style that stands in a page. */
export interface InlinePart {
  kind: 'script' | 'style';
  text: string;
  /** Where its text begins: an index from 0. */
  index: number;
}

// Any tag is read to its end, as an attribute may hold what looks like one.
const PARTS =
  /<(script|style)\b(?:"[^"]*"|[^">])*>([\s\S]*?)<\/(?:script|style)>|<[a-z](?:"[^"]*"|[^">])*>/g;

/** The scripts and styles in HTML as this site's pages have it, but for empty ones, in their order. */
export function inlineParts(html: string): InlinePart[] {
  const parts: InlinePart[] = [];
  for (const { 0: whole, 1: kind, 2: text, index } of html.matchAll(PARTS)) {
    if (!kind || !text) continue;
    const end = index + whole.length - `</${kind}>`.length;
    parts.push({ kind: kind as InlinePart['kind'], text, index: end - text.length });
  }
  return parts;
}
