import type { Meeting, MeetingId } from '../meeting.ts';
import type { Fingerprint } from '../text/fingerprint.ts';
import type { Move } from './move.ts';
import { type Place, placesOf } from './places.ts';

/** An anchor that was published, the print of its text, and the place where it leads: an anchor of today. */
export interface Published {
  id: string;
  print: Fingerprint;
  slug: string;
}

/** A published text that is not found in its meeting any more. */
export interface Lost {
  meeting: MeetingId;
  entry: Published;
  /**
   * What became of its anchor: it is gone, also with its whole page, or the heading of its name has another published
   * text, or one that was never published, which is the same section rewritten unless the old text is found.
   */
  anchor: 'gone' | 'page-gone' | 'taken' | 'rewritten';
}

/** What became of a meeting: its moves, and the texts of which it does not know where they stand. */
export interface MeetingMoves {
  moves: Move[];
  lost: Lost[];
}

/** The notes as they are today; the places of each are read once. */
export interface Today {
  meetings: readonly Meeting[];
  byId: ReadonlyMap<MeetingId, Meeting>;
  placesOf: (meeting: Meeting) => Place[];
  /** The places whose texts were published where they stand, or moved there within their notes. */
  settled: Set<Place>;
}

/** What the notes of today hold, for what was published to be held against. */
export function readToday(meetings: readonly Meeting[]): Today {
  const read = new Map<Meeting, Place[]>();
  return {
    meetings,
    settled: new Set(),
    byId: new Map(meetings.map((meeting) => [meeting.id, meeting])),
    placesOf: (meeting) => {
      const places = read.get(meeting) ?? placesOf(meeting);
      read.set(meeting, places);
      return places;
    },
  };
}
