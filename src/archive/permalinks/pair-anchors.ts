import { likeness, same } from '../text/fingerprint.ts';
import type { Place } from './places.ts';
import type { Lost, Published } from './published-today.ts';
import { isReworded } from './reworded.ts';

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
 * Pairs lost anchors with headings that were never published and may be theirs, reworded: by their words, or
 * as the only ones that are left of each.
 */
export function pairReworded(
  lost: readonly Lost[],
  unpublished: readonly Place[],
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
    if (near === undefined) return true;
    free.splice(free.indexOf(near), 1);
    paired.set(entry, near);
    return false;
  });
  return { paired, lost: left };
}
