import type { Meeting } from '../meeting.ts';
import { meetingPage } from '../paths.ts';
import { type Fingerprint, likeness } from '../text/fingerprint.ts';
import type { Move } from './move.ts';
import { type Permalinks, copyOf, partsOfTarget, titleMark } from './permalinks.ts';
import { type Place, slugsOf } from './places.ts';
import { publicNames } from './public-names.ts';
import type { Lost, Today } from './published-today.ts';

/** From here on a text counts as the same text in another meeting, where more texts compete. */
const sameElsewhere = 2 / 3;
/** The print of no words, which no text is known by. */
const noPrint = '' as Fingerprint;

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
export function movesElsewhere(
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
  if (meeting === undefined) return record !== undefined || known.moved.has(meetingPage(id));
  const onward = record?.moved.get(anchor);
  if (onward?.includes('#')) return leads(onward, known, today, [...passed, target]);
  if (anchor === '' || record?.anchors.has(anchor)) return true;
  return publicNames(slugsOf(meeting), record).some(
    ({ id: name, aliases }) => name === anchor || aliases.includes(anchor),
  );
}

/** The anchors that the record sends to a place in another meeting that is not there. */
export function sentNowhere(known: Permalinks, today: Today): Lost[] {
  return [...known.meetings].flatMap(([meeting, { anchors, moved }]) =>
    [...moved].flatMap(([id, slug]): Lost[] => {
      if (!slug.includes('#') || leads(slug, known, today)) return [];
      if (!today.byId.has(meeting) && !known.moved.has(meetingPage(meeting))) return [];
      const print = anchors.get(id) ?? titleMark;
      const entry = { id, slug, print: print === titleMark ? noPrint : print };
      return [{ meeting, entry, anchor: 'gone' }];
    }),
  );
}
