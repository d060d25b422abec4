import { type Fingerprint, likeness } from './fingerprint.ts';
import type { Meeting, MeetingId } from './meeting.ts';
import { byCodeUnit } from './order.ts';
import type { Move } from './move.ts';
import { findPageMoves } from './page-moves.ts';
import { acceptMoves, collisions, copyOf, same } from './permalink-record.ts';
import {
  type MeetingRecord,
  type Permalinks,
  type Place,
  meetingPrint,
  partsOfTarget,
  placesOf,
  publicNames,
  slugsOf,
  titleMark,
} from './permalinks.ts';
import { isReworded } from './reworded.ts';

/** From here on a text counts as the same text in another meeting, where more texts compete. */
const sameElsewhere = 2 / 3;
/** A heading that kept its name needs this much of its text to keep its address, */
const sameName = 1 / 4;
/** unless so much more of the text stands at another place. */
const clearlyNearer = 1 / 2;
/** The print of no words, which no text is known by. */
const noPrint = '' as Fingerprint;

interface Published {
  id: string;
  print: Fingerprint;
  slug: string;
}

/** Pairs published anchors with places by their texts: best pairs first, else in the order of the note. */
function pairByText(published: readonly Published[], places: readonly Place[]) {
  const pairs = published.flatMap((entry, order) =>
    places.map((place, index) => ({
      entry,
      place,
      likeness: likeness(entry.print, place.print),
      order: order * places.length + index,
    })),
  );
  const paired = new Map<Published, Place>();
  const used = new Set<Place>();
  for (const { entry, place } of pairs
    .filter((pair) => pair.likeness >= same)
    .sort((a, b) => b.likeness - a.likeness || a.order - b.order)) {
    if (paired.has(entry) || used.has(place)) continue;
    paired.set(entry, place);
    used.add(place);
  }
  return paired;
}

/** Whether a text that was changed a lot, such as one cut in two, is still known by its heading. */
function keepsName(
  { print, slug }: Published,
  bySlug: ReadonlyMap<string, Place>,
  places: readonly Place[],
  owned: ReadonlySet<Place>,
): boolean {
  const place = bySlug.get(slug);
  if (place === undefined || owned.has(place)) return false;
  const near = likeness(print, place.print);
  return (
    near >= sameName &&
    places.every((other) => owned.has(other) || likeness(print, other.print) < near + clearlyNearer)
  );
}

/** Gives the names that a section had beside one that is paired its place, too. */
function pairNamesakes(published: readonly Published[], paired: Map<Published, Place>): void {
  const found = [...paired];
  for (const entry of published) {
    if (paired.has(entry)) continue;
    const [, place] =
      found.find(
        ([other]) => other.slug === entry.slug && likeness(other.print, entry.print) >= same,
      ) ?? [];
    if (place !== undefined) paired.set(entry, place);
  }
}

/** A published text that is not found in its meeting any more. */
interface Lost {
  meeting: MeetingId;
  entry: Published;
  /**
   * What became of its anchor: it is gone, or the heading of its name has another published text, or
   * one that was never published, which is the same section rewritten unless the old text is found.
   */
  anchor: 'gone' | 'taken' | 'rewritten';
}

/** The notes as they are today; the places of each are read once. */
interface Today {
  meetings: readonly Meeting[];
  byId: ReadonlyMap<MeetingId, Meeting>;
  placesOf: (meeting: Meeting) => Place[];
  /** The places whose texts were published where they stand, or moved there within their notes. */
  settled: Set<Place>;
}

function readToday(meetings: readonly Meeting[]): Today {
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

/** How alike a text is to the one that a target of the record (`` or ID#ANCHOR) leads to. */
function likenessAt(print: Fingerprint, target: string, known: Permalinks, today: Today): number {
  const { meeting: id, anchor } = partsOfTarget(target);
  const meeting = today.byId.get(id);
  if (meeting === undefined) return 0;
  const slug = known.meetings.get(id)?.moved.get(anchor) ?? anchor;
  const place = today.placesOf(meeting).find((other) => other.slug === slug);
  return place === undefined ? 0 : likeness(print, place.print);
}

/**
 * The place that an anchor has again, of those in its note: one of its own name with its text, which
 * is nearer to what was published than what stands where the record sends its visitors.
 */
function placeAgain(
  { id, print, slug: target }: Published,
  bySlug: ReadonlyMap<string, Place>,
  known: Permalinks,
  today: Today,
): Place | undefined {
  const place = bySlug.get(id);
  if (place === undefined) return undefined;
  const near = likeness(print, place.print);
  return near >= same && near > likenessAt(print, target, known, today) ? place : undefined;
}

/** Whether an anchor leads where it does by a choice that was made by hand, whatever the text there. */
function isByHand({ id, print, slug }: Published, { anchors, moved }: MeetingRecord): boolean {
  if (moved.get(id) === id) return true;
  if (slug === id) return false;
  // A recorded move that the texts told has given its anchor the print of all others at its place.
  const others = [...anchors].filter(
    ([other]) => other !== id && (moved.get(other) ?? other) === slug,
  );
  return (
    !anchors.has(slug) ||
    others.some(([, text]) => text === titleMark || likeness(text, print) < same)
  );
}

/** The moves within one meeting; those it cannot explain go to `lost`. */
function movesWithin(
  meeting: Meeting,
  record: MeetingRecord,
  lost: Lost[],
  known: Permalinks,
  today: Today,
): Move[] {
  const places = today.placesOf(meeting);
  const bySlug = new Map(places.map((place) => [place.slug, place]));
  const moves: Move[] = [];
  const owned = new Set<Place>();
  let unsettled: Published[] = [];
  const standing = new Set(slugsOf(meeting));
  for (const [id, print] of [...record.anchors].sort(([a], [b]) => byCodeUnit(a, b))) {
    const slug = record.moved.get(id) ?? id;
    if (slug === '' || slug.includes('#')) {
      if (print === titleMark) continue;
      const again = placeAgain({ id, print, slug }, bySlug, known, today);
      if (again === undefined) continue;
      owned.add(again);
      const { heading, line } = again;
      const facts = { swapped: false, back: true, to: id, heading, line };
      moves.push({ kind: 'anchor', meeting: meeting.id, anchor: id, ...facts });
      continue;
    }
    if (print === titleMark) {
      if (standing.has(slug)) continue;
      const to = meeting.heading?.id ?? '';
      const facts = meeting.heading && {
        heading: meeting.heading.text,
        line: meeting.heading.line,
      };
      moves.push({ kind: 'anchor', meeting: meeting.id, anchor: id, swapped: false, to, ...facts });
      continue;
    }
    const place = bySlug.get(slug);
    if (place !== undefined && (print === '' || likeness(print, place.print) >= same)) {
      owned.add(place);
    } else unsettled.push({ id, print, slug });
  }
  // In the order of the note where it is known, as repeated headings are numbered in that order.
  const orderOf = ({ slug }: Published): number => Number(/-(\d+)$/.exec(slug)?.[1] ?? 0);
  unsettled.sort((a, b) => orderOf(a) - orderOf(b) || byCodeUnit(a.id, b.id));
  const named = unsettled.filter((entry) => keepsName(entry, bySlug, places, owned));
  for (const { slug } of named) owned.add(bySlug.get(slug)!);
  unsettled = unsettled.filter((entry) => !named.includes(entry));
  const free = places.filter((place) => !owned.has(place));
  const paired = pairByText(unsettled, free);
  pairNamesakes(unsettled, paired);
  const propose = (entry: Published, place: Place): void => {
    const { heading, line, slug: to } = place;
    const swapped = standing.has(entry.slug);
    if (to !== entry.slug) {
      moves.push({
        kind: 'anchor',
        meeting: meeting.id,
        anchor: entry.id,
        swapped,
        to,
        heading,
        line,
      });
    }
  };
  for (const [entry, place] of paired) propose(entry, place);
  const found = new Set(paired.values());
  // What is left of the note's headings and was never published may be one of them, reworded.
  const unpublished = free.filter((place) => !found.has(place) && !record.anchors.has(place.slug));
  for (const place of [...owned, ...found]) today.settled.add(place);
  const rest = unsettled.flatMap((entry): Lost[] => {
    if (paired.has(entry)) return [];
    const item = { meeting: meeting.id, entry };
    if (!standing.has(entry.slug)) return [{ ...item, anchor: 'gone' }];
    if (isByHand(entry, record)) return [];
    const place = bySlug.get(entry.slug);
    const isTaken = place !== undefined && today.settled.has(place);
    return [{ ...item, anchor: isTaken ? 'taken' : 'rewritten' }];
  });
  const empties = rest.filter(({ entry }) => entry.print === '');
  for (const item of rest) {
    const { entry, anchor } = item;
    if (anchor === 'rewritten') {
      lost.push(item);
      continue;
    }
    const near =
      (anchor === 'gone'
        ? unpublished.find((place) => isReworded(entry.slug, place.slug))
        : undefined) ??
      (empties.length === 1 && unpublished.length === 1 && empties[0] === item
        ? unpublished[0]
        : undefined);
    if (near === undefined) {
      lost.push(item);
      continue;
    }
    unpublished.splice(unpublished.indexOf(near), 1);
    propose(entry, near);
  }
  return moves;
}

/**
 * Where a text that left its meeting stands now: the place in another meeting that is most like it.
 * A text that was published elsewhere too recurs, so that it tells nothing of a section rewritten.
 */
function placeElsewhere({ meeting: from, entry, anchor }: Lost, today: Today) {
  let best: { near: number; meeting: Meeting; place: Place } | undefined;
  for (const meeting of entry.print === '' ? [] : today.meetings) {
    if (meeting.id === from) continue;
    for (const place of today.placesOf(meeting)) {
      const near = likeness(entry.print, place.print);
      if (near < sameElsewhere) continue;
      if (anchor === 'rewritten' && today.settled.has(place)) return undefined;
      if (near > (best?.near ?? 0)) best = { near, meeting, place };
    }
  }
  return best;
}

/**
 * The moves of texts that left their meetings. `known` has the moves within meetings accepted, `renamed` also those of
 * meetings.
 */
function movesElsewhere(
  lost: readonly Lost[],
  known: Permalinks,
  renamed: Permalinks,
  today: Today,
): Move[] {
  const found = lost
    .map((item) => ({ ...item, there: placeElsewhere(item, today) }))
    .filter(({ anchor, there }) => anchor !== 'rewritten' || there !== undefined);
  // A heading's public name depends on which names are taken away from it by these very moves.
  const next = copyOf(known);
  for (const { meeting, entry, there } of found) {
    if (there !== undefined) next.meetings.get(meeting)!.moved.set(entry.id, '#');
  }
  return found.map(({ meeting: from, entry, anchor, there }): Move => {
    const swapped = anchor !== 'gone';
    const move = { kind: 'anchor', meeting: from, anchor: entry.id, swapped } as const;
    if (there === undefined) return { ...move, to: undefined };
    const { meeting, place } = there;
    // What a renamed note is to take over takes names away from its headings, too.
    const record = next.meetings.get(meeting.id) ?? renamed.meetings.get(meeting.id);
    const names = publicNames(slugsOf(meeting), record);
    const { id } = names.find(({ slug }) => slug === place.slug)!;
    return { ...move, to: `${meeting.id}#${id}`, heading: place.heading, line: place.line };
  });
}

/**
 * Whether a target of the record (ID#ANCHOR, or ID# for the top of a page) leads to something of
 * today. An anchor or a meeting that is on record itself counts: if it is gone, that is said of it.
 */
function leads(target: string, known: Permalinks, today: Today, passed: string[] = []): boolean {
  const { meeting: id, anchor } = partsOfTarget(target);
  if (anchor.includes('#') || passed.includes(target)) return false;
  const record = known.meetings.get(id);
  const meeting = today.byId.get(id);
  if (meeting === undefined) return record !== undefined || known.moved.has(`meetings/${id}`);
  const onward = record?.moved.get(anchor);
  if (onward?.includes('#')) return leads(onward, known, today, [...passed, target]);
  if (anchor === '' || record?.anchors.has(anchor)) return true;
  return publicNames(slugsOf(meeting), record).some(
    ({ id: name, aliases }) => name === anchor || aliases.includes(anchor),
  );
}

/** The anchors that the record sends to a place in another meeting that is not there. */
function sentNowhere(known: Permalinks, today: Today): Lost[] {
  return [...known.meetings].flatMap(([meeting, { anchors, moved }]) =>
    [...moved].flatMap(([id, slug]): Lost[] => {
      if (!slug.includes('#') || leads(slug, known, today)) return [];
      if (!today.byId.has(meeting) && !known.moved.has(`meetings/${meeting}`)) return [];
      const print = anchors.get(id) ?? titleMark;
      const entry = { id, slug, print: print === titleMark ? noPrint : print };
      return [{ meeting, entry, anchor: 'gone' }];
    }),
  );
}

/** The meeting that a note's text is found in now; one that was never published before any other. */
function renamed(record: MeetingRecord, known: Permalinks, today: Today) {
  const ranked = today.meetings
    .map((meeting) => {
      const whole = likeness(record.text, meetingPrint(meeting));
      const prints = today.placesOf(meeting).map(({ print }) => print);
      const own = [...record.anchors.values()].filter(
        (print) => print !== titleMark && print !== '',
      );
      const kept = own.filter((print) =>
        prints.some((other) => likeness(print as Fingerprint, other) >= same),
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
function moveOfMeeting(
  id: MeetingId,
  record: MeetingRecord,
  lost: Lost[],
  known: Permalinks,
  today: Today,
): Move[] {
  const target = known.moved.get(`meetings/${id}`);
  const given = today.meetings.find((meeting) => `meetings/${meeting.id}` === target);
  if (target !== undefined && given === undefined) return [];
  const own = collisions(record, given && known.meetings.get(given.id));
  const waiting = [...record.anchors].filter(([name]) => !record.moved.has(name));
  if (given !== undefined && waiting.every(([name]) => own.has(name))) {
    for (const [name, print] of waiting) {
      if (print === titleMark) continue;
      lost.push({ meeting: id, entry: { id: name, slug: name, print }, anchor: 'gone' });
    }
    return [];
  }
  return [{ kind: 'meeting', meeting: id, to: given?.id ?? renamed(record, known, today) }];
}

/**
 * Holds what was published against the meetings of today, whose sections still have the anchors that
 * the notes give them. `pages` are today's other paths. Gives what is lost or stands elsewhere, with
 * what it became where the text tells.
 */
export function findMoves(
  known: Permalinks,
  meetings: readonly Meeting[],
  pages: readonly string[],
): Move[] {
  const today = readToday(meetings);
  const moves: Move[] = [];
  const lost: Lost[] = [];
  for (const [id, record] of [...known.meetings].sort(([a], [b]) => byCodeUnit(a, b))) {
    const meeting = today.byId.get(id);
    if (meeting !== undefined) moves.push(...movesWithin(meeting, record, lost, known, today));
    else moves.push(...moveOfMeeting(id, record, lost, known, today));
  }
  const settled = acceptMoves(
    known,
    moves.filter(({ kind }) => kind === 'anchor'),
  );
  const renamed = acceptMoves(known, moves);
  moves.push(...movesElsewhere([...lost, ...sentNowhere(settled, today)], settled, renamed, today));
  const paths = [...pages, ...meetings.map(({ id }) => `meetings/${id}`)];
  return [...moves, ...findPageMoves(known, paths)];
}
