import type { Element, ElementContent, Root, Text } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** What begins a line of its own within a cell. */
const block =
  /^(?:address|article|aside|blockquote|caption|center|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;

const textOf = (node: ElementContent): string =>
  node.type === 'text'
    ? node.value
    : node.type === 'element'
      ? node.children.map(textOf).join('')
      : '';

/** Whether there is something to see in a node. */
const showsSomething = (node: ElementContent): boolean =>
  textOf(node).trim() !== '' ||
  (node.type === 'element' &&
    (/^(?:img|input)$/.test(node.tagName) || node.children.some(showsSomething)));

/** The lines of a block of code, each as code. */
const codeLines = (pre: Element): ElementContent[][] =>
  textOf(pre)
    .split('\n')
    .map((value) => [
      { type: 'element', tagName: 'code', properties: {}, children: [{ type: 'text', value }] },
    ]);

/** The lines that a reader sees of some nodes; what is marked over several lines is so in each of them. */
function linesOf(nodes: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const node of nodes) {
    if (node.type !== 'element') lines.at(-1)?.push(node);
    else if (node.tagName === 'br') lines.push([]);
    else if (node.tagName === 'pre') lines.push(...codeLines(node), []);
    else if (block.test(node.tagName)) lines.push(...linesOf(node.children), []);
    else {
      const [first, ...rest] = linesOf(node.children).map((children) => ({ ...node, children }));
      if (first !== undefined) lines.at(-1)?.push(first);
      lines.push(...rest.map((part) => [part]));
    }
  }
  return lines;
}

/** Lines as one: with a semicolon between them, unless the line before ends in punctuation already. */
function joinLines(lines: readonly ElementContent[][]): ElementContent[] {
  return lines.flatMap((line, index) => {
    if (index === 0) return line;
    const ended = /[.,;:!?…]\s*$/.test((lines[index - 1] ?? []).map(textOf).join(''));
    const between: Text = { type: 'text', value: ended ? ' ' : '; ' };
    return [between, ...line];
  });
}

/** Puts every cell of the tables of a page on one line, in place, as a table of Markdown has no room for more. */
export function flattenCells(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'td' && node.tagName !== 'th') return undefined;
    node.children = joinLines(linesOf(node.children).filter((line) => line.some(showsSomething)));
    return SKIP;
  });
}
