import type { Element, RootContent } from 'hast';

import { lineOf } from '../text/element.ts';
import { plainText } from '../text/plain-text.ts';
import { rowsOf } from './table.ts';

const ACTION_COLUMN = /^actions?(?: items?)?$/i;
/** Below a heading of decisions; elsewhere `Decision` may be any column, such as what became of a proposal. */
const DECISION_COLUMN = /^decisions?(?: items?)?$/i;
const DECISION_ITEM_COLUMN = /^decisions? items?$/i;
const ITEM_COLUMN = /^(?:items?|tasks?|to-?dos?|what|descriptions?)$/i;
const DESCRIPTION_COLUMN = /^(?:what|descriptions?|details)$/i;
/** The number of an item, which has its words in another column: `113.2`, `A5`. */
const NUMBER = /^\p{Lu}{0,3}#?\d+(?:[.-]\d+)*\.?$/u;
const OWNER_COLUMN =
  /^(?:owners?|owner\(s\)|who|assignees?|assigned to|responsible|person|champions?)$/i;
const DONE_COLUMN = /^(?:done|status|completed?)\??$/i;
const DONE = /^(?:x|y|yes|done|completed?|closed|\[x\]|[✓✔✅☑]\ufe0f?)[.!]?$/iu;

type Kind = 'decision' | 'action';

/** What a row of a table says was decided or is to be done: the words, what they are printed from, and its line. */
export interface OutcomeRow {
  kind: Kind;
  text: string;
  nodes: RootContent[];
  done: boolean;
  line: number;
}

const textOf = (cell: Element | undefined): string =>
  cell === undefined ? '' : plainText(cell).replace(/\n/g, ' ').trim();

/**
 * The column that says what was decided, or is to be done, below a heading of that kind or elsewhere; -1 where none
 * does. Where the items are but numbers, it is that of their descriptions.
 */
function columnOfWords(
  columnOf: (title: RegExp) => number,
  rows: readonly Element[][],
  kind: Kind,
  isUnder: boolean,
): number {
  const inAction = (): number => {
    const action = columnOf(ACTION_COLUMN);
    return action < 0 && isUnder ? columnOf(ITEM_COLUMN) : action;
  };
  const column =
    kind === 'action' ? inAction() : columnOf(isUnder ? DECISION_COLUMN : DECISION_ITEM_COLUMN);
  const areNumbers = column >= 0 && rows.every((cells) => NUMBER.test(textOf(cells[column])));
  return areNumbers ? columnOf(DESCRIPTION_COLUMN) : column;
}

/**
 * What was decided and what is to be done by the rows of a table, where a column of its header gives it: under a heading
 * `over` such things, or where the header speaks of decision items, or of actions and their owners, behind whom they stand.
 */
export function outcomeRows(table: Element, over: Kind | undefined): OutcomeRow[] {
  const [head = [], ...rows] = rowsOf(table);
  const titles = head.map(textOf);
  const columnOf = (title: RegExp): number => titles.findIndex((text) => title.test(text));
  const owner = columnOf(OWNER_COLUMN);
  const done = columnOf(DONE_COLUMN);
  const decided = columnOfWords(columnOf, rows, 'decision', over === 'decision');
  const isOwned = over === 'action' || owner >= 0;
  const toDo = isOwned ? columnOfWords(columnOf, rows, 'action', over === 'action') : -1;
  return rows.flatMap((cells) => {
    const rowOf = (kind: Kind, column: number, lead: string): OutcomeRow[] => {
      const cell = cells[column];
      const words = textOf(cell);
      if (cell === undefined || words === '') return [];
      const nodes: RootContent[] = [{ type: 'text', value: lead }, ...cell.children];
      const isDone = kind === 'action' && DONE.test(textOf(cells[done]));
      return [{ kind, text: `${lead}${words}`, nodes, done: isDone, line: lineOf(cell) }];
    };
    const who = textOf(cells[owner]);
    return [
      ...rowOf('decision', decided, ''),
      ...rowOf('action', toDo, who === '' ? '' : `${who}: `),
    ];
  });
}
