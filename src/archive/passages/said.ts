import type { PrintedLine } from '../text/printed-lines.ts';
import type { Span } from '../text/sentence.ts';
import { breakWords, isUnspaced } from '../text/word-break.ts';

/**
 * An address in a text, or a host with a path. A host is looked for from the start of its first name on, and from no
 * later place in it, which would end as the first one did.
 */
export const address =
  /\b(?:https?|ftp):\/\/[^\s<>]+|\bwww\.[^\s<>]+|(?=\w)(?<=(?<![\w-])-*)(?<!\w-*\.)[\w-]+(?:\.[\w-]+)+\/[^\s<>]*/giu;

/** Few texts hold an address, and to look for one is slow. */
export const mayHoldAddress = (text: string): boolean => text.includes('/') || /www\./i.test(text);

/** Words that only announce a link or a number. */
const announcing = new Set(
  'a an the and or of on in to for by at is are was it this that these those there here see also via pr prs pull request requests issue issues ticket link links discuss discussion related fix fixes review please comment comments files commits re cc todo tbd done note notes n none na same as above below'.split(
    ' ',
  ),
);

/** The words of a text, with the marks inside them. */
function splitWords(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}_.'’/+-]*/gu) ?? [];
  return isUnspaced(text) ? words.flatMap(breakWords) : words;
}

/** Whether a word says something beyond naming references and addresses. */
const says = (word: string): boolean =>
  /\p{L}{2}/u.test(word) && !announcing.has(word.toLowerCase());

/** The words of a line without its addresses, and its references but for those that bear a name of some words. */
function saidIn(line: Pick<PrintedLine, 'text' | 'references'>, span: Span): string[] {
  let text = '';
  let from = span.start;
  for (const { start, end } of line.references) {
    if (end <= span.start || start >= span.end) continue;
    const isName = splitWords(line.text.slice(start, end)).filter(says).length > 1;
    if (isName) continue;
    text += `${line.text.slice(from, Math.max(start, from))} `;
    from = Math.max(end, from);
  }
  text += line.text.slice(from, span.end);
  const bare = mayHoldAddress(text) ? text.replace(address, ' ') : text;
  return splitWords(bare);
}

/** How many words of a line say something beyond naming references and addresses. */
export function wordsSaid(
  line: Pick<PrintedLine, 'text' | 'references'>,
  span: Span = { start: 0, end: line.text.length },
): number {
  return saidIn(line, span).filter(says).length;
}

/** Whether a line says next to nothing besides naming references and addresses (“Issue: #12”). */
export function isBare(line: Pick<PrintedLine, 'text' | 'references'>): boolean {
  return wordsSaid(line) < 3;
}
