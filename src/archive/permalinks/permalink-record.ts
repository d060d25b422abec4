import type { Meeting, MeetingId } from '../meeting.ts';
import { meetingPage } from '../paths.ts';
import { type Fingerprint, likeness } from '../text/fingerprint.ts';
import { type Move, isOfAnchor } from './move.ts';
import { type Permalinks, copyOf, partsOfTarget, titleMark } from './permalinks.ts';
import { meetingPrint, placesOf, slugsOf } from './places.ts';
import { publicNames } from './public-names.ts';

/** From here on a text is the one that left, after edits. */
const sameText = 1 / 4;

/**
 * Has the prints of texts that left for other meetings follow them there; a place chosen by hand is no text of theirs.
 * `today` has the prints of all meetings by their anchors.
 */
function followDeparted(
  known: Permalinks,
  today: ReadonlyMap<MeetingId, ReadonlyMap<string, Fingerprint>>,
  isLost: (id: MeetingId, name: string) => boolean,
): void {
  for (const [id, { anchors, moved }] of known.meetings) {
    for (const [name, target] of moved) {
      const print = anchors.get(name);
      if (!target.includes('#') || print === undefined || print === titleMark) continue;
      const { meeting, anchor } = partsOfTarget(target);
      const slug = known.meetings.get(meeting)?.moved.get(anchor) ?? anchor;
      const now = today.get(meeting)?.get(slug);
      if (now !== undefined && likeness(print, now) >= sameText && !isLost(id, name)) {
        anchors.set(name, now);
      }
    }
  }
}

/**
 * The record with all that is public today. Prints follow the texts; what is lost, by the moves that
 * are `left`, stays as it was, so that it is not forgotten.
 */
export function recordPublic(
  known: Permalinks,
  meetings: readonly Meeting[],
  pages: readonly string[],
  left: readonly Move[],
): Permalinks {
  const next = copyOf(known);
  const isLost = (id: MeetingId, name: string): boolean =>
    left.some((move) => isOfAnchor(move, id, name));
  const today = new Map<MeetingId, ReadonlyMap<string, Fingerprint>>();
  for (const meeting of meetings) {
    const record = next.meetings.get(meeting.id) ?? {
      text: meetingPrint(meeting),
      anchors: new Map<string, Fingerprint | typeof titleMark>(),
      moved: new Map<string, string>(),
    };
    record.text = meetingPrint(meeting);
    const prints = new Map<string, Fingerprint>(
      placesOf(meeting).map(({ slug, print }) => [slug, print]),
    );
    today.set(meeting.id, prints);
    for (const { slug, id, aliases } of publicNames(slugsOf(meeting), record)) {
      for (const name of [id, ...aliases]) {
        if (isLost(meeting.id, name)) continue;
        record.anchors.set(name, prints.get(slug) ?? titleMark);
        if (name !== slug) record.moved.set(name, slug);
        // That it stays by choice is told by its print from now on.
        else record.moved.delete(name);
      }
    }
    // Left where it was sent, a lost anchor would pass for one that is meant to stand over other text.
    for (const [name, slug] of record.moved) {
      if (prints.has(slug) && isLost(meeting.id, name)) record.moved.delete(name);
    }
    next.meetings.set(meeting.id, record);
  }
  followDeparted(next, today, isLost);
  for (const page of pages) {
    next.pages.add(page);
    next.moved.delete(page);
  }
  for (const { id } of meetings) next.moved.delete(meetingPage(id));
  return next;
}

/** How many public paths and anchors are not on record yet. */
export function countUnrecorded(
  known: Permalinks,
  meetings: readonly Meeting[],
  pages: readonly string[],
): { paths: number; anchors: number } {
  let paths = pages.filter((page) => !known.pages.has(page)).length;
  let anchors = 0;
  for (const meeting of meetings) {
    const record = known.meetings.get(meeting.id);
    if (record === undefined) paths += 1;
    for (const { id } of publicNames(slugsOf(meeting), record)) {
      if (!record?.anchors.has(id)) anchors += 1;
    }
  }
  return { paths, anchors };
}
