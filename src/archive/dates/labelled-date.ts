import type { Element, Root } from 'hast';

import { besidesLists, isElement, isList, lineOf } from '../text/element.ts';
import { plainText } from '../text/plain-text.ts';
import { type FoundDate, findDates } from './date-in-text.ts';

/** What stands before the day of a meeting at the head of its note: `Date:`, `When:`, `Meeting date/time:`. */
const LABEL = /^(?:meeting )?(?:dates?|times?|when)(?: ?(?:\/|and|&) ?(?:date|time))?\s*[:：]/i;

/** How many of the first elements of a note are its head. */
const longestHead = 8;

/** The lines of an element: of a paragraph, a heading, or the items of a list. */
function linesOf(element: Element): { text: string; line: number }[] {
  if (isList(element)) {
    return element.children
      .filter(isElement)
      .map((item) => ({ item, own: { ...item, children: besidesLists(item) } }))
      .map(({ item, own }) => ({ text: plainText(own).replace(/\n/g, ' '), line: lineOf(item) }));
  }
  const first = lineOf(element);
  return plainText({ ...element, tagName: 'pre' })
    .split('\n')
    .map((text, index) => ({ text, line: first + index }));
}

/**
 * The day that a line at the head of a note gives behind a label, with the line in the note; nothing where the line
 * names several days.
 */
export function findLabelledDate(
  tree: Root,
): (Pick<FoundDate, 'date'> & { line: number }) | undefined {
  for (const element of tree.children.filter(isElement).slice(0, longestHead)) {
    for (const { text, line } of linesOf(element)) {
      if (!LABEL.test(text.trim())) continue;
      const days = new Set(findDates(text).map(({ date }) => date));
      const [date] = days;
      if (days.size === 1 && date !== undefined) return { date, line };
    }
  }
  return undefined;
}
