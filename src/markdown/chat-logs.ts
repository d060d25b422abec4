import type { Code, List, ListItem, Paragraph, PhrasingContent, Root, Text } from 'mdast';
import type { Position } from 'unist';

import { areChatLog, isChatLine, mayHoldChat } from '../archive/text/chat-line.ts';
import { withoutEnd } from '../archive/text/without-end.ts';
import { walkMarkdown } from './walk.ts';
import { wordsOf } from './words-of.ts';

/** What a fence says of its code where that is a log, or anything. */
const LANGUAGE = /^(?:chat|irc|log|none|plain|plaintext|text|txt)$/i;

const ADDRESS = /https?:\/\/[^\s<>"]+/gi;
/** What ends a sentence, or marks it, behind an address. */
const SIGN = /[.,;:!?)'*_]/;

/** A line of a log: its nodes, and where it stands in the note. */
interface LogLine {
  nodes: PhrasingContent[];
  position?: Position | undefined;
}

/** The lines of a paragraph, parted where it has breaks. */
function linesOfParagraph({ children }: Paragraph): LogLine[] {
  const lines: LogLine[] = [{ nodes: [] }];
  for (const node of children) {
    const line = lines.at(-1)!;
    if (node.type === 'break') lines.push({ nodes: [] });
    else {
      line.nodes.push(node);
      line.position ??= node.position;
    }
  }
  return lines;
}

/** A line of code as words, its addresses being links; `at` tells the place of an offset into it. */
function literal(line: string, at: (offset: number) => Position): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let end = 0;
  const text = (to: number): void => {
    const value = line.slice(end, to);
    if (value !== '') nodes.push({ type: 'text', value, position: at(end) });
  };
  for (const { 0: found, index } of line.matchAll(ADDRESS)) {
    const url = withoutEnd(found, SIGN);
    const children: [Text] = [{ type: 'text', value: url }];
    text(index);
    nodes.push({ type: 'link', url, children, position: at(index) });
    end = index + url.length;
  }
  text(line.length);
  return nodes;
}

/** The lines of code that is a log; what begins with no time goes on with the line above. */
function linesOfCode(code: Code): LogLine[] {
  const { start, end } = code.position ?? { start: { line: 1, column: 1 }, end: { line: 1 } };
  const written = code.value.split('\n');
  // Code that is set in has no fence above it, and four columns before it.
  const isSetIn = end.line - start.line + 1 === written.length;
  const first = { line: start.line + (isSetIn ? 0 : 1), column: start.column + (isSetIn ? 4 : 0) };
  const lines: LogLine[] = [];
  for (const [index, text] of written.entries()) {
    const at = (offset: number): Position => {
      const place = { line: first.line + index, column: first.column + offset };
      return { start: place, end: place };
    };
    const begins = isChatLine(text) || lines.length === 0;
    if (begins) lines.push({ nodes: literal(text, at), position: at(0) });
    else if (text.trim() !== '') {
      // Behind one space, which stands in place of the last of those before it.
      const before = text.search(/\S/) - 1;
      const further = literal(` ${text.trim()}`, (offset) => at(before + offset));
      lines.at(-1)!.nodes.push(...further);
    }
  }
  return lines;
}

/** A list of what was said, of which each item is a line. */
function listOf(lines: readonly LogLine[], position: Position | undefined): List {
  const children = lines.map(({ nodes, position: place }): ListItem => ({
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children: nodes, ...(place && { position: place }) }],
    ...(place && { position: place }),
  }));
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children,
    data: { hProperties: { className: ['log'] } },
    ...(position && { position }),
  };
}

/** The lines of a block that is the log of a chat: text whose lines are parted, or code of no language. */
function linesOfLog(node: Paragraph | Code): LogLine[] | undefined {
  if (node.type === 'code') {
    const written = node.value.split('\n').filter((line) => line.trim() !== '');
    const isText = !node.lang || LANGUAGE.test(node.lang);
    return isText && areChatLog(written) ? linesOfCode(node) : undefined;
  }
  if (node.children.every(({ type }) => type !== 'break')) return undefined;
  const lines = linesOfParagraph(node);
  return areChatLog(lines.map(({ nodes }) => nodes.map(wordsOf).join(''))) ? lines : undefined;
}

/**
 * Makes lists of the logs of chats, in place, so that each line is quoted and linked for itself: of paragraphs whose
 * lines `partChatLines` has parted, and of code, in which nothing but addresses is read.
 */
export function listChatLogs(tree: Root, source: string): void {
  if (!mayHoldChat(source)) return;
  walkMarkdown(tree, (node, index, parent) => {
    if (node.type !== 'paragraph' && node.type !== 'code') return undefined;
    const lines = parent === undefined ? undefined : linesOfLog(node);
    if (parent === undefined || lines === undefined) return undefined;
    (parent.children as (typeof node | List)[])[index] = listOf(lines, node.position);
    return index + 1;
  });
}
