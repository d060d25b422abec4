import type { Root } from 'hast';

import { walkHtml } from './walk.ts';

/**
 * Replaces the form controls of a task list by marks with a name, in place: a page of minutes is not a form. The list has
 * no class for them either.
 */
export function replaceTaskBoxes(tree: Root): void {
  walkHtml(tree, (node) => {
    if (node.type !== 'element') return;
    const classes = node.properties['className'];
    if (Array.isArray(classes) && classes.includes('contains-task-list')) {
      delete node.properties['className'];
    }
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
