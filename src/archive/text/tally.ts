import { byCodeUnit } from './order.ts';

/** How often each value stands among some, in the order in which they come first. */
export function tallyOf<Value>(values: Iterable<Value>): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** What was counted, the most frequent first; of those that are as frequent the smaller by code unit. */
export const byFrequency = (counts: ReadonlyMap<string, number>): [text: string, times: number][] =>
  [...counts].sort((a, b) => b[1] - a[1] || byCodeUnit(a[0], b[0]));
