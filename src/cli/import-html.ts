import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Root as Note, Text } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

import { markBullets } from '../archive/note/bullets.ts';
import { isElement } from '../archive/text/element.ts';
import { directAddress } from './google-redirect.ts';
import { findAnchors, settleAnchors } from './import-anchors.ts';
import { labelDefinitions } from './import-definitions.ts';
import type { Takeover } from './import-markdown.ts';
import { settleMarks, slantsWithinWord } from './import-marks.ts';
import { flattenCells } from './import-tables.ts';

const classNamesOf = (node: Element): string[] =>
  [node.properties['className'] ?? []].flat().map(String);

/** What the style sheet of Google Docs says of each class. */
function classesOf(tree: Root): Map<string, string> {
  const styles = new Map<string, string>();
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'style') return;
    const css = node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
    for (const [, name = '', body = ''] of css.matchAll(/\.([\w-]+)\s*\{([^}]*)\}/g)) {
      styles.set(name, body);
    }
  });
  return styles;
}

/** The elements that say what a style shows, by how the style says it. */
const styleNames: readonly [tagName: string, style: RegExp][] = [
  ['strong', /font-weight:\s*(?:bold|[6-9]00)/],
  ['em', /font-style:\s*italic/],
  ['del', /text-decoration(?:-line)?:[^;]*line-through/],
];

/** Turns spans that only a style makes bold, slanted or struck into elements that say so. */
function nameStyles(tree: Root): void {
  const styles = classesOf(tree);
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'span') return;
    const style = [
      String(node.properties['style'] ?? ''),
      ...classNamesOf(node).map((name) => styles.get(name) ?? ''),
    ].join(';');
    const names = styleNames.filter(([, shown]) => shown.test(style)).map(([name]) => name);
    const [outer, ...inner] = names;
    if (outer === undefined) return;
    node.tagName = outer;
    node.children = inner.reduceRight<ElementContent[]>(
      (children, tagName) => [{ type: 'element', tagName, properties: {}, children }],
      node.children,
    );
  });
}

/** Headings as such: Google Docs has its title as a paragraph of a class, and headings that are bold besides. */
function nameHeadings(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (node.tagName === 'p' && classNamesOf(node).includes('title')) node.tagName = 'h1';
    if (!/^h[1-6]$/.test(node.tagName)) return;
    visit(node, 'element', (inner) => {
      if (/^(?:strong|b)$/.test(inner.tagName)) inner.tagName = 'span';
    });
  });
}

const levelOf = (list: Element): number =>
  Number(
    /^lst-.*-(\d)$/.exec(classNamesOf(list).find((name) => name.startsWith('lst-')) ?? '')?.[1] ??
      0,
  );

/** Google Docs writes one list as many, with its depth in a class: puts them into each other again. */
function joinLists(tree: Root): void {
  visit(tree, (parent) => {
    if (parent.type !== 'root' && parent.type !== 'element') return;
    const open: Element[] = [];
    const kept: RootContent[] = [];
    for (const child of parent.children) {
      const blank = child.type === 'text' && child.value.trim() === '';
      if (
        !isElement(child) ||
        !/^[uo]l$/.test(child.tagName) ||
        !classNamesOf(child).some((name) => name.startsWith('lst-'))
      ) {
        if (!blank) open.length = 0;
        kept.push(child);
        continue;
      }
      const level = Math.min(levelOf(child), open.length);
      open.length = Math.min(open.length, level + 1);
      const same = open[level];
      if (same !== undefined && same.tagName === child.tagName) {
        same.children.push(...child.children);
        continue;
      }
      open.length = level;
      open.push(child);
      const item = open[level - 1]?.children.findLast((node) => isElement(node));
      if (item !== undefined) item.children.push(child);
      else kept.push(child);
    }
    parent.children = kept;
  });
}

/** Google Docs marks no head of a table, and Markdown has no table without one: the first row is taken for it. */
function nameTableHeads(tree: Root): void {
  visit(tree, 'element', (table) => {
    if (table.tagName !== 'table') return undefined;
    let first: Element | undefined;
    let headed = false;
    visit(table, 'element', (node) => {
      if (node.tagName === 'tr') first ??= node;
      if (node.tagName === 'th') headed = true;
    });
    if (headed) return SKIP;
    for (const cell of first?.children.filter(isElement) ?? []) {
      if (cell.tagName === 'td') cell.tagName = 'th';
    }
    return SKIP;
  });
}

/** Has every heading on one line, as Markdown has it: what would follow a break would be no part of it. */
function joinHeadings(tree: Root): void {
  visit(tree, 'element', (heading) => {
    if (!/^h[1-6]$/.test(heading.tagName)) return;
    visit(heading, 'element', (node, index, parent) => {
      if (node.tagName !== 'br' || index === undefined || parent === undefined) return;
      parent.children[index] = { type: 'text', value: ' ' };
    });
  });
}

/** Redirects undone; comments of the editor, styles, scripts and pictures within the page taken out and named. */
function tidy(tree: Root, dropped: string[]): void {
  visit(tree, 'element', (node, index, parent) => {
    if (/^(?:style|script|meta|title|link|noscript)$/.test(node.tagName)) {
      if (parent !== undefined && index !== undefined) parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (node.tagName === 'img' && /^data:/i.test(String(node.properties['src'] ?? ''))) {
      dropped.push(`![${String(node.properties['alt'] ?? '')}]`);
      if (parent !== undefined && index !== undefined) parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (node.tagName !== 'a') return undefined;
    const href = directAddress(String(node.properties['href'] ?? ''));
    if (/^#cmnt/.test(href) && parent !== undefined && index !== undefined) {
      dropped.push(
        node.children.map((child) => (child.type === 'text' ? child.value : '')).join(''),
      );
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (node.properties['href'] !== undefined) node.properties['href'] = href;
    return undefined;
  });
}

/**
 * A text as Markdown, without the escapes that no mark needs: an underscore within a word is a letter, and
 * `#` and `[` after something else begin neither a heading nor, without an address, a link. An address that was no
 * link becomes one.
 */
const withoutNeedlessEscapes = (text: string): string =>
  text
    .replace(/(?<=[\p{L}\p{N}](?:\\?_)*)\\_(?=(?:\\_)*[\p{L}\p{N}])/gu, '_')
    .replace(/(?<=\S)\\(?=[#[])/g, '')
    .replace(/\b(https?)\\(?=:\/\/)|\b(www)\\(?=\.)/gi, '$1$2');

/** Prints a note as Markdown. */
function print(note: Note): string {
  return unified()
    .use(remarkGfm)
    .use(remarkStringify, {
      bullet: '-',
      emphasis: slantsWithinWord(note) ? '*' : '_',
      rule: '-',
      listItemIndent: 'one',
      handlers: {
        text: (node: Text, _parent, state, info) =>
          withoutNeedlessEscapes(state.safe(node.value, info)),
      },
    })
    .stringify(note);
}

/** Takes over a web page, such as an export of Google Docs or what Word was turned into. */
export function takeOverHtml(html: string): Takeover {
  const dropped: string[] = [];
  const tree = unified().use(rehypeParse).parse(html);
  nameStyles(tree);
  nameHeadings(tree);
  const anchorsOfPage = findAnchors(tree);
  tidy(tree, dropped);
  joinLists(tree);
  joinHeadings(tree);
  labelDefinitions(tree);
  nameTableHeads(tree);
  flattenCells(tree);
  const note = unified().use(rehypeRemark).use(remarkGfm).runSync(tree);
  const anchors = settleAnchors(note, anchorsOfPage);
  settleMarks(note);
  const lines = print(note).trim().split('\n');
  return { markdown: `${markBullets(lines).join('\n')}\n`, dropped, anchors };
}
