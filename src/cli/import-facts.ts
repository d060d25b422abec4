import type { Element } from 'hast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import rehypeParse from 'rehype-parse';
import remarkGfm from 'remark-gfm';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

import { type Facts, plainWords } from './fidelity.ts';
import { directAddress } from './google-redirect.ts';

/**
 * What a reader finds in Markdown, read by a parser: a mark within a word, or a character by its number,
 * parts no words here. Read apart from the taking over, as what `readHtmlFacts` gives is.
 */
export function readMarkdownFacts(markdown: string): Facts {
  const { micromarkExtensions, fromMarkdownExtensions } = unified().use(remarkGfm).freeze().data();
  const tree = fromMarkdown(markdown, {
    extensions: micromarkExtensions ?? [],
    mdastExtensions: fromMarkdownExtensions ?? [],
  });
  const texts: string[] = [];
  const links: string[] = [];
  let items = 0;
  visit(tree, (node) => {
    if ('value' in node) texts.push(node.value);
    if (node.type === 'image') texts.push(node.alt ?? '');
    if (node.type === 'link' && /^https?:/.test(node.url)) links.push(node.url);
    if (node.type === 'listItem') items += 1;
    if (/^(?:paragraph|heading|code|tableCell|break)$/.test(node.type)) texts.push('\n');
  });
  return { words: plainWords(texts.join('')), links, items };
}

/** What stands apart from the words before it, whatever its place in the text. */
const partsWords =
  /^(?:p|li|td|th|h[1-6]|div|br|ul|ol|table|tr|dl|dt|dd|details|summary|figure|figcaption|caption)$/;

/** The words of a web page, the addresses it links and the number of its list items, read apart from the taking over. */
export function readHtmlFacts(html: string): Facts {
  const tree = unified().use(rehypeParse).parse(html);
  const texts: string[] = [];
  const links: string[] = [];
  const inCells = new Set<Element>();
  let items = 0;
  visit(tree, (node) => {
    if (node.type === 'text') texts.push(node.value);
    if (node.type !== 'element') return undefined;
    if (/^(?:style|script|title|noscript)$/.test(node.tagName)) return SKIP;
    const href = node.properties['href'];
    if (node.tagName === 'a' && typeof href === 'string' && /^https?:/.test(href)) {
      links.push(directAddress(href));
    }
    // In a cell the items of a list are words of one line.
    if (/^t[dh]$/.test(node.tagName)) visit(node, 'element', (inner) => void inCells.add(inner));
    if (node.tagName === 'li' && !inCells.has(node)) items += 1;
    if (partsWords.test(node.tagName)) texts.push('\n');
    return undefined;
  });
  return { words: plainWords(texts.join('')), links, items };
}
