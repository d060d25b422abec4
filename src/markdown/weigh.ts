import { limits } from './limits.ts';
import { type QuickLine, readQuickly } from './quick-lines.ts';

/** A limit that a text exceeds, in words, and the line on which it does (from 1). */
export interface Excess {
  what: string;
  limit: string;
  line: number;
  /** Whether a picture stands there as text (RFC 2397), which is most of it as a rule. */
  picture?: boolean;
}

/** What a text is like before it is parsed. */
export interface Weight {
  excess?: Excess;
  /** Whether its parsing may take long, so that it is done where it can be stopped. */
  heavy: boolean;
}

/** Something that is counted line by line. */
interface Counter {
  /** Adds a line; gives the limit that is exceeded by it. */
  add(line: QuickLine): Excess | undefined;
  /** Whether parsing may take long, by all that was added. */
  isHeavy(): boolean;
}

/** Costs from which a text is heavy: a tenth of a second or so of parsing. */
const heavyMarks = 400_000;
const heavyContainers = 800;
const heavySize = 250_000;
const heavyDepth = 15;
const heavyEmptyLines = 4_000;

const number = (value: number): string => value.toLocaleString('en');

const excess = (what: string, limit: number, line: number): Excess => ({
  what,
  limit: number(limit),
  line,
});

const isHeading = (words: string): boolean =>
  /^[ \t]{0,3}(?:#{1,6}(?:[ \t]|$)|[-=]+[ \t]*$)/.test(words);
const isDelimiterRow = (words: string): boolean => words.includes('-') && /^[ \t|:-]*$/.test(words);

/** Counts block quotes and lists, how deep they stand inside each other, and the empty lines between them. */
function countContainers(): Counter {
  let containers = 0;
  let emptyLines = 0;
  let deepest = 0;
  const indents: number[] = [];
  const depthOf = ({ prefix, isIndented }: QuickLine): number => {
    if (prefix.items > 0) {
      while ((indents.at(-1) ?? -1) >= prefix.column) indents.pop();
      indents.push(prefix.column);
    } else if (!isIndented) indents.length = 0;
    return prefix.quotes + Math.max(prefix.items, indents.length);
  };
  return {
    add(line) {
      const { kind, prefix } = line;
      if (kind === 'code') return undefined;
      if (kind === 'empty') {
        // An empty line within a quote or a list is one more thing for the parser to look back over.
        if (prefix.quotes > 0) containers += 1;
        return (emptyLines += 1) > limits.emptyLines
          ? excess('too many empty lines', limits.emptyLines, line.number)
          : undefined;
      }
      if (line.isRule) return undefined;
      const depth = depthOf(line);
      deepest = Math.max(deepest, depth);
      if (depth > limits.depth) {
        const what = `lists and quotes nested ${number(depth)} deep`;
        return excess(what, limits.depth, line.number);
      }
      containers += prefix.items + (prefix.quotes > 0 ? 1 : 0);
      return containers > limits.containers
        ? excess('too many list items and quotes', limits.containers, line.number)
        : undefined;
    },
    isHeavy: () =>
      deepest > heavyDepth || containers > heavyContainers || emptyLines > heavyEmptyLines,
  };
}

/** Counts headings, and what links and footnotes are defined and used by. */
function countHeadings(): Counter {
  let headings = 0;
  let definitions = 0;
  return {
    add({ kind, words, number: line }) {
      if (kind !== 'words') return undefined;
      headings += isHeading(words) ? 1 : (words.match(/<h[1-6](?=[\s>])/gi)?.length ?? 0);
      if (headings > limits.headings) {
        return excess('too many headings', limits.headings, line);
      }
      definitions += words.match(/\[\^|^[ \t]{0,3}\[[^\]]*\]:/g)?.length ?? 0;
      return definitions > limits.definitions
        ? excess('too many footnotes and link definitions', limits.definitions, line)
        : undefined;
    },
    isHeavy: () => headings > limits.headings / 4 || definitions > limits.definitions / 4,
  };
}

/** Counts the cells of each table. To one belongs every line down to the next empty one. */
function countCells(): Counter & { isRow(line: QuickLine): boolean } {
  let cells = 0;
  let columns = 0;
  let most = 0;
  const barsIn = (words: string): number => words.split('|').length - 1;
  return {
    add({ kind, words, number: line }) {
      if (kind === 'empty') cells = columns = 0;
      if (kind !== 'words') return undefined;
      const bars = barsIn(words);
      if (bars > 0 && isDelimiterRow(words)) columns = Math.max(columns, bars);
      if (columns > limits.columns + 1) {
        return excess(`a table of ${number(columns - 1)} columns`, limits.columns, line);
      }
      cells += columns;
      most = Math.max(most, cells);
      return cells > limits.cells
        ? excess('a table of too many cells', limits.cells, line)
        : undefined;
    },
    isRow: ({ words }) => columns > 0 && barsIn(words) > 0,
    isHeavy: () => most > limits.cells / 4,
  };
}

/** Counts the marks of each paragraph, where `isRow` tells the rows of tables, each of which is one. */
function countMarks(isRow: (line: QuickLine) => boolean): Counter {
  let marks = 0;
  let brackets = 0;
  let start = 1;
  // Of all that stands between two empty lines, code too.
  let passage = 0;
  let cost = 0;
  return {
    add(line) {
      passage += line.marks;
      cost += line.trails;
      if (line.kind === 'empty') {
        cost += passage ** 2;
        passage = marks = brackets = 0;
        start = line.number + 1;
      }
      if (line.kind !== 'words') return undefined;
      if (line.prefix.items > 0 || isHeading(line.words) || isRow(line)) {
        marks = brackets = 0;
        start = line.number;
      }
      marks += line.marks;
      brackets = Math.max(brackets, line.brackets);
      if (marks > limits.marks) {
        const what =
          'too many marks (of emphasis, brackets, backticks, addresses) in one paragraph';
        return excess(what, limits.marks, start);
      }
      return brackets > limits.brackets
        ? excess(`brackets nested ${number(brackets)} deep`, limits.brackets, line.number)
        : undefined;
    },
    isHeavy: () => cost + passage ** 2 > heavyMarks,
  };
}

/** Whether a text holds a picture of more than a kilobyte or so. */
const holdsPicture = (text: string): boolean =>
  /data:image\/[\w.+-]+;base64,[a-z\d+/]{1000}/i.test(text);

const excessOfLine = ({ length, number: line, words }: QuickLine): Excess | undefined =>
  length > limits.line
    ? {
        ...excess(`a line of ${number(length)} characters`, limits.line, line),
        picture: holdsPicture(words),
      }
    : undefined;

/**
 * Weighs a text before it is parsed, in one pass over its lines: which limit it exceeds first, if any, and
 * whether it is heavy. The counts are those of a quick reader, not of a parser. Where the two may differ,
 * a limit gives the note the benefit of the doubt and `heavy` does not: code counts towards it as well.
 */
export function weigh(text: string): Weight {
  const refuse = (found: Excess): Weight => ({ excess: found, heavy: true });
  if (text.length > limits.size) {
    const found = excess(`${number(text.length)} characters`, limits.size, 1);
    return refuse({ ...found, picture: holdsPicture(text) });
  }
  const lines = text.split('\n');
  if (lines.length > limits.lines) {
    return refuse(excess(`${number(lines.length)} lines`, limits.lines, limits.lines));
  }
  const cells = countCells();
  const counters = [countContainers(), countHeadings(), cells, countMarks(cells.isRow)];
  for (const line of readQuickly(lines)) {
    let found = excessOfLine(line);
    for (const counter of counters) found ??= counter.add(line);
    if (found !== undefined) return refuse(found);
  }
  return { heavy: text.length > heavySize || counters.some((counter) => counter.isHeavy()) };
}
