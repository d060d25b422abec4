import { nearest } from './nearest.ts';
import { byCodeUnit } from './order.ts';
import { type Permalinks, otherKind, referenceOfPath } from './permalinks.ts';
import { isReworded } from './reworded.ts';

/** A published page that is no more, and the path that took its place, if one is found. */
export interface PageMove {
  kind: 'page';
  path: string;
  to: string | undefined;
}

/** Where the record sends a path in the end; the path itself where it is not on record as moved. */
export function lastOf(moved: ReadonlyMap<string, string>, path: string): string {
  const passed = new Set<string>();
  let last = path;
  while (!passed.has(last)) {
    passed.add(last);
    last = moved.get(last) ?? last;
  }
  return last;
}

/** What took the place of a lost page: the same one spelled otherwise, else what is nearest to it. */
function movedPage(path: string, pages: ReadonlySet<string>): string | undefined {
  const reference = referenceOfPath(path);
  if (reference !== undefined) {
    const spelled = [...pages].find((page) => referenceOfPath(page) === reference);
    const repository = path.split('/', 2).join('/').toLowerCase();
    return spelled ?? [...pages].find((page) => page.toLowerCase() === repository);
  }
  const folded = [...pages].find((page) => page.toLowerCase() === path.toLowerCase());
  if (folded !== undefined) return folded;
  const topic = /^topics\/(.+)$/.exec(path)?.[1];
  if (topic === undefined) return undefined;
  const slugs = [...pages].flatMap((page) => /^topics\/(.+)$/.exec(page)?.[1] ?? []);
  const near = nearest(topic, slugs) ?? slugs.find((slug) => isReworded(topic, slug));
  return near === undefined ? 'topics' : `topics/${near}`;
}

/** The published pages that are no more, of all kinds; `paths` are those of today. */
export function findPageMoves(known: Permalinks, paths: readonly string[]): PageMove[] {
  const today = new Set(paths);
  const stands = (path: string): boolean => today.has(path) || today.has(otherKind(path) ?? path);
  // Where a page was sent on by hand, what took its place is what took the place of that one.
  const lost = (path: string): boolean => !stands(path) && !stands(lastOf(known.moved, path));
  const published = [...known.pages].sort(byCodeUnit);
  const sentOn = [...known.moved.keys()].filter((path) => !known.pages.has(path)).sort(byCodeUnit);
  return [...published, ...sentOn].filter(lost).map((path): PageMove => {
    const to = movedPage(lastOf(known.moved, path), today);
    return { kind: 'page', path, to };
  });
}
