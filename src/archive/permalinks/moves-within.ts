import type { Meeting } from '../meeting.ts';
import { type Fingerprint, likeness, same } from '../text/fingerprint.ts';
import { byCodeUnit } from '../text/order.ts';
import type { Move } from './move.ts';
import { hasLeft } from './moves-elsewhere.ts';
import { pairByText, pairMerged, pairNamesakes, pairReworded, unlike } from './pair-anchors.ts';
import { type MeetingRecord, type Permalinks, partsOfTarget, titleMark } from './permalinks.ts';
import { type Place, slugsOf } from './places.ts';
import type { Lost, MeetingMoves, Published, Today } from './published-today.ts';

/** A heading that kept its name needs this much of its text to keep its address, */
const sameName = 1 / 4;
/** unless so much more of the text stands at another place. */
const clearlyNearer = 1 / 2;

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

/** Whether a text that was changed a lot, such as one cut in two, is still known by its heading. */
function keepsName({ print, slug }: Published, places: readonly Place[]): boolean {
  const place = places.find((other) => other.slug === slug);
  if (place === undefined) return false;
  const near = likeness(print, place.print);
  const nearest = Math.max(...places.map((other) => likeness(print, other.print)));
  return near >= sameName && nearest < near + clearlyNearer;
}

/** What a record says of a meeting as it is today. */
interface Settled {
  moves: Move[];
  /** Places that have a published text of their own. */
  owned: Set<Place>;
  /** What was published of the places that are known, by their texts or by their names. */
  kept: Map<Place, Fingerprint>;
  /** Anchors whose texts do not stand where they lead, in the order of the note where it is known. */
  unsettled: Published[];
  /** The places of the meeting by their anchors. */
  bySlug: ReadonlyMap<string, Place>;
  /** All anchors of the note, also that of its own heading. */
  standing: ReadonlySet<string>;
}

/** Goes through the anchors of a record: those that lead to their texts, those that do again, and the rest. */
function findUnsettled(
  meeting: Meeting,
  record: MeetingRecord,
  known: Permalinks,
  today: Today,
): Settled {
  const bySlug = new Map(today.placesOf(meeting).map((place) => [place.slug, place]));
  const standing = new Set(slugsOf(meeting));
  const moves: Move[] = [];
  const owned = new Set<Place>();
  const kept = new Map<Place, Fingerprint>();
  const unsettled: Published[] = [];
  for (const [id, print] of [...record.anchors].sort(([a], [b]) => byCodeUnit(a, b))) {
    const slug = record.moved.get(id) ?? id;
    const move = { kind: 'anchor', meeting: meeting.id, anchor: id, swapped: false } as const;
    if (slug === '' || slug.includes('#')) {
      if (print === titleMark) continue;
      const again = placeAgain({ id, print, slug }, bySlug, known, today);
      if (again === undefined) continue;
      // What else was published of this text may lead there too.
      today.settled.add(again);
      moves.push({ ...move, back: true, to: id, heading: again.heading, line: again.line });
      continue;
    }
    if (print === titleMark) {
      if (standing.has(slug)) continue;
      const { heading } = meeting;
      const facts = heading && { heading: heading.text, line: heading.line };
      moves.push({ ...move, to: heading?.id ?? '', ...facts });
      continue;
    }
    const place = bySlug.get(slug);
    if (place !== undefined && (print === '' || likeness(print, place.print) >= same)) {
      owned.add(place);
      kept.set(place, print);
    } else unsettled.push({ id, print, slug });
  }
  // A text that another has joined, which was nothing like it, still stands there too.
  const placesFor = ({ print }: Published): Place[] =>
    today
      .placesOf(meeting)
      .filter((place) => !owned.has(place) || likeness(print, kept.get(place)!) <= unlike);
  const { named = [], others = [] } = Object.groupBy(unsettled, (entry) =>
    keepsName(entry, placesFor(entry)) ? 'named' : 'others',
  );
  for (const { slug, print } of named) kept.set(bySlug.get(slug)!, print);
  // Repeated headings are numbered in the order of the note.
  const orderOf = ({ slug }: Published): number => Number(/-(\d+)$/.exec(slug)?.[1] ?? 0);
  others.sort((a, b) => orderOf(a) - orderOf(b) || byCodeUnit(a.id, b.id));
  return { moves, owned, kept, unsettled: others, bySlug, standing };
}

/** The moves within one meeting, and the texts that are not found in it any more. */
export function movesWithin(
  meeting: Meeting,
  record: MeetingRecord,
  known: Permalinks,
  today: Today,
): MeetingMoves {
  const { moves, owned, kept, unsettled, bySlug, standing } = findUnsettled(
    meeting,
    record,
    known,
    today,
  );
  const free = today.placesOf(meeting).filter((place) => !owned.has(place));
  const paired = pairByText(unsettled, free);
  pairNamesakes(unsettled, paired);
  const found = new Set(paired.values());
  for (const [entry, place] of paired) kept.set(place, entry.print);
  for (const place of kept.keys()) today.settled.add(place);
  pairMerged(
    unsettled.filter(({ slug }) => !standing.has(slug)),
    kept,
    paired,
  );

  const unexplained = unsettled.flatMap((entry): Lost[] => {
    if (paired.has(entry)) return [];
    const item = { meeting: meeting.id, entry };
    if (!standing.has(entry.slug)) return [{ ...item, anchor: 'gone' }];
    if (isByHand(entry, record)) return [];
    const place = bySlug.get(entry.slug);
    const isTaken = place !== undefined && today.settled.has(place);
    return [{ ...item, anchor: isTaken ? 'taken' : 'rewritten' }];
  });
  const unpublished = free.filter((place) => !found.has(place) && !record.anchors.has(place.slug));
  const reworded = pairReworded(unexplained, unpublished, (item) => hasLeft(item, known, today));

  const proposed = [...paired, ...reworded.paired].flatMap(([entry, place]): Move[] => {
    const { heading, line, slug: to } = place;
    if (to === entry.slug) return [];
    const swapped = standing.has(entry.slug);
    const move = { kind: 'anchor', meeting: meeting.id, anchor: entry.id, swapped } as const;
    return [{ ...move, back: to === entry.id, to, heading, line }];
  });
  return { moves: [...moves, ...proposed], lost: reworded.lost };
}
