import type { MeetingId } from '../meeting.ts';
import { meetingPage } from '../paths.ts';
import { type Fingerprint, likeness, same } from '../text/fingerprint.ts';
import { byCodeUnit } from '../text/order.ts';
import { collisions } from './accepted-moves.ts';
import { type MeetingRecord, type Permalinks, titleMark } from './permalinks.ts';
import { meetingPrint } from './places.ts';
import type { Lost, MeetingMoves, Today } from './published-today.ts';

/** The meeting that a note's text is found in now; one that was never published before any other. */
function renamed(record: MeetingRecord, known: Permalinks, today: Today) {
  const ranked = today.meetings
    .map((meeting) => {
      const whole = likeness(record.text, meetingPrint(meeting));
      const prints = today.placesOf(meeting).map(({ print }) => print);
      const own = [...record.anchors].flatMap(([name, print]) =>
        print === titleMark || print === '' ? [] : [{ name, print }],
      );
      // What left for another meeting before tells nothing of where the rest is.
      const kept = own.filter(
        ({ name, print }) =>
          !record.moved.get(name)?.includes('#') &&
          prints.some((other) => likeness(print, other) >= same),
      ).length;
      const parts = own.length === 0 ? 0 : kept / own.length;
      return {
        id: meeting.id,
        near: Math.max(whole, parts),
        isNew: !known.meetings.has(meeting.id),
      };
    })
    .filter(({ near }) => near >= same)
    .sort((a, b) => Number(b.isNew) - Number(a.isNew) || b.near - a.near || byCodeUnit(a.id, b.id));
  return ranked[0]?.id;
}

/** Those of the anchors of a meeting that have texts, as lost. */
function lostTexts(
  meeting: MeetingId,
  anchors: Iterable<readonly [string, Fingerprint | typeof titleMark]>,
  anchor: Lost['anchor'],
): Lost[] {
  return [...anchors].flatMap(([id, print]) =>
    print === titleMark ? [] : [{ meeting, entry: { id, slug: id, print }, anchor }],
  );
}

/** The anchors of a page that is gone which have not left it before, by all of their names. */
function remnants(meeting: MeetingId, { anchors, moved }: MeetingRecord): Lost[] {
  const stayed = [...anchors].filter(([id]) => !/^$|#/.test(moved.get(id) ?? id));
  return lostTexts(meeting, stayed, 'page-gone');
}

/**
 * What became of a meeting that is no more. A meeting that is recorded in its place takes its anchors
 * over, but for those of its own, which stay on record as the old one's: their texts are `lost` until
 * it is known where they stand. So are those of all others where no meeting takes its place.
 */
export function moveOfMeeting(
  id: MeetingId,
  record: MeetingRecord,
  known: Permalinks,
  today: Today,
): MeetingMoves {
  const target = known.moved.get(meetingPage(id));
  const given = today.meetings.find((meeting) => meetingPage(meeting.id) === target);
  const own = collisions(record, given && known.meetings.get(given.id));
  if (target !== undefined && given === undefined) return { moves: [], lost: remnants(id, record) };
  const waiting = [...record.anchors].filter(([name]) => !record.moved.has(name));
  if (given !== undefined && waiting.every(([name]) => own.has(name))) {
    return { moves: [], lost: lostTexts(id, waiting, 'gone') };
  }
  const to = given?.id ?? renamed(record, known, today);
  return {
    moves: [{ kind: 'meeting', meeting: id, to }],
    lost: to === undefined ? remnants(id, record) : [],
  };
}
