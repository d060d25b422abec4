import type { Nodes as HtmlNodes, Parents as HtmlParents } from 'hast';
import type { Nodes, Parents } from 'mdast';

/** What a visitor answers: nothing to go on, `'skip'` to pass over what is inside, a number for the next index. */
export type Step = 'skip' | number | undefined | void;

interface AnyNode {
  type: string;
  children?: AnyNode[];
}

type AnyVisitor = (node: AnyNode, index: number, parent: AnyNode | undefined) => Step;

/*
 * The general walkers of the unified family make an object and a function for every node that they pass, which
 * was a quarter of the time that reading a note took.
 */
function walk(node: AnyNode, index: number, parent: AnyNode | undefined, visit: AnyVisitor): Step {
  const step = visit(node, index, parent);
  if (step !== 'skip' && node.children !== undefined) {
    for (let at = 0; at < node.children.length;) {
      const next = walk(node.children[at]!, at, node, visit);
      at = typeof next === 'number' ? next : at + 1;
    }
  }
  return step;
}

/**
 * Visits every node of a tree of Markdown in the order of the text, a parent before its children. A visitor may
 * replace the node it is given in its parent, and then answers with the index after the replacement.
 */
export function walkMarkdown(
  tree: Nodes,
  visit: (node: Nodes, index: number, parent: Parents | undefined) => Step,
): void {
  walk(tree, 0, undefined, visit as AnyVisitor);
}

/** Visits every node of a tree of HTML as `walkMarkdown` does. */
export function walkHtml(
  tree: HtmlNodes,
  visit: (node: HtmlNodes, index: number, parent: HtmlParents | undefined) => Step,
): void {
  walk(tree, 0, undefined, visit as AnyVisitor);
}
