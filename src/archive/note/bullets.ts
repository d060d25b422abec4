import { fencedLines } from '../text/fenced-lines.ts';

/**
 * The characters by which editors show the items of a list. Those of Word's fonts of symbols are copied out of it as
 * they are; a letter and a sign of a paragraph are such a character only with the tab that Word puts behind them.
 */
const SIGN = /[•●◦○▪▫■‣⁃∙·\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc]|[o§](?=\t)/u;
/** A box of a task at the start of a line, as some editors copy it without the mark of an item. */
const BOX = String.raw`\[[ xX]\][ \t\u00a0]+\S`;
const LONE_BOX = new RegExp(String.raw`^[ \t\u00a0]*${BOX}`, 'mu');
/** Such a character at the start of a line, with space behind it, or a box, which stays. */
const BULLET = new RegExp(
  String.raw`^(?<indent>[ \t\u00a0]*)(?<sign>(?:${SIGN.source})[ \t\u00a0]+|(?=${BOX}))(?<rest>\S.*)$`,
  'u',
);

/** Whether a text holds any of these; hardly a note does. */
export function mayHoldBullets(text: string): boolean {
  return SIGN.test(text) || LONE_BOX.test(text);
}

/** A line of Markdown that begins something else than text. */
const OTHER = /^\s*(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|>|\|)/;
const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;

const widthOf = (indent: string): number => indent.replaceAll('\t', '    ').length;

/** What a line begins with that is an item to a reader, but none to Markdown: a bullet character, or `[ ]`. */
export function bulletOf(line: string): string | undefined {
  const sign = BULLET.exec(line)?.groups?.['sign'];
  return sign === '' ? '[ ]' : sign?.trim();
}

/** What begins something else than text at the start of an item: a list, a heading, a quotation, code, a rule. */
const BEGINNING = /^(?=(?:[-+*]|#{1,6})\s|>|`{3,}[^`]*$|~{3}|([-*_])(?:[ \t]*\1){2,}[ \t]*$)/;

/** The words of an item, with what would begin something else inside of it as the text that it was. */
const withoutMark = (text: string): string =>
  text.replace(BEGINNING, '\\').replace(/^(\d{1,9})(?=[.)]\s)/, '$1\\');

/** An item that a further one may stand below. */
interface OpenItem {
  width: number;
  sign: string;
}

/** How deep an item stands: by its indentation, else by its character, as editors change it from level to level. */
function openItem(open: OpenItem[], item: OpenItem): number {
  while (item.width < (open.at(-1)?.width ?? 0)) open.pop();
  const level = open.findLastIndex(({ width, sign }) => width === item.width && sign === item.sign);
  if (level < 0) open.push(item);
  else open.length = level + 1;
  return open.length - 1;
}

/**
 * Lines with those that begin with a bullet character (`• `, `● `, `◦ `) or a box as items of Markdown lists, in each
 * other as far as indentation or a change of the character says so. There are as many lines as before; code is left as
 * it is.
 */
export function markBullets(lines: readonly string[]): string[] {
  const code = fencedLines(lines);
  const marked: string[] = [];
  const open: OpenItem[] = [];
  let base = 0;
  let before = '';
  let blank = false;
  for (const [index, line] of lines.entries()) {
    const groups = code.has(index) ? undefined : BULLET.exec(line)?.groups;
    if (groups === undefined) {
      // Other text behind an empty line, and what begins something else, ends the list.
      if (line.trim() !== '' && (blank || OTHER.test(line) || code.has(index))) open.length = 0;
      marked.push(line);
    } else {
      const { indent = '', rest = '' } = groups;
      const sign = (groups['sign'] ?? '').trim();
      const width = widthOf(indent);
      if (open.length === 0)
        base = width > 0 && (ITEM.test(before) || /^\s/.test(before)) ? width : 0;
      const level = openItem(open, { width, sign });
      const last = marked.length - 1;
      // The break that an editor put before the item is one by itself now.
      if (/(?<!\\)\\$/.test(marked[last] ?? '')) marked[last] = marked[last]!.slice(0, -1);
      marked.push(`${' '.repeat(base + 2 * level)}- ${withoutMark(rest)}`);
    }
    blank = line.trim() === '';
    if (!blank) before = line;
  }
  return marked;
}
