import { fencedLines } from '../archive/text/fenced-lines.ts';

/** A heading, or a line in bold that stands for one, of the lines [from, to). */
export interface DocumentHeading {
  /** 1 to 6, or that of a line in bold. */
  depth: number;
  /** As written, and without the marks of Markdown. */
  written: string;
  text: string;
  from: number;
  to: number;
}

/** A line in bold stands below any heading. */
export const boldDepth = 7;

const ATX = /^ {0,3}(?<marks>#{1,6})[ \t]+(?<text>.*?)(?:[ \t]+#+)?[ \t]*$/;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
const BOLD = /^ {0,3}(?<mark>\*\*|__)(?<text>[^*_\n]{1,100})\k<mark>[ \t]*:?[ \t]*$/;

/** Whether a line is empty, or none. */
export const isBlank = (line: string | undefined): boolean =>
  line === undefined || line.trim() === '';

/** A text without the marks of Markdown that show it otherwise. */
export const withoutMarks = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`\\]+/g, '')
    .trim();

/** The headings of a document, with the lines in bold that stand alone, in their order. */
export function readHeadings(lines: readonly string[]): DocumentHeading[] {
  const code = fencedLines(lines);
  return lines.flatMap((line, at): DocumentHeading[] => {
    if (code.has(at) || isBlank(line)) return [];
    const { marks = '', text: atx } = ATX.exec(line)?.groups ?? {};
    const isApart = isBlank(lines[at - 1]);
    const next = lines[at + 1];
    const isUnderlined = atx === undefined && isApart && next !== undefined && UNDERLINE.test(next);
    const bold = isApart && isBlank(next) ? BOLD.exec(line)?.groups?.['text'] : undefined;
    const written = atx ?? (isUnderlined ? line.trim() : bold);
    if (written === undefined) return [];
    const depth = marks.length || (isUnderlined ? (next.includes('=') ? 1 : 2) : boldDepth);
    return [
      { depth, written, text: withoutMarks(written), from: at, to: at + (isUnderlined ? 2 : 1) },
    ];
  });
}
