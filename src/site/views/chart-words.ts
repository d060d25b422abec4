import { formatDate } from '../../archive/dates/date.ts';
import type { Period, TimeLine } from '../../archive/discussions/timeline.ts';

/** How much there was in each period that had any, for those who do not see the chart. */
export const inEachPeriod = (periods: readonly Period[]): string =>
  periods
    .filter(({ about }) => about > 0)
    .map(({ about, label }) => `${about} in ${label}`)
    .join(', ');

/** Gaps of a time line that are told one by one. */
const mostGaps = 12;

/** The days of a time line and the gaps between them, for those who do not see it. */
export function daysAndGaps({ points, gaps }: TimeLine): string {
  const [first, last] = [points[0], points.at(-1)].map((point) =>
    point === undefined ? '' : formatDate(point.date, 'medium'),
  );
  const later = gaps
    .slice(0, mostGaps)
    .map(({ to, words }) => `, ${words} later on ${formatDate(to, 'medium')}`);
  return `${first}${later.join('')}${gaps.length > mostGaps ? `, and so on until ${last}` : ''}`;
}
