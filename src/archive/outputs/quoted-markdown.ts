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
}

/**
 * Text outside of links, in which GitHub would otherwise call the people it names, and link numbers to
 * the repository that the comment stands in: a space of no width keeps both as words.
 */
const defuse = (text: string): string =>
  text.replace(/(?<!\w)(?:@(?=\w)|#(?=\d)|GH(?=-\d))/gi, '$&&#8203;');

/** What starts a line of a paragraph must not start a heading, a list or a quote. */
const plainStart = (text: string): string => text.replace(/^(?=[#>+=-])|^(\d+)(?=[.)])/gm, '$1\\');

const marks: Readonly<Record<string, string>> = { STRONG: '**', EM: '*', DEL: '~~' };
const skipped = /^(?:BUTTON|NAV|SUP|SUMMARY|SCRIPT|STYLE|SVG)$/i;
/** What the page itself adds to a note's text. */
const added = /(?:^|\s)(?:also|permalink|about|none|thread)(?:\s|$)/;
const blocks = /^(?:P|UL|OL|LI|PRE|BLOCKQUOTE|TABLE|H[1-6]|DIV|SECTION|DETAILS|HR)$/;

const longestRun = (text: string): number =>
  Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));

/**
 * The Markdown of a node's content: links with their full addresses, headings as bold lines. Cut
 * with an ellipsis after `limit` characters of text.
 */
export function toMarkdown(root: MarkupNode, limit = Infinity): string {
  let left = limit;
  let inTable = false;
  const take = (text: string): string => {
    if (left < 0) return '';
    if (text.trim() === '') return text;
    left -= text.length;
    if (left >= 0) return text;
    return `${text.slice(0, left).replace(/\s*\S*$/, '')} …`;
  };

  const inline = (node: MarkupNode, inLink: boolean): string => {
    const { nodeName, className = '', href } = node;
    if (node.nodeType === 3) {
      const text = escapeCommentMarks(take((node.textContent ?? '').replace(/\s+/g, ' ')));
      return inLink ? text : defuse(text);
    }
    if (skipped.test(nodeName) || added.test(className)) return '';
    if (nodeName === 'BR') return '\\\n';
    if (/\btask/.test(className)) return /done/.test(className) ? '☑' : '☐';
    if (nodeName === 'CODE') {
      const text = take(node.textContent ?? '');
      // GitHub divides a row into its cells before it looks for code.
      const code = inTable ? text.replaceAll('|', '\\|') : text;
      const fence = '`'.repeat(longestRun(code) + 1);
      const pad = /^`|`$/.test(code) ? ' ' : '';
      return code && fence + pad + code + pad + fence;
    }
    const isLink = nodeName === 'A' && !!href;
    const inner = [...node.childNodes].map((child) => inline(child, inLink || isLink)).join('');
    if (inner.trim() === '') return inner;
    // Whole, as what is cut off is no address.
    if (isLink && node.textContent === href && left >= 0) return `<${href}>`;
    if (isLink) return `[${inner}](${href.replace(/[()]/g, '\\$&')})`;
    const mark = marks[nodeName] ?? '';
    return inner.replace(/^(\s*)(.*?)(\s*)$/s, `$1${mark}$2${mark}$3`);
  };

  const table = (node: MarkupNode): string => {
    const rows: string[] = [];
    const walk = (part: MarkupNode): void => {
      if (part.nodeName !== 'TR') return [...part.childNodes].forEach(walk);
      const cells = [...part.childNodes].filter(({ nodeName }) => /^T[HD]$/.test(nodeName));
      const row = cells.map((cell) => inline(cell, false).trim().replace(/\\?\n/g, ' '));
      if (row.join('') !== '') rows.push(`| ${row.join(' | ')} |`);
      if (rows.length === 1) rows.push(`|${' --- |'.repeat(row.length)}`);
    };
    inTable = true;
    walk(node);
    inTable = false;
    return rows.join('\n');
  };

  const block = (node: MarkupNode): string => {
    const { nodeName } = node;
    if (nodeName === 'PRE') {
      const code = take((node.textContent ?? '').replace(/\n$/, ''));
      const fence = '`'.repeat(Math.max(3, longestRun(code) + 1));
      return code && `${fence}\n${code}\n${fence}`;
    }
    if (nodeName === 'TABLE') return table(node);
    if (nodeName === 'HR') return left < 0 ? '' : '---';
    const inner = content(node);
    if (inner === '') return '';
    if (nodeName === 'BLOCKQUOTE') return inner.replace(/^/gm, '> ');
    if (/^H\d/.test(nodeName)) return `**${inner}**`;
    return inner;
  };

  const content = (node: MarkupNode): string => {
    const out: string[] = [];
    let run = '';
    let number = node.start ?? 1;
    let loose = false;
    let afterItem = false;
    const flush = (): void => {
      const text = plainStart(run.trim().replace(/\n +/g, '\n'));
      if (text !== '') out.push(text);
      run = '';
    };
    for (const child of node.childNodes) {
      const { nodeName, className = '' } = child;
      if (!blocks.test(nodeName)) {
        run += inline(child, false);
        continue;
      }
      flush();
      if (added.test(className)) continue;
      const text = block(child);
      if (text === '') continue;
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
  };

  return content(root);
}
