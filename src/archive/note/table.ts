import type { Element } from 'hast';

import { isElement } from '../text/element.ts';

/** The cells of each row of a table, its header first. */
export function rowsOf(table: Element): Element[][] {
  const children = table.children.filter(isElement);
  return children.flatMap((child) =>
    child.tagName === 'tr' ? [child.children.filter(isElement)] : rowsOf(child),
  );
}
