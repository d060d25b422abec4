import type { Root, RootContent } from 'mdast';

import { fencedLines } from '../archive/text/fenced-lines.ts';
import { boldHighlights } from '../archive/text/highlight.ts';

/** More boxes than any note has; each of them makes work for the parser that `weigh` has not counted. */
const mostBoxes = 200;
const deepestBox = 6;
const mostIndented = 500;
/** No such mark is longer; patterns with several stretches of white space are tried on no longer line. */
const longestMark = 200;

/** `:::info`, `:::tip Title`, `:::danger[Title]`, `::: details {open} Title`, `:::{note} Title`. */
const opensBox =
  /^\s*:{3,}\s*(?:\{[^{}]*\}|[A-Za-z][\w-]*)(?:\s*\{[^{}]*\})?\s*(?:\[(?<label>[^[\]]*)\])?(?<title>[^:{}]*)$/;
const closesBox = /^\s*:{3,}\s*$/;

/** `!!! note "Title"`, `??? question`, `=== "Tab"` of MkDocs, whose contents are indented. */
const opensIndented =
  /^(?:[!?]{3}\+?\s+(?<kind>[A-Za-z][\w-]*)[\w -]*|={3}(?=\s+"))(?:\s+"(?<title>[^"]*)")?\s*$/;
const isIndented = (line: string): boolean => /^(?: {4}|\t)/.test(line);

/** Where a table of contents is to be made, alone on its line. */
const contents = /^\s*(?:\[toc\]|\[\[_?toc_?\]\]|\{\{[<%]?\s*toc\s*[>%]?\}\})\s*$/i;
/** What Kramdown is told of the block above or below: `{:.no_toc}`, `{: target="_blank"}`. */
const KRAMDOWN = String.raw`\{:\s*(?:toc|[.#][\w-]+|[\w-]+=(?:"[^"\n{}]*"|'[^'\n{}]*'))(?:\s+(?:[.#][\w-]+|[\w-]+=(?:"[^"\n{}]*"|'[^'\n{}]*')))*\s*\}`;
const ofBlock = new RegExp(String.raw`^\s*${KRAMDOWN}\s*$`);
const ofLink = new RegExp(String.raw`(?<=\))${KRAMDOWN}`, 'g');

/** Who wrote a remark in HackMD, when, and in which colour it is: `[name=Ann Lee] [time=Mon, Jan 7] [color=#907bf7]`. */
const CODE_OR_REMARK =
  /(?<!`)(?<ticks>`{1,3})(?!`)[^\n]{1,1000}?(?<!`)\k<ticks>(?!`)|\[(?<kind>name|time|color)=(?<value>[^[\]\n`*]{1,60})\](?![(:[])/g;

const blank = (text: string): string => ' '.repeat(text.length);
const padded = (text: string, line: string): string => text.padEnd(line.length);

/** Takes the marks of boxes out of lines, in place: each that is opened and closed, with its title in bold. */
function openBoxes(lines: string[], code: ReadonlySet<number>): void {
  const open: number[] = [];
  let boxes = 0;
  for (const [at, line] of lines.entries()) {
    if (code.has(at) || line.length > longestMark) continue;
    if (opensBox.test(line)) open.push(at);
    else if (closesBox.test(line)) {
      const start = open.pop();
      if (start === undefined || open.length >= deepestBox || (boxes += 1) > mostBoxes) continue;
      const first = lines[start] ?? '';
      const { label = '', title = '' } = opensBox.exec(first)?.groups ?? {};
      const words = (label || title).trim();
      const indent = /^\s*/.exec(first)?.[0] ?? '';
      lines[start] = words === '' ? blank(first) : padded(`${indent}**${words}**`, first);
      lines[at] = blank(line);
    }
  }
}

/** How many lines belong to the box of MkDocs that begins at a line; none where nothing is indented below it. */
function linesOfBox(lines: readonly string[], at: number): number {
  const from = lines[at + 1]?.trim() === '' ? at + 2 : at + 1;
  if (!isIndented(lines[from] ?? '')) return 0;
  let to = from;
  while (to < lines.length && (lines[to]!.trim() === '' || isIndented(lines[to]!))) to += 1;
  return to - from;
}

/**
 * Makes items of lists of what MkDocs shows in boxes and tabs, in place: their contents are indented as those of items
 * are, empty lines included. Gives the lines of these items, from 1, for `quoteBoxes`.
 */
function openIndented(lines: string[], code: ReadonlySet<number>): Set<number> {
  const boxes = new Set<number>();
  let left = mostIndented;
  for (const [at, line] of lines.entries()) {
    const isMark = !code.has(at) && line.length <= longestMark;
    const found = isMark ? opensIndented.exec(line)?.groups : undefined;
    const length = found === undefined || left === 0 ? 0 : linesOfBox(lines, at);
    if (found === undefined || length === 0 || length > left) continue;
    left -= length;
    const { kind, title = '' } = found;
    // Two spaces are to be left behind the words where they fit, which break the line.
    const words = title.trim() === '' ? `+ ${kind}` : `+   **${title.trim()}**`;
    lines[at] = padded(kind === undefined ? `+ **${title.trim()}**` : words, line);
    boxes.add(at + 1);
  }
  return boxes;
}

/**
 * A line with who wrote a remark in it in bold, and when, in as many characters; code in it stays, and so does a heading,
 * whose anchor GitHub makes with all of it.
 */
function nameRemarks(line: string): string {
  if (!/\[(?:name|time|color)=/.test(line) || /^\s*#/.test(line)) return line;
  return line.replace(CODE_OR_REMARK, (whole, ...found) => {
    const { kind, value = '' } = found.at(-1) as { kind?: string; value?: string };
    if (kind === undefined) return whole;
    if (kind === 'color') return blank(whole);
    return padded(kind === 'name' ? `**${value.trim()}**` : value.trim(), whole);
  });
}

/** A text without marks that speak to others than its readers. */
export interface UnmarkedText {
  source: string;
  /** The lines, from 1, on which items stand in for boxes. */
  boxes: ReadonlySet<number>;
}

/**
 * A text of as many characters, in which the marks that speak to an editor or to the generator of a site are white
 * space, so that every place stays where it is: boxes (`:::info`, of HackMD, Docusaurus and VitePress; `!!! note` of
 * MkDocs, which become quotations), places for a table of contents, and attributes of Kramdown; words that are marked
 * (`==words==`) and who made a remark in HackMD (`[name=Ann]`) are in bold. Code is left as it is.
 */
export function withoutEditorMarks(source: string): UnmarkedText {
  if (!/:::|!!!|\?\?\?|==|toc|\{:|\[(?:name|time|color)=/i.test(source))
    return { source, boxes: new Set() };
  const lines = source.split('\n');
  const code = fencedLines(lines);
  openBoxes(lines, code);
  const boxes = openIndented(lines, code);
  const isDefined = /^\s*\[toc\]:/im.test(source);
  for (const [at, line] of lines.entries()) {
    if (code.has(at)) continue;
    lines[at] = nameRemarks(boldHighlights(line));
    if (line.length > longestMark) continue;
    if ((contents.test(line) && !isDefined) || ofBlock.test(line)) {
      // Kramdown puts the contents into the list that stands above.
      if (/\{:\s*toc\b/.test(line) && /^\s*(?:[-*+]|1\.)\s+\S.{0,60}$/.test(lines[at - 1] ?? '')) {
        lines[at - 1] = blank(lines[at - 1] ?? '');
      }
      lines[at] = blank(line);
    } else if (line.includes('){:') && !line.includes('`')) {
      lines[at] = (lines[at] ?? '').replace(ofLink, blank);
    }
  }
  return { source: lines.join('\n'), boxes };
}

/** Makes quotations of the items that stand in for boxes, in place. */
export function quoteBoxes(tree: Root, boxes: ReadonlySet<number>): void {
  if (boxes.size === 0) return;
  tree.children = tree.children.flatMap((node): RootContent[] => {
    if (node.type !== 'list') return [node];
    const parts: RootContent[] = [];
    for (const item of node.children) {
      const last = parts.at(-1);
      const { children, position } = item;
      if (boxes.has(position?.start.line ?? 0)) {
        parts.push({ type: 'blockquote', children, position });
      } else if (last?.type === 'list') last.children.push(item);
      // What stands right above or below may be a list of the same marks.
      else parts.push({ ...node, children: [item], position });
    }
    return parts.some(({ type }) => type === 'blockquote') ? parts : [node];
  });
}
