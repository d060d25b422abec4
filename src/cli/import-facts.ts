import type { Nodes } from 'hast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import rehypeParse from 'rehype-parse';
import remarkGfm from 'remark-gfm';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

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
    if (/^(?:paragraph|heading|code|tableCell|break)$/.test(node.type)) texts.push('\n');
    if ('value' in node) texts.push(node.value);
    if (node.type === 'image') texts.push(node.alt ?? '');
    if (node.type === 'link' && /^https?:/.test(node.url)) links.push(node.url);
    if (node.type === 'listItem') items += 1;
  });
  return { words: plainWords(texts.join('')), links, items };
}

/** What stands apart from the words before and behind it, whatever its place in the text. */
const partsWords =
  /^(?:p|li|t[dhr]|h[1-6]|div|[bh]r|[uod]l|d[td]|table|caption|details|summary|figure|figcaption|pre|blockquote|section|article|aside|main|header|footer|nav|address|center|hgroup|fieldset|legend|form|option)$/;

/** The words of a web page, the addresses it links and the number of its list items, read apart from the taking over. */
export function readHtmlFacts(html: string): Facts {
  const texts: string[] = [];
  const links: string[] = [];
  let items = 0;
  const read = (node: Nodes, inCell: boolean): void => {
    if (node.type === 'text') texts.push(node.value);
    if (node.type === 'root') for (const child of node.children) read(child, inCell);
    if (node.type !== 'element') return;
    const { tagName, children, properties } = node;
    if (/^(?:style|script|title|noscript)$/.test(tagName)) return;
    const { href } = properties;
    if (tagName === 'a' && typeof href === 'string' && /^https?:/.test(href)) {
      links.push(directAddress(href));
    }
    // In a cell the items of a list are words of one line.
    if (tagName === 'li' && !inCell) items += 1;
    const edge = partsWords.test(tagName) ? '\n' : '';
    texts.push(edge);
    for (const child of children) read(child, inCell || /^t[dh]$/.test(tagName));
    texts.push(edge);
  };
  read(unified().use(rehypeParse).parse(html), false);
  return { words: plainWords(texts.join('')), links, items };
}
