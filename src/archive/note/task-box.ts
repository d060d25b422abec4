import type { RootContent } from 'hast';

import { isElement } from '../text/element.ts';

/** Whether a node is nothing but white space. */
export const isSpace = (node: RootContent): boolean =>
  node.type === 'text' && node.value.trim() === '';

/** The box of a task, if a text starts with one: whether it is ticked, and the nodes after it. */
export function boxOf(
  nodes: readonly RootContent[],
): { done: boolean; rest: RootContent[] } | undefined {
  const at = nodes.findIndex((node) => !isSpace(node));
  const first = nodes[at];
  if (first === undefined || !isElement(first)) return undefined;
  const classes = first.properties['className'];
  if (!Array.isArray(classes) || !classes.includes('task')) return undefined;
  const behind = nodes.findIndex((node, index) => index > at && !isSpace(node));
  return { done: classes.includes('task-done'), rest: behind < 0 ? [] : nodes.slice(behind) };
}
