import type { Meeting, MeetingId } from '../meeting.ts';
import { meetingPage } from '../paths.ts';
import { type Fingerprint, likeness, same } from '../text/fingerprint.ts';
import type { Move } from './move.ts';
import { type Permalinks, copyOf, partsOfTarget, titleMark } from './permalinks.ts';
import { type Place, slugsOf } from './places.ts';
import { publicNames } from './public-names.ts';
import type { Lost, Today } from './published-today.ts';

/** From here on a text counts as the same text in another meeting, where more texts compete. */
const sameElsewhere = 2 / 3;
/** Below this it is other text, and not the same one after many edits. */
const otherText = 1 / 4;
/** The print of no words, which no text is known by. */
const noPrint = '' as Fingerprint;

/** A place in another meeting, and how alike its text is to one that is looked for. */
interface Found {
  near: number;
  meeting: Meeting;
  place: Place;
}

/**
 * Whether a text that is lost in its meeting stands in another, and was published in none: it left then, whatever new
 * heading reads like its own. One that recurs tells nothing.
 */
export function hasLeft({ meeting: from, entry }: Lost, known: Permalinks, today: Today): boolean {
  if (entry.print === '') return false;
  const isAlike = (print: Fingerprint): boolean => likeness(entry.print, print) >= sameElsewhere;
  const recurs = [...known.meetings].some(
    ([id, { anchors }]) =>
      id !== from && [...anchors.values()].some((print) => print !== titleMark && isAlike(print)),
  );
  const others = recurs ? [] : today.meetings.filter(({ id }) => id !== from);
  return others.some((meeting) => today.placesOf(meeting).some(({ print }) => isAlike(print)));
}

/**
 * Where a text of a page that is gone stands now, of the places that are alike: the only one, if it is new there. Once
 * it is recorded what took the place of the page, a note that comes later and says the same is no place of it.
 */
function placeOfRemnant(
  from: MeetingId,
  alike: readonly Found[],
  known: Permalinks,
  today: Today,
): Found | undefined {
  const [only, ...others] = alike;
  if (only === undefined || others.length > 0 || today.settled.has(only.place)) return undefined;
  const isSettledPage = known.moved.has(meetingPage(from));
  return isSettledPage && !known.meetings.has(only.meeting.id) ? undefined : only;
}

/**
 * Where a text that left its meeting stands now: the place in another meeting that is most like it, of those where it
 * is new. A text that was published elsewhere too recurs, so that it tells nothing of a section rewritten; nor does it
 * of one that is gone, if it recurs in several places.
 */
function placeElsewhere(
  { meeting: from, entry, anchor }: Lost,
  known: Permalinks,
  today: Today,
): Found | undefined {
  const others = entry.print === '' ? [] : today.meetings.filter(({ id }) => id !== from);
  const alike = others.flatMap((meeting) =>
    today.placesOf(meeting).flatMap((place) => {
      const near = likeness(entry.print, place.print);
      return near < sameElsewhere ? [] : [{ near, meeting, place }];
    }),
  );
  if (anchor === 'page-gone') return placeOfRemnant(from, alike, known, today);
  const recurring = alike.filter(({ place }) => today.settled.has(place));
  if (anchor === 'rewritten' && recurring.length > 0) return undefined;
  const arrived = alike.filter(({ place }) => !today.settled.has(place));
  if (arrived.length === 0 && recurring.length > 1) return undefined;
  return [...arrived, ...recurring]
    .filter(({ place }) => arrived.length === 0 || !today.settled.has(place))
    .sort((a, b) => b.near - a.near)[0];
}

/** The place of a heading of today by the anchor that its note gives it. */
function placeAt(meeting: MeetingId, slug: string, today: Today): Place | undefined {
  const there = today.byId.get(meeting);
  return there && today.placesOf(there).find((place) => place.slug === slug);
}

/** The places where the record sends the links of other meetings, and which have the texts of those. */
function placesSentTo(known: Permalinks, today: Today): Place[] {
  return [...known.meetings.values()].flatMap(({ anchors, moved }) =>
    [...moved].flatMap(([name, target]) => {
      const print = anchors.get(name);
      if (!target.includes('#') || print === undefined || print === titleMark) return [];
      const { meeting, anchor } = partsOfTarget(target);
      const slug = known.meetings.get(meeting)?.moved.get(anchor) ?? anchor;
      const place = placeAt(meeting, slug, today);
      return place !== undefined && likeness(print, place.print) >= same ? [place] : [];
    }),
  );
}

/**
 * The moves of texts that left their meetings. `known` has the moves within meetings accepted, `renamed` also those of
 * meetings.
 */
export function movesElsewhere(
  lost: readonly Lost[],
  known: Permalinks,
  renamed: Permalinks,
  today: Today,
): Move[] {
  const placed = lost.map((item) => ({ ...item, there: placeElsewhere(item, known, today) }));
  const arrived = new Set([
    ...placed.flatMap(({ there }) => there?.place ?? []),
    ...placesSentTo(known, today),
  ]);
  // A section is not rewritten where another stands in its place that was published before.
  const found = placed.flatMap(({ anchor, ...item }) => {
    if (anchor !== 'rewritten' || item.there !== undefined) return [{ ...item, anchor }];
    const place = placeAt(item.meeting, item.entry.slug, today);
    return place !== undefined && arrived.has(place) ? [{ ...item, anchor: 'taken' as const }] : [];
  });
  // A heading's public name depends on which names are taken away from it by these very moves.
  const next = copyOf(known);
  for (const { meeting, entry, there } of found) {
    if (there !== undefined) next.meetings.get(meeting)!.moved.set(entry.id, '#');
  }
  return found.flatMap(({ meeting: from, entry, anchor, there }): Move[] => {
    const swapped = anchor === 'taken' || anchor === 'rewritten';
    const move = { kind: 'anchor', meeting: from, anchor: entry.id, swapped } as const;
    // That of a page that is gone is told once for all of it.
    if (there === undefined) return anchor === 'page-gone' ? [] : [{ ...move, to: undefined }];
    const { meeting, place } = there;
    // What a renamed note is to take over takes names away from its headings, too.
    const record = next.meetings.get(meeting.id) ?? renamed.meetings.get(meeting.id);
    const names = publicNames(slugsOf(meeting), record);
    const { id } = names.find(({ slug }) => slug === place.slug)!;
    return [{ ...move, to: `${meeting.id}#${id}`, heading: place.heading, line: place.line }];
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
  if (meeting === undefined) return record !== undefined || known.moved.has(meetingPage(id));
  const onward = record?.moved.get(anchor);
  if (onward?.includes('#')) return leads(onward, known, today, [...passed, target]);
  if (anchor === '' || record?.anchors.has(anchor)) return true;
  return publicNames(slugsOf(meeting), record).some(
    ({ id: name, aliases }) => name === anchor || aliases.includes(anchor),
  );
}

/**
 * Whether a target of the record leads to other text than it was recorded for, as its name there was given away since,
 * while that text stands in the same meeting under another name.
 */
function isAstray(target: string, print: Fingerprint, known: Permalinks, today: Today): boolean {
  const { meeting: id, anchor } = partsOfTarget(target);
  const meeting = today.byId.get(id);
  const record = known.meetings.get(id);
  if (meeting === undefined || record === undefined) return false;
  const slug = record.moved.get(anchor) ?? anchor;
  if (slug.includes('#')) return false;
  const own = record.anchors.get(anchor);
  if (own === undefined || (own !== titleMark && likeness(print, own) >= otherText)) return false;
  const place = placeAt(id, slug, today);
  if (place !== undefined && likeness(print, place.print) >= otherText) return false;
  return today.placesOf(meeting).some((other) => likeness(print, other.print) >= sameElsewhere);
}

/** The anchors that the record sends to a place in another meeting that is not there, or is other text's. */
export function sentWrong(known: Permalinks, today: Today): Lost[] {
  return [...known.meetings].flatMap(([meeting, { anchors, moved }]) =>
    [...moved].flatMap(([id, slug]): Lost[] => {
      if (!slug.includes('#')) return [];
      const published = anchors.get(id) ?? titleMark;
      const print = published === titleMark ? noPrint : published;
      const astray = isAstray(slug, print, known, today);
      if (!astray && leads(slug, known, today)) return [];
      if (!today.byId.has(meeting) && !known.moved.has(meetingPage(meeting))) return [];
      return [{ meeting, entry: { id, slug, print }, anchor: astray ? 'taken' : 'gone' }];
    }),
  );
}
