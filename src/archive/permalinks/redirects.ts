import type { Meeting, MeetingId } from '../meeting.ts';
import { meetingPage } from '../paths.ts';
import { byCodeUnit } from '../text/order.ts';
import { stepsOf } from './page-moves.ts';
import type { Permalinks } from './permalinks.ts';
import { departedIn } from './public-names.ts';

type Departed = NonNullable<Meeting['departed']>;

/** A page that is no more, and the path where it ended up; below the site, without slashes at their ends. */
export interface Redirect {
  from: string;
  to: string;
  /** Of a meeting, the anchors that stand elsewhere than at their own names on that page. */
  departed?: Departed;
}

/** Pages that are no more, in the order of their paths; none without a record. */
export function redirectsOf(known: Permalinks | undefined): Redirect[] {
  if (known === undefined) return [];
  const records = new Map([...known.meetings].map(([id, record]) => [meetingPage(id), record]));
  return [...known.moved.keys()].sort(byCodeUnit).map((from) => {
    const steps = stepsOf(known.moved, from);
    const to = steps.pop()!;
    const there = /^meetings\/(.+)$/.exec(to)?.[1];
    // An anchor that the page itself sends nowhere goes on to the next page, which may do so.
    const departed = new Map<string, Departed[number]>();
    for (const record of steps.flatMap((step) => records.get(step) ?? [])) {
      for (const section of departedIn(record, there as unknown as MeetingId | undefined)) {
        if (!departed.has(section.id)) departed.set(section.id, section);
      }
    }
    return { from, to, ...(departed.size > 0 && { departed: [...departed.values()] }) };
  });
}
