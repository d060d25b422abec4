import type { Tag } from './html-tags.ts';

/** A stretch of raw HTML: what stands in a heading, or between headings. */
export interface HtmlStretch {
  parts: (string | Tag)[];
  /** The level of the heading. */
  depth?: 1 | 2 | 3 | 4 | 5 | 6;
  /** Line breaks before its words. */
  line: number;
}

/** What a heading is a part of, and opens no section in. */
const holders = /^(?:a|b|blockquote|del|dl|em|i|ol|pre|s|strike|strong|table|ul)$/;

const depthOf = (part: string | Tag | undefined): HtmlStretch['depth'] | undefined =>
  typeof part === 'object' && /^h[1-6]$/.test(part.name)
    ? (Number(part.name[1]) as HtmlStretch['depth'])
    : undefined;

const inOneLine = (part: string | Tag): string | Tag =>
  typeof part === 'string' ? part.replace(/\s+/g, ' ') : part;

/** Where the heading that a tag opens ends; nothing where the next such tag opens another one. */
function endOf(parts: readonly (string | Tag)[], from: number): number | undefined {
  for (let at = from + 1; at < parts.length; at += 1) {
    const part = parts[at]!;
    if (typeof part === 'object' && depthOf(part) !== undefined) return part.isEnd ? at : undefined;
  }
  return undefined;
}

/**
 * Cuts a block of raw HTML at the headings that stand in it as they could in Markdown: not in lists, tables, quotations
 * or links, and with words. Its parts stay in their order; what is between two headings may be nothing.
 */
export function cutAtHeadings(parts: readonly (string | Tag)[]): HtmlStretch[] {
  const stretches: HtmlStretch[] = [{ parts: [], line: 0 }];
  let held = 0;
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at]!;
    const depth = held === 0 ? depthOf(part) : undefined;
    const end = depth === undefined ? undefined : endOf(parts, at);
    const inner = end === undefined ? [] : parts.slice(at + 1, end);
    if (inner.some((one) => typeof one === 'string' && one.trim() !== '')) {
      stretches.push(
        { parts: inner.map(inOneLine), depth: depth!, line: (part as Tag).line },
        { parts: [], line: (parts[end!] as Tag).line },
      );
      at = end!;
      continue;
    }
    const last = stretches.at(-1)!;
    if (last.parts.length === 0 && typeof part === 'string') {
      last.line += /^\s*/.exec(part)![0].split('\n').length - 1;
    }
    last.parts.push(part);
    if (typeof part === 'object' && holders.test(part.name)) {
      held = Math.max(0, held + (part.isEnd ? -1 : 1));
    }
  }
  return stretches;
}
