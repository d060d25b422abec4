import type { Html, PhrasingContent, Table, TableCell, TableRow } from 'mdast';

import { flattenBlock, isBlank } from './flatten-html.ts';
import type { Surroundings } from './html-equivalents.ts';
import { type Tag, attributeOf } from './html-tags.ts';
import { limits } from './limits.ts';

/** A cell of a table of raw HTML: what stands in it, and line breaks before it. */
interface Cell {
  parts: (string | Tag)[];
  line: number;
  isHead: boolean;
}

/** The rows of a table of raw HTML, each with its cells. */
export type TableRows = readonly (readonly Cell[])[];

/** Tags that make a table, and are no part of what stands in its cells. */
const frame = /^(?:table|thead|tbody|tfoot|tr|td|th|col|colgroup)$/;

const spanOf = (tag: Tag, attribute: 'colspan' | 'rowspan'): number =>
  Math.max(1, Math.trunc(Number(attributeOf(tag, attribute) ?? 1)) || 1);

/** Whether rows are those of a table to be read, and of no more cells than one in Markdown may have. */
function isTable(rows: TableRows): boolean {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const isWithinLimits = columns <= limits.columns && columns * rows.length <= limits.cells;
  return isWithinLimits && columns > 1 && rows.length > 1;
}

/**
 * The rows of the table whose tag stands at `from`, and where it ends; nothing where it holds another one, or cells over
 * several rows, or something outside of its cells, or where it only lays out what stands in one row or column.
 */
export function tableAt(
  parts: readonly (string | Tag)[],
  from: number,
): { rows: Cell[][]; end: number } | undefined {
  const rows: Cell[][] = [];
  let cells = 0;
  let cell: Cell | undefined;
  for (let at = from + 1; at < parts.length && cells <= limits.cells; at += 1) {
    const part = parts[at]!;
    if (typeof part === 'string' || !frame.test(part.name)) {
      if (cell !== undefined) cell.parts.push(part);
      else if (typeof part !== 'string' || part.trim() !== '') return undefined;
      continue;
    }
    const { name, isEnd, line } = part;
    cell = undefined;
    if (name === 'table') {
      const full = rows.filter((row) => row.length > 0);
      return isEnd && isTable(full) ? { rows: full, end: at } : undefined;
    }
    if (isEnd) continue;
    if (name === 'tr') rows.push([]);
    if (name !== 'td' && name !== 'th') continue;
    const columns = spanOf(part, 'colspan');
    if (spanOf(part, 'rowspan') > 1 || columns > limits.columns) return undefined;
    cells += columns;
    const isHead = name === 'th';
    cell = { parts: [], line, isHead };
    const spanned = Array.from({ length: columns - 1 }, () => ({ parts: [], line, isHead }));
    if (rows.length === 0) rows.push([]);
    rows.at(-1)!.push(cell, ...spanned);
  }
  return undefined;
}

/** Whether all that is said in a row stands in bold, as titles of columns do. */
const isBold = (row: readonly (readonly PhrasingContent[])[]): boolean =>
  row.every((cell) => cell.every((node) => isBlank(node) || node.type === 'strong'));

/**
 * The table of Markdown that rows of raw HTML are, and the first tag of which more than its text was lost. Where the
 * first row names no columns, its head is without words.
 */
export function makeTable(
  rows: TableRows,
  surroundings: Omit<Surroundings, 'position'>,
  placeOf: (line: number) => Html['position'],
): { block: Table; dropped: string | undefined } {
  let dropped: string | undefined;
  const read = rows.map((row) =>
    row.map(({ parts, line }) => {
      const flattened = flattenBlock(parts, { ...surroundings, position: placeOf(line) });
      dropped ??= flattened.dropped;
      return flattened.nodes;
    }),
  );
  const rowOf = (cells: readonly PhrasingContent[][], row: readonly Cell[]): TableRow => ({
    type: 'tableRow',
    position: placeOf(row[0]!.line),
    children: cells.map((children, at): TableCell => {
      return { type: 'tableCell', children, position: placeOf(row[at]!.line) };
    }),
  });
  const children = read.map((cells, at) => rowOf(cells, rows[at]!));
  const first = rows[0]!;
  if (!first.every(({ isHead }) => isHead) && !isBold(read[0]!)) {
    children.unshift(
      rowOf(
        first.map(() => []),
        first,
      ),
    );
  }
  return { block: { type: 'table', children, position: placeOf(first[0]!.line) }, dropped };
}
