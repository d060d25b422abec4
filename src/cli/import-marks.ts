import type {
  Break,
  Delete,
  Emphasis,
  Link,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  Strong,
  Text,
} from 'mdast';
import { visit } from 'unist-util-visit';

/** What stands between marks of Markdown. */
type Marked = Strong | Emphasis | Delete;

const isMarked = (node: PhrasingContent): node is Marked =>
  node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete';
/** A link of words; one of nothing but a space stays as it is, for its address. */
const isLink = (node: PhrasingContent): node is Link =>
  node.type === 'link' &&
  node.children.some((child) => child.type !== 'text' || child.value.trim() !== '');
const isText = (node: PhrasingContent | undefined): node is Text => node?.type === 'text';
const isBreak = (node: PhrasingContent | undefined): node is Break => node?.type === 'break';
const isParagraph = (node: Parents['children'][number]): node is Paragraph =>
  node.type === 'paragraph';

/** What may not stand just inside of a mark; punctuation only where a letter stands outside of it. */
const edges = {
  start: { space: /^\s+/u, punctuation: /^(?:\s+|[\p{P}\p{S}]+\s*)/u },
  end: { space: /\s+$/u, punctuation: /(?:\s+|\s*[\p{P}\p{S}]+)$/u },
};

const endsInWord = (node: PhrasingContent | undefined): boolean =>
  isText(node) && /[\p{L}\p{N}]$/u.test(node.value);
const startsWithWord = (node: PhrasingContent | undefined): boolean =>
  isText(node) && /^[\p{L}\p{N}]/u.test(node.value);

/** Takes line breaks, and the text that `edge` finds, from one side of a list of nodes; gives what it took. */
function takeEdge(
  nodes: PhrasingContent[],
  side: 'start' | 'end',
  edge: RegExp,
): PhrasingContent[] {
  const taken: PhrasingContent[] = [];
  const put = (node: PhrasingContent): unknown =>
    side === 'start' ? taken.push(node) : taken.unshift(node);
  for (;;) {
    const node = side === 'start' ? nodes[0] : nodes.at(-1);
    if (!isText(node) && !isBreak(node)) return taken;
    const found = isText(node) ? (edge.exec(node.value)?.[0] ?? '') : '';
    if (isText(node) && found.length < node.value.length) {
      if (found !== '') put({ type: 'text', value: found });
      node.value =
        side === 'start'
          ? node.value.slice(found.length)
          : node.value.slice(0, -found.length || undefined);
      return taken;
    }
    put(node);
    if (side === 'start') nodes.shift();
    else nodes.pop();
  }
}

/** Neighbours with the same mark as one, and none within its like: `**a****b**` would be neither. */
function joinAlike(nodes: readonly PhrasingContent[], open: readonly string[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (isMarked(node) && open.includes(node.type)) joined.push(...joinAlike(node.children, open));
    else if (isMarked(node) && last?.type === node.type) last.children.push(...node.children);
    else joined.push(node);
  }
  return joined;
}

/** Neighbouring texts as one, without the second of two spaces that have met. */
function joinTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (isText(node) && isText(last)) last.value = `${last.value}${node.value}`;
    else joined.push(node);
  }
  for (const node of joined.filter(isText)) node.value = node.value.replace(/ {2,}/g, ' ');
  return joined;
}

/** A link or what stands between marks, with its edges outside; `before` and `after` are its neighbours. */
function withoutEdges(
  node: Marked | Link,
  before: PhrasingContent | undefined,
  after: PhrasingContent | undefined,
): PhrasingContent[] {
  const { start, end } = edges;
  const opening = isMarked(node) && endsInWord(before) ? start.punctuation : start.space;
  const closing = isMarked(node) && startsWithWord(after) ? end.punctuation : end.space;
  const head = takeEdge(node.children, 'start', opening);
  const tail = takeEdge(node.children, 'end', closing);
  return node.children.length === 0 ? [...head, ...tail] : [...head, node, ...tail];
}

/** The content of a block or a mark, with every mark in it settled; `open` are the marks around it. */
function settled(nodes: readonly PhrasingContent[], open: readonly string[]): PhrasingContent[] {
  const joined = joinTexts(joinAlike(nodes, open));
  for (const node of joined) {
    if (isMarked(node)) node.children = settled(node.children, [...open, node.type]);
    else if (isLink(node)) node.children = settled(node.children, open);
  }
  return joinTexts(
    joined.flatMap((node, index) =>
      isMarked(node) || isLink(node)
        ? withoutEdges(node, joined[index - 1], joined[index + 1])
        : [node],
    ),
  );
}

/** A block's content without the white space at its ends and beside its line breaks, which would be written as `&#x20;`. */
function trimmed(nodes: PhrasingContent[]): PhrasingContent[] {
  takeEdge(nodes, 'start', edges.start.space);
  takeEdge(nodes, 'end', edges.end.space);
  for (const [index, node] of nodes.entries()) {
    if (!isText(node)) continue;
    if (isBreak(nodes[index - 1])) node.value = node.value.trimStart();
    if (isBreak(nodes[index + 1])) node.value = node.value.trimEnd();
  }
  return nodes;
}

/**
 * Moves spaces out of the marks of bold, slanted and struck text, in place, as editors mark them with the
 * words and Markdown takes a mark beside a space for none. Marks that hold nothing go.
 */
export function settleMarks(tree: Root): void {
  visit(tree, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
    node.children = trimmed(settled(node.children, []));
  });
  visit(tree, (node) => {
    if (!('children' in node)) return;
    node.children = node.children.filter(
      (child) => !isParagraph(child) || child.children.length > 0,
    );
  });
}

/** Whether slanted text begins or ends within a word, where an underscore is a letter and only `*` a mark. */
export function slantsWithinWord(tree: Root): boolean {
  let within = false;
  visit(tree, 'emphasis', (_node, index = 0, parent) => {
    const siblings = (parent?.children ?? []) as PhrasingContent[];
    within ||= endsInWord(siblings[index - 1]) || startsWithWord(siblings[index + 1]);
  });
  return within;
}
