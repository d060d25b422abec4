import type { Nodes, Paragraph } from 'mdast';

import { walkMarkdown } from './walk.ts';

/** A line of a paragraph as it was written, without the marks of quotations that it is in; lines and columns count from 1. */
export interface ParagraphLine {
  text: string;
  line: number;
  /** Where its words start. */
  column: number;
}

/** What a mark of a block within would tear apart. */
const wholes: ReadonlySet<Nodes['type']> = new Set([
  'html',
  'image',
  'imageReference',
  'inlineCode',
  'link',
  'linkReference',
]);

/**
 * The lines of a paragraph as they stand in the source, but for those that begin within code, a comment, a link or a
 * picture: what stands at their start is no mark of a block.
 */
export function paragraphLines(paragraph: Paragraph, source: string): ParagraphLine[] {
  const { start, end } = paragraph.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return [];
  const spans: [from: number, to: number][] = [];
  walkMarkdown(paragraph, (node: Nodes) => {
    if (!wholes.has(node.type)) return undefined;
    spans.push([node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]);
    return 'skip';
  });
  const lines: ParagraphLine[] = [];
  let offset = start.offset;
  let span = 0;
  for (const [index, written] of source.slice(offset, end.offset).split('\n').entries()) {
    while ((spans[span]?.[1] ?? Infinity) <= offset) span += 1;
    if ((spans[span]?.[0] ?? Infinity) >= offset) {
      const [quotation = ''] = index === 0 ? [''] : /^(?:[ \t]*>)*/.exec(written)!;
      const text = written.slice(quotation.length);
      const column = index === 0 ? start.column : quotation.length + text.search(/\S|$/) + 1;
      lines.push({ text, line: start.line + index, column });
    }
    offset += written.length + 1;
  }
  return lines;
}
