import type { Element, Nodes } from 'hast';

import type { Mention } from '../meeting.ts';
import { plainText } from '../text/plain-text.ts';
import { excerptPrinter, isPassage } from './mention-excerpt.ts';
import type { NoteInput } from './note-input.ts';

/** A line that only says in which issue the meeting was announced, as many templates have one. */
const ANNOUNCEMENT = /^(?:github|agenda|meeting|announcement) issue\s*[:：]\s*\S+$/i;

/** The mentions in one block, in the order of the text. An issue that announces the meeting was not discussed in it. */
export function findMentions(
  block: Element,
  { text, print }: Pick<NoteInput, 'text' | 'print'>,
  place: Pick<Mention, 'section' | 'block'>,
): Mention[] {
  const mentions: Mention[] = [];
  const excerptOf = excerptPrinter(print);
  const walk = (node: Nodes, passage: Element): void => {
    if (node.type !== 'element') return;
    const linked = text.references.get(node);
    if (linked !== undefined) {
      if (ANNOUNCEMENT.test(plainText(passage))) return;
      const { reference, kind, url, line, column } = linked;
      const excerpt = excerptOf(passage, node);
      mentions.push({ reference, ...(kind && { kind }), url, ...place, line, column, excerpt });
      return;
    }
    const inner = isPassage(node) ? node : passage;
    for (const child of node.children) walk(child, inner);
  };
  walk(block, block);
  return mentions;
}
