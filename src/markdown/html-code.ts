import type { Code, Html, Nodes } from 'mdast';

import { decodeEntities } from '../archive/text/entity.ts';
import { removeHidden } from '../archive/text/hidden.ts';
import type { Tag } from './html-tags.ts';
import { walkMarkdown } from './walk.ts';

/** Whether an element shows its words as a program has them: `<code>`, `<kbd>`. */
export const isCode = (name: string): boolean => /^(?:code|kbd|samp|tt)$/.test(name);

/** Whether nodes hold what words in code could not: a link, a picture or a break of a line. */
export function holdsMoreThanWords(nodes: readonly Nodes[]): boolean {
  let more = false;
  for (const node of nodes) {
    walkMarkdown(node, ({ type }) => {
      if (!/^(?:text|inlineCode|strong|emphasis|delete)$/.test(type)) more = true;
    });
  }
  return more;
}

/**
 * The words of the `<pre>` whose tag stands at `from`, line by line, and where it ends; nothing where it never ends, or
 * holds a link or a picture.
 */
export function preAt(
  parts: readonly (string | Tag)[],
  from: number,
): { words: string; end: number } | undefined {
  let words = '';
  for (let at = from + 1; at < parts.length; at += 1) {
    const part = parts[at]!;
    if (typeof part === 'string') words += removeHidden(decodeEntities(part)).text;
    else if (part.name === 'br') words += '\n';
    else if (part.name === 'pre' && part.isEnd) {
      const told = words.replace(/^\n/, '').trimEnd();
      return told.trim() === '' ? undefined : { words: told, end: at };
    } else if (/^(?:a|img|iframe|video|audio|table|ul|ol|pre)$/.test(part.name)) return undefined;
  }
  return undefined;
}

/** The block of code that the words of a `<pre>` are. */
export const makeCode = (value: string, position: Html['position']): Code => ({
  type: 'code',
  value,
  position,
});
