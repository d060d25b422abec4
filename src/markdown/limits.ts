/**
 * What a note may hold. Real notes stay far below: the longest of some sixty has 85 KB, lines of 1,600
 * characters and 375 marks between two empty lines. Parsers of Markdown take time and memory that grow with
 * the square of some of these (16 KB of `a*` cost seconds, 100 KB minutes), so they are counted first.
 */
export const limits = {
  /** UTF-16 units in a note. */
  size: 1_000_000,
  lines: 50_000,
  emptyLines: 10_000,
  /** UTF-16 units in a line. */
  line: 20_000,
  /** Block quotes and lists inside each other. */
  depth: 40,
  /** Square brackets inside each other. */
  brackets: 100,
  /** Marks of emphasis, brackets, backticks, angle brackets and addresses in one paragraph. */
  marks: 2_500,
  /** List items and block quotes in a note. */
  containers: 3_000,
  /** Cells of one table, those included that a short row leaves out. */
  cells: 10_000,
  columns: 100,
  /** Headings in a note. */
  headings: 2_000,
  /** Link definitions, and uses and texts of footnotes, in a note. */
  definitions: 600,
} as const;
