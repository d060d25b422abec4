import type { RootContent } from 'hast';

import { plainText } from '../text/plain-text.ts';
import { withoutSigns } from '../text/undecorated.ts';

/** The text of what stands in one line or paragraph. */
export const inlineText = (nodes: readonly RootContent[]): string =>
  plainText({ type: 'root', children: [...nodes] }).replace(/\n/g, ' ');

/** Whether a node is but white space, or a sign that stands before words: `✅ `. */
export const isSign = (node: RootContent): boolean =>
  node.type === 'text' && withoutSigns(node.value).trim() === '';
