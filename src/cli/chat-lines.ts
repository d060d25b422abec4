import { fencedLines } from '../archive/text/fenced-lines.ts';

/** What somebody said in a chat, behind its time: `[2021-12-07 17:01] <ann> hi`, `5:01 PM Ann: hi`. */
const SAID =
  /^\[?(?:\d{4}-\d\d-\d\d[T ])?\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:Z| ?[AP]M)?\]?\s+\S.*$/i;

/**
 * Lines with a break behind each of a chat's that another one follows, as Markdown would let them run together. Code is
 * left as it is.
 */
export function breakChatLines(lines: readonly string[]): string[] {
  const code = fencedLines(lines);
  const isSaid = (index: number): boolean => !code.has(index) && SAID.test(lines[index] ?? '');
  return lines.map((line, index) =>
    isSaid(index) && isSaid(index + 1) ? `${line.trimEnd()}  ` : line,
  );
}
