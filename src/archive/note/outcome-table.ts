import type { Element, RootContent } from 'hast';

import { lineOf } from '../text/element.ts';
import { plainText } from '../text/plain-text.ts';
import { rowsOf } from './table.ts';

const ACTION_COLUMN = /^actions?(?: items?)?$/i;
const ITEM_COLUMN = /^(?:items?|tasks?|to-?dos?|what|descriptions?)$/i;
const OWNER_COLUMN =
  /^(?:owners?|owner\(s\)|who|assignees?|assigned to|responsible|person|champions?)$/i;
const DONE_COLUMN = /^(?:done|status|completed?)\??$/i;
const DONE = /^(?:x|y|yes|done|completed?|closed|\[x\]|[✓✔✅☑]\ufe0f?)[.!]?$/iu;

/** A row of a table that says what is to be done: the words, what they are printed from, and its line. */
export interface ActionRow {
  text: string;
  nodes: RootContent[];
  done: boolean;
  line: number;
}

/**
 * What is to be done by the rows of a table, where a column of its header gives it, each behind its owner: under a
 * heading over such things, or where the header speaks of actions and their owners.
 */
export function actionRows(table: Element, isUnderActions: boolean): ActionRow[] {
  const [head = [], ...rows] = rowsOf(table);
  const titles = head.map((cell) => plainText(cell).trim());
  const columnOf = (title: RegExp): number => titles.findIndex((text) => title.test(text));
  const action = columnOf(ACTION_COLUMN);
  const owner = columnOf(OWNER_COLUMN);
  const item = action < 0 && isUnderActions ? columnOf(ITEM_COLUMN) : action;
  if (item < 0 || !(isUnderActions || owner >= 0)) return [];
  const done = columnOf(DONE_COLUMN);
  return rows.flatMap((cells): ActionRow[] => {
    const textAt = (column: number): string => {
      const cell = cells[column];
      return cell === undefined ? '' : plainText(cell).replace(/\n/g, ' ').trim();
    };
    const cell = cells[item];
    if (cell === undefined || textAt(item) === '') return [];
    const lead = textAt(owner) === '' ? '' : `${textAt(owner)}: `;
    return [
      {
        text: `${lead}${textAt(item)}`,
        nodes: [{ type: 'text', value: lead }, ...cell.children],
        done: DONE.test(textAt(done)),
        line: lineOf(cell),
      },
    ];
  });
}
