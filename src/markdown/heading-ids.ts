import GithubSlugger from 'github-slugger';
import type { Element, Nodes, Root } from 'hast';

import { walkHtml } from './walk.ts';

/** Whether a node of HTML is a heading of some level. */
export function isHeading(node: Nodes): node is Element {
  return node.type === 'element' && /^h[1-6]$/.test(node.tagName);
}

/** The text of a heading as GitHub makes its anchor from it: the words of all elements in it, nothing added. */
function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}

/** Gives the heading whose GitHub slug is empty (only emoji, only punctuation) an id that can be linked. */
function nameEmptyId(nameless: Element, taken: ReadonlySet<string>): void {
  let id = 'section';
  for (let count = 2; taken.has(id); count += 1) id = `section-${count}`;
  nameless.properties['id'] = id;
}

/**
 * Gives ids of footnotes that another element has already a number, as heading ids are kept. `[^1]` used
 * twice, `[^1-2]` and a heading "user-content-fnref-1" can all ask for one id.
 */
function separateIds(others: readonly Element[], headings: readonly Element[]): void {
  const taken = new Set(headings.map((heading) => String(heading.properties['id'] ?? '')));
  for (const node of others) {
    const id = String(node.properties['id']);
    let free = id;
    for (let count = 2; taken.has(free); count += 1) free = `${id}.${count}`;
    taken.add(free);
    node.properties['id'] = free;
  }
}

/** Gives every heading the anchor that GitHub gives it, in place, and every element an id of its own. */
export function nameHeadings(tree: Root): void {
  const slugger = new GithubSlugger();
  const taken = new Set<string>();
  // One at most, as GitHub numbers those that follow.
  let nameless: Element | undefined;
  const headings: Element[] = [];
  const others: Element[] = [];
  walkHtml(tree, (node) => {
    if (node.type !== 'element') return;
    const heading = isHeading(node);
    if (heading && !node.properties['id']) node.properties['id'] = slugger.slug(textOf(node));
    const id = node.properties['id'];
    const named = typeof id === 'string';
    if (named && id !== '') taken.add(id);
    else if (heading) nameless = node;
    if (heading) headings.push(node);
    else if (named) others.push(node);
  });
  if (nameless !== undefined) nameEmptyId(nameless, taken);
  separateIds(others, headings);
}
