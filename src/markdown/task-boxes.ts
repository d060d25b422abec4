import type { Root } from 'hast';

import { walkHtml } from './walk.ts';

/** Replaces the form controls of a task list by marks with a name, in place: a page of minutes is not a form. */
export function replaceTaskBoxes(tree: Root): void {
  walkHtml(tree, (node) => {
    if (
      node.type !== 'element' ||
      node.tagName !== 'input' ||
      node.properties['type'] !== 'checkbox'
    )
      return;
    const done = node.properties['checked'] === true;
    node.tagName = 'span';
    node.properties = {
      className: done ? ['task', 'task-done'] : ['task'],
      role: 'img',
      ariaLabel: done ? 'done:' : 'open:',
    };
  });
}
