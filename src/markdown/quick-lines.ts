import { closesFence, fenceOf } from '../archive/text/fence.ts';

/** What stands before the words of a line: block quotes, list markers and white space. */
interface Prefix {
  end: number;
  quotes: number;
  items: number;
  /** Column of the last list marker. */
  column: number;
}

/** A line as it is seen by a quick reader, who parses nothing. */
export interface QuickLine {
  /** From 1. */
  number: number;
  length: number;
  isIndented: boolean;
  /** `code` stands between fences, the last of them included. */
  kind: 'code' | 'empty' | 'words' | 'fence';
  prefix: Prefix;
  /** What stands behind the prefix. */
  words: string;
  isRule: boolean;
  /** What may open or close something within a paragraph, with what it costs a parser. */
  marks: number;
  /** Square brackets inside each other. */
  brackets: number;
  /** What signs in a row cost a parser behind an address, which it may end before any of them: their number squared. */
  trails: number;
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

const mark = /[*_~[\]!<>&`\\@#]|(?<!=)==(?!=)|https?:|www\./g;
/** Whether a mark may begin an address, which costs a parser several times as much as the others do. */
const isOfAddress = (found: string): boolean => found === '@' || found.length > 2;

/** Signs in a row that do not belong to an address which they end. */
const trail = /["'),.:;?!*_~\]<&]{2,}/g;

function countMarks(text: string): Pick<QuickLine, 'marks' | 'brackets' | 'trails'> {
  let marks = 0;
  let open = 0;
  let brackets = 0;
  let holdsAddress = false;
  for (const [found] of text.matchAll(mark)) {
    marks += isOfAddress(found) ? 3 : 1;
    if (found.length > 2) holdsAddress = true;
    if (found === '[') brackets = Math.max(brackets, (open += 1));
    else if (found === ']') open = Math.max(0, open - 1);
  }
  const trails = holdsAddress ? (text.match(trail) ?? []) : [];
  return { marks, brackets, trails: trails.reduce((sum, { length }) => sum + length ** 2, 0) };
}

const isRule = (line: string): boolean => /^[ \t>]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)$/.test(line);

/** Reads the lines of a text one by one, as far as is asked. */
export function* readQuickly(lines: readonly string[]): Generator<QuickLine, void> {
  let fence: string | undefined;
  for (const [index, line] of lines.entries()) {
    const prefix = readPrefix(line);
    const words = line.slice(prefix.end);
    const isEmpty = prefix.items === 0 && words.trim() === '';
    const opened = fenceOf(words);
    const kind =
      fence !== undefined ? 'code' : isEmpty ? 'empty' : opened !== undefined ? 'fence' : 'words';
    if (fence === undefined) fence = opened;
    else if (closesFence(words, fence)) fence = undefined;
    yield {
      number: index + 1,
      length: line.length,
      isIndented: /^[ \t]/.test(line),
      kind,
      prefix,
      words,
      isRule: isRule(line),
      ...countMarks(line),
    };
  }
}
