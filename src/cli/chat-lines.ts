import { isChatLine } from '../archive/text/chat-line.ts';
import { fencedLines } from '../archive/text/fenced-lines.ts';

/**
 * Lines with a break behind each of a chat's that another one follows, as Markdown would let them run together. Code is
 * left as it is.
 */
export function breakChatLines(lines: readonly string[]): string[] {
  const code = fencedLines(lines);
  const isSaid = (index: number): boolean => !code.has(index) && isChatLine(lines[index] ?? '');
  return lines.map((line, index) =>
    isSaid(index) && isSaid(index + 1) ? `${line.trimEnd()}  ` : line,
  );
}
