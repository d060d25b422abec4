/*
 * A part of a page as Markdown, to be quoted. Pages load this with the `Cite` control, so it is kept small.
 */

import { escapeCommentMarks } from '../text/escape-marks.ts';

/** As much of a DOM node as is needed to write it as Markdown. */
export interface MarkupNode {
  nodeType: number;
  /** In capitals, as in HTML documents. */
  nodeName: string;
  childNodes: Iterable<MarkupNode>;
  textContent: string | null;
  className?: string;
  /** Of a link: its full address. */
  href?: string;
  /** Of an ordered list. */
  start?: number;
  id?: string;
}

/**
 * Text outside of links, in which GitHub would otherwise call the people it names, and link numbers to
 * the repository that the comment stands in, or to somebody's (`name#12`): a space of no width keeps both as words.
 */
const defuse = (text: string): string =>
  text.replace(/(?<!\w)@(?=\w)|#(?=\d)|\bGH(?=-\d)/gi, '$&&#8203;');

/** What starts a line of a paragraph must not start a heading, a list or a quote. */
const plainStart = (text: string): string => text.replace(/^(?=[#>+=-])|^(\d+)(?=[.)])/gm, '$1\\');

const marks: Readonly<Record<string, string>> = { STRONG: '**', EM: '*', DEL: '~~' };
const skipped = /^(?:BUTTON|NAV|SUP|SUMMARY|SCRIPT|STYLE|SVG)$/i;
/** What the page itself adds to a note's text. */
const added = /(?<!\S)(?:also|permalink|about|none|thread)(?!\S)/;
/** The line over footnotes, and the arrow from each back to its number, which has no meaning elsewhere. */
const footnotes = 'footnote-label';
const backToNumber = /#user-content-fnref-/;
const blocks = /^(?:P|UL|OL|LI|PRE|BLOCKQUOTE|TABLE|H[1-6]|DIV|SECTION|DETAILS|HR)$/;

/** What encloses code: backticks, at least so many, and more than stand in a row in it. */
const fenceOf = (code: string, least = 1): string =>
  '`'.repeat(Math.max(least, ...code.split(/[^`]+/).map(({ length }) => length + 1)));

/** What may still be quoted. */
interface Room {
  /** Characters of text; less than none where something was cut off. */
  left: number;
}

/**
 * As much of a text as there is room for, with an ellipsis where that is not all. A word that is cut is left out, but
 * not what is longer than words are, as text of scripts without spaces.
 */
function take(text: string, room: Room): string {
  if (room.left < 0) return '';
  if (!text.trim()) return text;
  room.left -= text.length;
  if (room.left >= 0) return text;
  const cut = text.slice(0, room.left).replace(/(?:^|\s+)\S{0,40}$|[\ud800-\udbff]$/, '');
  return `${cut} …`;
}

function codeSpan(text: string, inTable: boolean): string {
  // GitHub divides a row into its cells before it looks for code.
  const code = inTable ? text.replaceAll('|', '\\|') : text;
  const fence = fenceOf(code);
  const pad = /^`|`$/.test(code) ? ' ' : '';
  return code && fence + pad + code + pad + fence;
}

/** Two parts of a line. A mark of exclamation right before a link would make a picture of it. */
const joined = (before: string, after: string): string =>
  (after.startsWith('[') ? before.replace(/!$/, '\\!') : before) + after;

/** A node within a line. */
function inline(node: MarkupNode, room: Room, inTable: boolean, inLink = false): string {
  const { nodeName, className = '', href } = node;
  const written = node.textContent ?? '';
  if (node.nodeType === 3) {
    const text = escapeCommentMarks(take(written.replace(/\s+/g, ' '), room));
    return inLink ? text : defuse(text);
  }
  if (skipped.test(nodeName) || added.test(className)) return '';
  if (nodeName === 'BR') return '\\\n';
  if (/\btask/.test(className)) return /done/.test(className) ? '☑' : '☐';
  if (nodeName === 'CODE') return codeSpan(take(written, room), inTable);
  const isLink = nodeName === 'A' && !!href;
  if (isLink && backToNumber.test(href)) return '';
  const inner = [...node.childNodes]
    .map((child) => inline(child, room, inTable, inLink || isLink))
    .reduce(joined, '');
  if (!inner.trim()) return inner;
  // Whole, as what is cut off is no address.
  if (isLink && written === href && room.left >= 0) return `<${href}>`;
  if (isLink) return `[${inner}](${href.replace(/[()]/g, '\\$&')})`;
  const mark = marks[nodeName] ?? '';
  return inner.replace(/^(\s*)(.*?)(\s*)$/s, `$1${mark}$2${mark}$3`);
}

const rowsOf = (part: MarkupNode): MarkupNode[] =>
  part.nodeName === 'TR' ? [part] : [...part.childNodes].flatMap(rowsOf);

/** A table; where its columns have no names, below a head without words, as GitHub wants one. */
function table(node: MarkupNode, room: Room): string {
  const rows = rowsOf(node);
  const hasHead = [...(rows[0]?.childNodes ?? [])].some(({ nodeName }) => nodeName === 'TH');
  const lines = rows
    .map((row) =>
      [...row.childNodes]
        .filter(({ nodeName }) => /^T[HD]$/.test(nodeName))
        .map((cell) => inline(cell, room, true).trim().replace(/\\?\n/g, ' ')),
    )
    .filter((cells) => cells.join(''));
  const columns = lines[0]?.length ?? 0;
  const printed = lines.map((cells) => `| ${cells.join(' | ')} |`);
  if (!hasHead && columns > 0) printed.unshift(`|${' |'.repeat(columns)}`);
  return printed
    .map((line, at) => (at ? line : `${line}\n|${' --- |'.repeat(columns)}`))
    .join('\n');
}

function block(node: MarkupNode, room: Room): string {
  const { nodeName } = node;
  if (nodeName === 'PRE') {
    const code = take((node.textContent ?? '').replace(/\n$/, ''), room);
    const fence = fenceOf(code, 3);
    return code && `${fence}\n${code}\n${fence}`;
  }
  if (nodeName === 'TABLE') return table(node, room);
  if (nodeName === 'HR') return room.left < 0 ? '' : '---';
  const inner = content(node, room);
  if (!inner) return '';
  if (nodeName === 'BLOCKQUOTE') return inner.replace(/^/gm, '> ');
  return /^H\d/.test(nodeName) ? `**${inner}**` : inner;
}

/** What a block holds: further blocks, and lines of text between them. */
function content(node: MarkupNode, room: Room): string {
  const out: string[] = [];
  let run = '';
  let number = node.start ?? 1;
  let loose = false;
  let afterItem = false;
  const flush = (): void => {
    // A line break at either end would show its backslash.
    const text = plainStart(run.replace(/^(?:\s|\\\n)+|(?:\s|\\\n)+$/g, '').replace(/\n +/g, '\n'));
    if (text) out.push(text);
    run = '';
  };
  for (const child of node.childNodes) {
    const { nodeName, className = '', id } = child;
    if (!blocks.test(nodeName)) {
      run = joined(run, inline(child, room, false));
      continue;
    }
    flush();
    if (added.test(className) || id === footnotes) continue;
    const text = block(child, room);
    if (!text) continue;
    if (nodeName === 'P') loose = true;
    if (nodeName !== 'LI') out.push(text);
    else {
      const mark = node.nodeName === 'OL' ? `${number++}. ` : '- ';
      const item = mark + text.replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`);
      out.push(afterItem ? `${out.pop()}\n${item}` : item);
    }
    afterItem = nodeName === 'LI';
  }
  flush();
  return out.join(node.nodeName === 'LI' && !loose ? '\n' : '\n\n');
}

/**
 * The Markdown of a node's content: links with their full addresses, headings as bold lines. Cut
 * with an ellipsis after `limit` characters of text.
 */
export const toMarkdown = (root: MarkupNode, limit = Infinity): string =>
  content(root, { left: limit });
