import type { Meeting, MeetingId } from '../meeting.ts';
import { meetingPage } from '../paths.ts';
import { type Fingerprint, likeness, same } from '../text/fingerprint.ts';
import { stepsOf } from './page-moves.ts';
import {
  type MeetingRecord,
  type Permalinks,
  copyOf,
  partsOfTarget,
  titleMark,
} from './permalinks.ts';
import { meetingPrint, placesOf } from './places.ts';

/** Sends the anchors of a meeting that had this address before on to where it stands now, but for texts that are here. */
function sendOn(
  record: MeetingRecord,
  before: MeetingRecord,
  there: MeetingId,
  here: Meeting,
): void {
  const own = new Map<string, Fingerprint>(placesOf(here).map(({ slug, print }) => [slug, print]));
  for (const [name, print] of before.anchors) {
    if (print === titleMark || record.anchors.has(name)) continue;
    const now = own.get(name);
    if (now !== undefined && likeness(print, now) >= same) continue;
    const left = before.moved.get(name);
    const target = left?.includes('#') ? left : `${there}#${name}`;
    if (partsOfTarget(target).meeting === here.id) continue;
    record.anchors.set(name, print);
    record.moved.set(name, target);
  }
}

/**
 * The record as it is for notes that stand at addresses which the notes of other days had left: the page is the new
 * note's, and the anchors that were published there before lead on to their texts, as the redirect did.
 */
export function withTakenAddresses(known: Permalinks, meetings: readonly Meeting[]): Permalinks {
  const standing = new Map(meetings.map(({ id }) => [meetingPage(id), id]));
  const taken = meetings.filter(({ id }) => known.moved.has(meetingPage(id)));
  if (taken.length === 0) return known;
  const next = copyOf(known);
  for (const here of taken) {
    const there = standing.get(stepsOf(known.moved, meetingPage(here.id)).at(-1)!);
    const before = there && known.meetings.get(there);
    if (there === undefined || before === undefined || there === here.id) continue;
    const record = next.meetings.get(here.id) ?? {
      text: meetingPrint(here),
      anchors: new Map(),
      moved: new Map(),
    };
    sendOn(record, before, there, here);
    next.meetings.set(here.id, record);
    next.moved.delete(meetingPage(here.id));
  }
  return next;
}
