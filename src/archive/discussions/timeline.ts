import type { Archive } from '../archive.ts';
import { type MeetingDate, daysBetween, partsOf, yearOf } from '../dates/date.ts';
import type { Passage } from '../passages/passage.ts';
import { countOf } from '../text/count.ts';

/** A day on a time line, with its place between the first day (0) and the last (1). */
export interface TimePoint {
  date: MeetingDate;
  at: number;
}

/** The time between two neighbouring days of a time line. */
export interface TimeGap {
  from: MeetingDate;
  to: MeetingDate;
  days: number;
  /** In words: “3 weeks”. */
  words: string;
}

/** Days in order, and the gaps between them. */
export interface TimeLine {
  points: TimePoint[];
  gaps: TimeGap[];
}

/** A number of days as people say it, rounded to whole days, weeks, months or half years. */
export function spanWords(days: number): string {
  if (days < 14) return countOf(days, 'day');
  if (days < 60) return countOf(Math.round(days / 7), 'week');
  const months = Math.round(days / 30.44);
  if (months < 24) return countOf(months, 'month');
  const halfYears = Math.round(days / 182.6);
  return halfYears % 2 === 0 ? countOf(halfYears / 2, 'year') : `${(halfYears - 1) / 2}½ years`;
}

/** The time line of distinct days in order. */
export function timeLineOf(dates: readonly MeetingDate[]): TimeLine {
  const first = dates[0];
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return { points: [], gaps: [] };
  const length = Math.max(1, daysBetween(first, last));
  return {
    points: dates.map((date) => ({ date, at: daysBetween(first, date) / length })),
    gaps: dates.slice(1).map((to, index) => {
      const from = dates[index] ?? to;
      const days = daysBetween(from, to);
      return { from, to, days, words: spanWords(days) };
    }),
  };
}

/** One bar of a chart: a quarter (“2020 Q3”) or a year, and how many passages fall into it. */
export interface Period {
  label: string;
  year: number;
  /** Whether a year starts here. */
  first: boolean;
  about: number;
  mentions: number;
}

/** Archives of at most this many years are counted by quarter. */
const mostYearsByQuarter = 6;
/** A chart has no more bars: more years than that share theirs with those beside them. */
export const mostBars = 40;

/**
 * How often a subject came up, for every quarter or year of the archive, empty ones included; of an archive over
 * very many years, for as many of them as it takes (“2000–2004”).
 */
export function activityOf(
  archive: Pick<Archive, 'meetings'>,
  about: readonly Passage[],
  mentions: readonly Passage[],
): Period[] {
  const first = archive.meetings[0]?.date;
  const last = archive.meetings.at(-1)?.date;
  if (first === undefined || last === undefined) return [];
  const from = partsOf(first).year;
  const to = partsOf(last).year;
  const byQuarter = to - from < mostYearsByQuarter;
  const together = Math.ceil((to - from + 1) / mostBars);
  const labelOfYear = (year: number): string => {
    const start = year - (year % together);
    return together === 1 ? String(year) : `${start}–${start + together - 1}`;
  };
  const labelOf = (date: MeetingDate): string => {
    const { year, month } = partsOf(date);
    return byQuarter ? `${year} Q${Math.ceil(month / 3)}` : labelOfYear(year);
  };
  const periods = new Map<string, Period>();
  for (let year = from; year <= to; year++) {
    for (let quarter = 1; quarter <= (byQuarter ? 4 : 1); quarter++) {
      const label = byQuarter ? `${year} Q${quarter}` : labelOfYear(year);
      if (periods.has(label)) continue;
      periods.set(label, { label, year, first: quarter === 1, about: 0, mentions: 0 });
    }
  }
  const add = (passages: readonly Passage[], key: 'about' | 'mentions'): void => {
    for (const { meeting } of passages) {
      const period = periods.get(labelOf(meeting.date));
      if (period !== undefined) period[key] += 1;
    }
  };
  add(about, 'about');
  add(mentions, 'mentions');
  return [...periods.values()];
}

/** The years of some days: “2020”, or “2019–2021”. */
export function yearSpan(dates: readonly MeetingDate[]): string {
  const years = [dates.slice(0, 1), dates.slice(-1)].flat().map(yearOf);
  return [...new Set(years)].join('–');
}
