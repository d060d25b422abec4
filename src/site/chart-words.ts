import type { Period } from '../archive/timeline.ts';

/** How much there was in each period that had any, for those who do not see the chart. */
export const inEachPeriod = (periods: readonly Period[]): string =>
  periods
    .filter(({ about }) => about > 0)
    .map(({ about, label }) => `${about} in ${label}`)
    .join(', ');
