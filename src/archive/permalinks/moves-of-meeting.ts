import type { MeetingId } from '../meeting.ts';
import { meetingPage } from '../paths.ts';
import { likeness, same } from '../text/fingerprint.ts';
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
        print === titleMark || print === '' || record.moved.get(name)?.includes('#') ? [] : [print],
      );
      const kept = own.filter((print) =>
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

/**
 * What became of a meeting that is no more. Nothing is to be said where another page is recorded in
 * its place. A meeting that is recorded there takes its anchors over, but for those of its own, which
 * stay on record as the old one's: their texts are `lost` until it is known where they stand.
 */
export function moveOfMeeting(
  id: MeetingId,
  record: MeetingRecord,
  known: Permalinks,
  today: Today,
): MeetingMoves {
  const target = known.moved.get(meetingPage(id));
  const given = today.meetings.find((meeting) => meetingPage(meeting.id) === target);
  if (target !== undefined && given === undefined) return { moves: [], lost: [] };
  const own = collisions(record, given && known.meetings.get(given.id));
  const waiting = [...record.anchors].filter(([name]) => !record.moved.has(name));
  if (given !== undefined && waiting.every(([name]) => own.has(name))) {
    const lost = waiting.flatMap(([name, print]): Lost[] =>
      print === titleMark
        ? []
        : [{ meeting: id, entry: { id: name, slug: name, print }, anchor: 'gone' }],
    );
    return { moves: [], lost };
  }
  const to = given?.id ?? renamed(record, known, today);
  return { moves: [{ kind: 'meeting', meeting: id, to }], lost: [] };
}
