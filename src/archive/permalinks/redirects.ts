import type { Meeting, MeetingId } from '../meeting.ts';
import { meetingPage } from '../paths.ts';
import { byCodeUnit } from '../text/order.ts';
import { lastOf } from './page-moves.ts';
import type { Permalinks } from './permalinks.ts';
import { departedIn } from './public-names.ts';

/** A page that is no more, and the path where it ended up; below the site, without slashes at their ends. */
export interface Redirect {
  from: string;
  to: string;
  /** Of a meeting, the anchors that stand elsewhere than at their own names on that page. */
  departed?: NonNullable<Meeting['departed']>;
}

/** Pages that are no more, in the order of their paths; none without a record. */
export function redirectsOf(known: Permalinks | undefined): Redirect[] {
  if (known === undefined) return [];
  const records = new Map([...known.meetings].map(([id, record]) => [meetingPage(id), record]));
  return [...known.moved.keys()].sort(byCodeUnit).map((from) => {
    const record = records.get(from);
    const to = lastOf(known.moved, from);
    const there = /^meetings\/(.+)$/.exec(to)?.[1];
    const departed =
      record === undefined ? [] : departedIn(record, there as unknown as MeetingId | undefined);
    return { from, to, ...(departed.length > 0 && { departed }) };
  });
}
