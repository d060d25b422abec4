import type { RootContent } from 'hast';

import { plainText } from '../text/plain-text.ts';

/** The text of what stands in one line or paragraph. */
export const inlineText = (nodes: readonly RootContent[]): string =>
  plainText({ type: 'root', children: [...nodes] }).replace(/\n/g, ' ');
