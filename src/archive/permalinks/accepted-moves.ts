import type { MeetingId } from '../meeting.ts';
import { meetingPage } from '../paths.ts';
import { type Fingerprint, likeness, same } from '../text/fingerprint.ts';
import type { Move } from './move.ts';
import {
  type MeetingRecord,
  type Permalinks,
  copyOf,
  partsOfTarget,
  titleMark,
} from './permalinks.ts';

/** Sends a name of a meeting to where an anchor of the same meeting leads. */
function leadWithin({ moved }: MeetingRecord, name: string, anchor: string): void {
  const within = name === anchor ? name : (moved.get(anchor) ?? anchor);
  if (within === name) moved.delete(name);
  else moved.set(name, within);
}

/**
 * Sends on what the record sent to an anchor that has left for another meeting itself, so that no
 * visitor is sent from page to page. `to` is the ID#ANCHOR it left for.
 */
function followOn(known: Permalinks, left: string, to: string): void {
  const { meeting: there, anchor } = partsOfTarget(to);
  for (const [id, record] of known.meetings) {
    for (const [name, target] of record.moved) {
      if (target !== left) continue;
      if (id === there) leadWithin(record, name, anchor);
      else record.moved.set(name, to);
    }
  }
}

/** The anchors of a meeting that one that takes its place has too, over other text or none. */
export function collisions(
  { anchors }: MeetingRecord,
  there: MeetingRecord | undefined,
): Set<string> {
  const differs = (name: string, print: Fingerprint | typeof titleMark): boolean => {
    const other = there?.anchors.get(name);
    if (other === undefined || print === titleMark) return false;
    const isOfNoText = other === titleMark || there?.moved.get(name) === '';
    return isOfNoText || likeness(print, other) < same;
  };
  return new Set(
    [...anchors].filter(([name, print]) => differs(name, print)).map(([name]) => name),
  );
}

/** The record of a meeting with those of its anchors that are to be kept. */
function pick(record: MeetingRecord, keep: (name: string) => boolean): MeetingRecord {
  const kept = <Value>(map: Map<string, Value>) => new Map([...map].filter(([name]) => keep(name)));
  return { text: record.text, anchors: kept(record.anchors), moved: kept(record.moved) };
}

/**
 * Makes the anchors of a meeting those of another. The old page sends its visitors on with their
 * anchor, so the new one has to know it; what it knows as its own the old page has to tell apart.
 */
function handOver(known: Permalinks, from: MeetingId, to: MeetingId): void {
  const old = known.meetings.get(from)!;
  const there = known.meetings.get(to);
  const own = collisions(old, there);
  const given = pick(old, (name) => !own.has(name));
  if (there !== undefined) {
    // The headings of another note have these anchors for other sections; whose they are is found by the texts.
    for (const [name, target] of given.moved) {
      if (target === '' || target.includes('#')) continue;
      const isNamesake = given.anchors.has(target) && !given.moved.has(target);
      if (!isNamesake) given.moved.delete(name);
    }
  }
  known.meetings.set(to, {
    text: there?.text ?? old.text,
    anchors: new Map([...given.anchors, ...(there?.anchors ?? [])]),
    moved: new Map([...given.moved, ...(there?.moved ?? [])]),
  });
  if (own.size === 0) known.meetings.delete(from);
  else known.meetings.set(from, { ...pick(old, (name) => own.has(name)), moved: new Map() });
}

/** Puts a meeting in the place of another, and of all whose place that one took. */
function replaceMeeting(known: Permalinks, from: MeetingId, to: MeetingId): void {
  handOver(known, from, to);
  const kept = known.meetings.get(from);
  for (const [path, target] of known.moved) {
    if (target !== meetingPage(from)) continue;
    known.moved.set(path, meetingPage(to));
    if (kept === undefined || !path.startsWith(meetingPage(''))) continue;
    // The anchors of both were the same, and so are those that the next page does not lead on.
    const id = path.slice(meetingPage('').length) as unknown as MeetingId;
    const { text, anchors, moved } = known.meetings.get(id) ?? kept;
    const all = new Map([...kept.anchors, ...anchors]);
    known.meetings.set(id, { text, anchors: all, moved: new Map(moved) });
  }
  known.moved.set(meetingPage(from), meetingPage(to));
  // What leads to an anchor that the old page keeps goes on with it, once it is known where it stands.
  for (const [id, record] of known.meetings) {
    for (const [name, target] of record.moved) {
      if (!target.includes('#')) continue;
      const { meeting, anchor } = partsOfTarget(target);
      const there = meeting === from && !kept?.anchors.has(anchor) ? to : meeting;
      if (id === to && there === to) leadWithin(record, name, anchor);
      else record.moved.set(name, `${there}#${anchor}`);
    }
  }
}

/**
 * Takes the names that a section had in meetings that are no more back with it, to where it was published: by its
 * text it would be found under one name only.
 */
function takeBack(known: Permalinks, moves: readonly Move[]): void {
  const replaced = new Set(
    moves.flatMap((move) => (move.kind === 'meeting' && move.to !== undefined ? move.meeting : [])),
  );
  for (const move of moves) {
    if (move.kind !== 'anchor' || move.to !== move.anchor) continue;
    const target = known.meetings.get(move.meeting)?.moved.get(move.anchor);
    if (!target?.includes('#')) continue;
    const { meeting, anchor } = partsOfTarget(target);
    const there = known.meetings.get(meeting);
    if (there === undefined || !replaced.has(meeting)) continue;
    const slugOf = (name: string): string => there.moved.get(name) ?? name;
    const slug = slugOf(anchor);
    const names = [...there.anchors.keys()].filter((name) => slugOf(name) === slug);
    for (const name of names) there.moved.set(name, `${move.meeting}#${move.anchor}`);
  }
}

/** The record with every move accepted for which there is a proposal. */
export function acceptMoves(known: Permalinks, moves: readonly Move[]): Permalinks {
  const next = copyOf(known);
  takeBack(next, moves);
  for (const move of moves) {
    if (move.to === undefined) continue;
    if (move.kind === 'page') next.moved.set(move.path, move.to);
    else if (move.kind === 'anchor') {
      next.meetings.get(move.meeting)?.moved.set(move.anchor, move.to);
      if (move.to === move.anchor) next.meetings.get(move.meeting)?.moved.delete(move.anchor);
      if (move.to.includes('#')) followOn(next, `${move.meeting}#${move.anchor}`, move.to);
    } else replaceMeeting(next, move.meeting, move.to);
  }
  return next;
}
