import type { Found } from './find.ts';
import type { Lookup } from './lookup.ts';
import type { Query } from './query.ts';
import type { Finding } from './rank.ts';
import { byMeeting } from './record-order.ts';

/** How results are narrowed and sorted. */
export interface View {
  year?: number;
  topic?: string;
  sort: 'best' | 'newest' | 'oldest';
}

/** The view with what the operators of the query say, which goes before the controls. */
export function viewOf({ years, topics }: Pick<Query, 'years' | 'topics'>, view: View): View {
  const [year, topic] = [years.at(-1), topics.at(-1)];
  return {
    ...view,
    ...(year !== undefined && { year }),
    ...(topic !== undefined && { topic }),
  };
}

/** What a list shows, and what its filters offer. */
export interface Listing {
  findings: Finding[];
  /** Results of each year under the other filter, newest first. */
  years: [year: number, count: number][];
  /** Results about each topic under the other filter, by name. */
  topics: [slug: string, name: string, count: number][];
}

/** Applies filters and order. */
export function listResults(
  { findings }: Pick<Found, 'findings'>,
  view: View,
  lookup: Lookup,
): Listing {
  const yearOf = (record: number): number =>
    Number((lookup.meetings[lookup.meetingOf[record] ?? 0] ?? '').slice(0, 4));
  const topic = lookup.topics.find(({ slug }) => slug === view.topic);
  const inYear = ({ record }: Finding): boolean =>
    view.year === undefined || yearOf(record) === view.year;
  const onTopic = ({ record }: Finding): boolean =>
    view.topic === undefined || topic?.records.has(record) === true;
  const years = new Map<number, number>();
  for (const finding of findings.filter(onTopic)) {
    const year = yearOf(finding.record);
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  const ofYear = findings.filter(inYear);
  const topics = lookup.topics
    .map(({ slug, name, records }): [string, string, number] => [
      slug,
      name,
      ofYear.filter(({ record }) => records.has(record)).length,
    ])
    .filter(([slug, , count]) => count > 0 || slug === view.topic);
  const shown = ofYear.filter(onTopic);
  if (view.sort !== 'best') shown.sort(byMeeting(view.sort, lookup));
  return { findings: shown, years: [...years].sort((a, b) => b[0] - a[0]), topics };
}
