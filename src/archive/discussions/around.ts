import { daysBetween } from '../dates/date.ts';
import type { Meeting, Section } from '../meeting.ts';
import { onceFor } from '../once-for.ts';
import type { Passage } from '../passages/passage.ts';
import type { Entry, Likeness } from './likeness.ts';

/** One object for each passage, to tell passages apart by. */
const placeOf = ({ meeting, section }: Passage): Section | Meeting => section ?? meeting;

/** A passage on the way through all that name one subject, with what it is compared by. */
export interface Stop {
  passage: Passage;
  place: Section | Meeting;
  day: number;
  entry: Entry | undefined;
}

/** The passages of one subject in date order, and where each of them stands. */
interface Way {
  stops: readonly Stop[];
  places: ReadonlyMap<Section | Meeting, number>;
}

/** Calls `visit` for the passages of other days around one, nearest first, so many each way. */
export type Around = (
  passages: readonly Passage[],
  passage: Passage,
  most: number,
  visit: (stop: Stop, days: number) => void,
) => void;

/** Gives what walks along the passages of subjects; each way is laid once, and its entries come from `likeness`. */
export function walkIn(likeness: Likeness): Around {
  const wayOf = onceFor((passages: readonly Passage[]): Way => {
    const stops = passages.map((passage): Stop => {
      const { meeting, section } = passage;
      const day = daysBetween(passages[0]!.meeting.date, meeting.date);
      const entry = section && likeness.entryOf(section);
      return { passage, place: placeOf(passage), day, entry };
    });
    return { stops, places: new Map(stops.map(({ place }, at) => [place, at])) };
  });
  return (passages, passage, most, visit) => {
    const { stops, places } = wayOf(passages);
    const at = places.get(placeOf(passage));
    if (at === undefined) return;
    const here = stops[at]!.day;
    for (const step of [-1, 1]) {
      let steps = 0;
      for (let i = at + step; i >= 0 && i < stops.length && steps < most; i += step) {
        const stop = stops[i]!;
        if (stop.day === here) continue;
        steps += 1;
        visit(stop, Math.abs(stop.day - here));
      }
    }
  };
}
