import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Replaces the form controls of a task list by marks with a name, in place: a page of minutes is not a form. */
export function replaceTaskBoxes(tree: Root): void {
  visit(tree, 'element', (node: Element) => {
    if (node.tagName !== 'input' || node.properties['type'] !== 'checkbox') return;
    const done = node.properties['checked'] === true;
    node.tagName = 'span';
    node.properties = {
      className: done ? ['task', 'task-done'] : ['task'],
      role: 'img',
      ariaLabel: done ? 'done:' : 'open:',
    };
  });
}
