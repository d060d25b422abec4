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

/** A limit that a text exceeds, in words, and the line on which it does (from 1). */
export interface Excess {
  what: string;
  limit: string;
  line: number;
}

/** What a text is like before it is parsed. */
export interface Weight {
  excess?: Excess;
  /** Whether its parsing may take long, so that it is done where it can be stopped. */
  heavy: boolean;
}

/** Costs from which a text is heavy: a tenth of a second or so of parsing. */
const heavyMarks = 400_000;
const heavyContainers = 800;
const heavySize = 250_000;
const heavyDepth = 15;
const heavyEmptyLines = 4_000;

const number = (value: number): string => value.toLocaleString('en');

/** What stands before the words of a line: block quotes, list markers and white space. */
interface Prefix {
  end: number;
  quotes: number;
  items: number;
  /** Column of the last list marker. */
  column: number;
}

function readPrefix(line: string): Prefix {
  const prefix: Prefix = { end: 0, quotes: 0, items: 0, column: 0 };
  const marker = /[ \t]*(?:(>)|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))/y;
  for (;;) {
    marker.lastIndex = prefix.end;
    const match = marker.exec(line);
    if (match === null) return prefix;
    prefix.end = marker.lastIndex;
    if (match[1] === '>') prefix.quotes += 1;
    else {
      prefix.items += 1;
      prefix.column = prefix.end;
    }
  }
}

/** What may open or close something within a paragraph. */
const mark = /[*_~[\]!<>&`\\@#]|https?:|www\./g;
/** Whether a mark may begin an address, which costs a parser several times as much as the others do. */
const isOfAddress = (found: string): boolean => found === '@' || found.length > 1;

function countMarks(text: string): { marks: number; deepest: number } {
  let marks = 0;
  let open = 0;
  let deepest = 0;
  for (const [found] of text.matchAll(mark)) {
    marks += isOfAddress(found) ? 3 : 1;
    if (found === '[') deepest = Math.max(deepest, (open += 1));
    else if (found === ']') open = Math.max(0, open - 1);
  }
  return { marks, deepest };
}

const isDelimiterRow = (words: string): boolean => words.includes('-') && /^[ \t|:-]*$/.test(words);
const isRule = (line: string): boolean => /^[ \t>]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)$/.test(line);

/**
 * Weighs a text before it is parsed, in one pass over its lines: which limit it exceeds first, if any, and
 * whether it is heavy. The counts are those of a quick reader, not of a parser. Where the two may differ,
 * a limit gives the note the benefit of the doubt and `heavy` does not: code counts towards it as well.
 */
export function weigh(text: string): Weight {
  let heavy = text.length > heavySize;
  const refuse = (what: string, limit: string, line: number): Weight => ({
    excess: { what, limit, line },
    heavy: true,
  });
  if (text.length > limits.size) {
    return refuse(`${number(text.length)} characters`, number(limits.size), 1);
  }
  const lines = text.split('\n');
  if (lines.length > limits.lines) {
    return refuse(`${number(lines.length)} lines`, number(limits.lines), limits.lines);
  }
  let fence: string | undefined;
  let containers = 0;
  let headings = 0;
  let emptyLines = 0;
  let definitions = 0;
  // Of the passage between two empty lines, and of the paragraph in it.
  let passageMarks = 0;
  let cost = 0;
  let marks = 0;
  let paragraphStart = 1;
  let brackets = 0;
  let cells = 0;
  let columns = 0;
  const indents: number[] = [];
  const endPassage = (): void => {
    cost += passageMarks ** 2;
    passageMarks = marks = brackets = cells = columns = 0;
  };

  for (const [index, line] of lines.entries()) {
    const at = index + 1;
    if (line.length > limits.line) {
      return refuse(`a line of ${number(line.length)} characters`, number(limits.line), at);
    }
    const prefix = readPrefix(line);
    const words = line.slice(prefix.end);
    const fenceMark = /^[ \t]*(`{3,}(?=[^`]*$)|~{3,})/.exec(words)?.[1];
    const counted = countMarks(line);
    passageMarks += counted.marks;
    if (fence !== undefined) {
      const closes =
        fenceMark?.startsWith(fence) && words.trim().replaceAll(fence.charAt(0), '') === '';
      if (closes) fence = undefined;
      continue;
    }
    if (prefix.items === 0 && words.trim() === '') {
      endPassage();
      if ((emptyLines += 1) > limits.emptyLines) {
        return refuse('too many empty lines', number(limits.emptyLines), at);
      }
      paragraphStart = at + 1;
      // An empty line within a quote or a list is one more thing for the parser to look back over.
      if (prefix.quotes > 0) containers += 1;
      continue;
    }
    const rule = isRule(line);
    if (!rule) {
      if (prefix.items > 0) {
        while ((indents.at(-1) ?? -1) >= prefix.column) indents.pop();
        indents.push(prefix.column);
      } else if (!/^[ \t]/.test(line)) indents.length = 0;
      const depth = prefix.quotes + Math.max(prefix.items, indents.length);
      heavy ||= depth > heavyDepth;
      if (depth > limits.depth) {
        const what = `lists and quotes nested ${number(depth)} deep`;
        return refuse(what, number(limits.depth), at);
      }
      containers += prefix.items + (prefix.quotes > 0 ? 1 : 0);
      if (containers > limits.containers) {
        return refuse('too many list items and quotes', number(limits.containers), at);
      }
    }
    if (fenceMark !== undefined) {
      fence = fenceMark;
      continue;
    }
    const heading = /^[ \t]{0,3}(?:#{1,6}(?:[ \t]|$)|[-=]+[ \t]*$)/.test(words);
    if (heading && (headings += 1) > limits.headings) {
      return refuse('too many headings', number(limits.headings), at);
    }
    definitions += words.match(/\[\^|^[ \t]{0,3}\[[^\]]*\]:/g)?.length ?? 0;
    if (definitions > limits.definitions) {
      return refuse('too many footnotes and link definitions', number(limits.definitions), at);
    }
    const bars = words.split('|').length - 1;
    if (bars > 0 && isDelimiterRow(words)) columns = Math.max(columns, bars);
    if (columns > limits.columns + 1) {
      return refuse(`a table of ${number(columns - 1)} columns`, number(limits.columns), at);
    }
    // To a table belongs every line down to the next empty one.
    cells += columns;
    if (cells > limits.cells) {
      return refuse('a table of too many cells', number(limits.cells), at);
    }
    const row = columns > 0 && bars > 0;
    if (prefix.items > 0 || heading || row) {
      marks = brackets = 0;
      paragraphStart = at;
    }
    marks += counted.marks;
    brackets = Math.max(brackets, counted.deepest);
    if (marks > limits.marks) {
      const what = 'too many marks (of emphasis, brackets, backticks, addresses) in one paragraph';
      return refuse(what, number(limits.marks), paragraphStart);
    }
    if (brackets > limits.brackets) {
      return refuse(`brackets nested ${number(brackets)} deep`, number(limits.brackets), at);
    }
    heavy ||= cells > limits.cells / 4;
  }
  endPassage();
  heavy ||= cost > heavyMarks || containers > heavyContainers || emptyLines > heavyEmptyLines;
  heavy ||= headings > limits.headings / 4 || definitions > limits.definitions / 4;
  return { heavy };
}
