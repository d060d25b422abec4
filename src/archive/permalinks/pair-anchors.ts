import { type Fingerprint, likeness, same } from '../text/fingerprint.ts';
import type { Place } from './places.ts';
import type { Lost, Published } from './published-today.ts';
import { isReworded } from './reworded.ts';

/** So much of a text is another's at least, of which it has become a part, */
const partOf = 1 / 3;
/** and no more than this by chance. */
export const unlike = 1 / 12;

/** Pairs published anchors with places by their texts: best pairs first, else in the order of the note. */
export function pairByText(published: readonly Published[], places: readonly Place[]) {
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

/** Gives the names that a section had beside one that is paired its place, too. */
export function pairNamesakes(
  published: readonly Published[],
  paired: Map<Published, Place>,
): void {
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

/**
 * Gives a text that is gone the place of another that has taken it in: the words that came to that since it was
 * published, which `kept` has by place, are those of this one. Texts that were alike before tell nothing.
 */
export function pairMerged(
  gone: readonly Published[],
  kept: ReadonlyMap<Place, Fingerprint>,
  paired: Map<Published, Place>,
): void {
  for (const entry of gone) {
    if (paired.has(entry)) continue;
    const [best] = [...kept]
      .filter(([, before]) => likeness(entry.print, before) <= unlike)
      .map(([place]) => ({ place, near: likeness(entry.print, place.print) }))
      .filter(({ near }) => near >= partOf)
      .sort((a, b) => b.near - a.near || a.place.line - b.place.line);
    if (best !== undefined) paired.set(entry, best.place);
  }
}

/**
 * Pairs lost anchors with headings that were never published and may be theirs, reworded: by their words, or
 * as the only ones that are left of each. Those whose text stands elsewhere, as `hasLeft` tells, are left.
 */
export function pairReworded(
  lost: readonly Lost[],
  unpublished: readonly Place[],
  hasLeft: (item: Lost) => boolean,
): { paired: Map<Published, Place>; lost: Lost[] } {
  const free = [...unpublished];
  const paired = new Map<Published, Place>();
  const empties = lost.filter(({ entry }) => entry.print === '');
  const left = lost.filter((item) => {
    const { entry, anchor } = item;
    if (anchor === 'rewritten') return true;
    const only = empties.length === 1 && free.length === 1 && empties[0] === item;
    const reworded =
      anchor === 'gone' ? free.find((place) => isReworded(entry.slug, place.slug)) : undefined;
    const near = reworded ?? (only ? free[0] : undefined);
    if (near === undefined || hasLeft(item)) return true;
    free.splice(free.indexOf(near), 1);
    paired.set(entry, near);
    return false;
  });
  return { paired, lost: left };
}
