import type { Element, Nodes } from 'hast';

import { besidesLists, isList } from '../text/element.ts';
import { plainText } from '../text/plain-text.ts';
import { isRecordingLabel } from './recording.ts';

/** A link with what stands before it in its paragraph or list item. */
export interface LabelledLink {
  url: string;
  label: string;
  words: string;
  /** Whether nothing but the label stands beside the link. */
  alone: boolean;
  /** Whether it stands in a list within a list. */
  nested: boolean;
  /** Whether the lines before it, in the same list item, say something else. */
  behindWords: boolean;
}

/** The links of a block, each with the text before it in its own paragraph or list item. */
export function labelledLinks(block: Element): LabelledLink[] {
  const found: LabelledLink[] = [];
  const texts = new Map<Element, string>();
  const textOf = (line: Element): string => {
    const text =
      texts.get(line) ?? plainText({ ...line, tagName: 'pre', children: besidesLists(line) });
    texts.set(line, text);
    return text;
  };
  // The last link of the paragraph or item that is gone through, which has the lines up to it to itself.
  let previous: { line: Element; words: string } | undefined;
  const walk = (node: Nodes, line: Element, lists: number): void => {
    if (node.type !== 'element') return;
    if (node.tagName === 'a') {
      const words = plainText(node);
      const own = textOf(line);
      const [before = '', after = ''] = own.split(words, 2);
      const start = before.lastIndexOf('\n') + 1;
      const isOfAnother =
        previous?.line === line && before.slice(0, start).includes(previous.words);
      previous = { line, words };
      found.push({
        url: String(node.properties['href'] ?? ''),
        label: before.slice(isOfAnother ? start : 0).trim(),
        words,
        nested: lists > 1,
        behindWords: lists > 0 && start > 0 && !isRecordingLabel(before.slice(0, start)),
        alone: after.trim() === '' && (before.trim() === '' || isRecordingLabel(before)),
      });
      return;
    }
    const inner = node.tagName === 'p' || node.tagName === 'li' ? node : line;
    for (const child of node.children) walk(child, inner, lists + Number(isList(node)));
  };
  walk(block, block, 0);
  return found;
}
