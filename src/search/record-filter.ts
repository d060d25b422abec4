import type { Engine } from './engine.ts';
import type { Lookup } from './lookup.ts';
import { isWithin } from './named-time.ts';
import { holding } from './phrase.ts';
import type { Query } from './query.ts';
import type { Finding } from './rank.ts';
import { byMeeting } from './record-order.ts';

/** Whether a record is kept, by its number. */
export type Keep = (record: number) => boolean;

/** Whether a record holds every phrase of a query, and nothing that it is to be without. */
export async function phraseFilter({ phrases, without }: Query, engine: Engine): Promise<Keep> {
  const excluded = new Set<number>();
  for (const phrase of without) {
    for (const record of await holding(phrase, engine)) excluded.add(record);
  }
  let required: Set<number> | undefined;
  for (const phrase of phrases) {
    const holders = new Set(await holding(phrase, engine, true));
    required = new Set([...(required ?? holders)].filter((record) => holders.has(record)));
  }
  return (record) => !excluded.has(record) && (required === undefined || required.has(record));
}

/** Whether a record is of the time that a query names, if it names one. */
export function timeFilter({ date }: Query, { meetings, meetingOf }: Lookup): Keep {
  if (date === undefined) return () => true;
  return (record) => isWithin(meetings[meetingOf[record] ?? 0] ?? '', date.range);
}

/** The sections that are kept, in the order of the archive. */
const everything = ({ meetingOf, attendance }: Lookup, keep: Keep): Finding[] =>
  Array.from(meetingOf, (_, record) => record)
    .filter((record) => !attendance.has(record) && keep(record))
    .map((record) => ({ record, score: 0, marks: new Map<number, number>() }));

/** The sections of meetings, one meeting after the other. */
export const recordsOf = (places: readonly number[], lookup: Lookup): Finding[] =>
  places.flatMap((place) => everything(lookup, (record) => lookup.meetingOf[record] === place));

/** What answers a query without words: all that its filters leave, of a date in order, else the newest meeting first. */
export function findByFilters(
  { date, years, topics, without }: Query,
  lookup: Lookup,
  isAllowed: Keep,
  isInTime: Keep,
): Finding[] {
  if (date !== undefined) {
    return everything(lookup, (record) => isAllowed(record) && isInTime(record));
  }
  const hasFilters = years.length + topics.length + without.length > 0;
  return hasFilters ? everything(lookup, isAllowed).sort(byMeeting('newest', lookup)) : [];
}
