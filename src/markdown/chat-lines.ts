import type { PhrasingContent, Root, Text } from 'mdast';

import { isChatLine, mayHoldChat } from '../archive/text/chat-line.ts';
import { paragraphLines } from './paragraph-lines.ts';
import { walkMarkdown } from './walk.ts';

/** A text with a break before each line, by its number, that follows another one of `said` and is one itself. */
function partLines(text: Text, said: ReadonlySet<number>): PhrasingContent[] {
  const start = text.position?.start.line ?? 0;
  const parts: PhrasingContent[] = [];
  let words = '';
  for (const [index, line] of text.value.split('\n').entries()) {
    if (index > 0 && said.has(start + index) && said.has(start + index - 1)) {
      parts.push({ ...text, value: words.trimEnd() }, { type: 'break' });
      words = line.trimStart();
    } else words += index === 0 ? line : `\n${line}`;
  }
  return [...parts, { ...text, value: words }];
}

/**
 * Keeps the lines of a chat apart where they stand in a paragraph, in place: Markdown would let those run together that
 * each begin with their time.
 */
export function partChatLines(tree: Root, source: string): void {
  if (!mayHoldChat(source)) return;
  walkMarkdown(tree, (node) => {
    if (node.type !== 'paragraph') return;
    const said = new Set(
      paragraphLines(node, source).flatMap(({ text, line }) => (isChatLine(text) ? line : [])),
    );
    if (said.size < 2) return;
    node.children = node.children.flatMap((child) =>
      child.type === 'text' ? partLines(child, said) : [child],
    );
  });
}
