import type { Element } from 'hast';

import type { Block } from '../meeting.ts';

const kinds: Readonly<Record<string, Block['kind']>> = {
  pre: 'code',
  table: 'table',
  ul: 'list',
  ol: 'list',
};

/** The kind of block that an element makes by its name alone; nothing for words. */
export const blockKindOf = ({ tagName }: Element): Block['kind'] | undefined => kinds[tagName];
