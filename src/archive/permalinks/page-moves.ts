import { meetingPage, topicPage } from '../paths.ts';
import { nearest } from '../text/nearest.ts';
import { byCodeUnit } from '../text/order.ts';
import type { Permalinks } from './permalinks.ts';
import { otherKind, referenceOfPath } from './recorded-pages.ts';
import { isReworded } from './reworded.ts';

/** A published page that is no more, and the path that took its place, if one is found. */
export interface PageMove {
  kind: 'page';
  path: string;
  to: string | undefined;
}

/** A path, and where the record sends it from one to the next; a circle ends before it comes round. */
export function stepsOf(moved: ReadonlyMap<string, string>, path: string): string[] {
  const passed = new Set<string>();
  for (let at: string | undefined = path; at !== undefined && !passed.has(at); at = moved.get(at)) {
    passed.add(at);
  }
  return [...passed];
}

/** Where the record sends a path in the end; the path itself where it is not on record as moved. */
const lastOf = (moved: ReadonlyMap<string, string>, path: string): string =>
  stepsOf(moved, path).at(-1)!;

/** The numbers that have pages, by repository as it is written; one entry a spelling. */
function numbersByRepository(paths: Iterable<string>): Map<string, Set<string>> {
  const numbers = new Map<string, Set<string>>();
  for (const path of paths) {
    const match = /^([^/]+\/[^/]+)\/(?:pull|issues)\/(\d+)$/.exec(path);
    if (match === null) continue;
    const [, repository, number] = match;
    numbers.set(repository!, (numbers.get(repository!) ?? new Set()).add(number!));
  }
  return numbers;
}

/**
 * The repositories that are gone, by their names in small letters, each with the new one that has at
 * least half of its numbers: GitHub keeps the numbers of a repository that is renamed.
 */
function renamedRepositories(
  published: Iterable<string>,
  today: Iterable<string>,
): Map<string, string> {
  const before = numbersByRepository([...published].map((path) => path.toLowerCase()));
  const now = [...numbersByRepository(today)].sort(([a], [b]) => byCodeUnit(a, b));
  const names = new Set(now.map(([name]) => name.toLowerCase()));
  const found = new Map<string, string>();
  for (const [old, numbers] of before) {
    if (names.has(old)) continue;
    const [best] = now
      .filter(([name]) => !before.has(name.toLowerCase()))
      .map(([name, others]) => ({ name, shared: numbers.intersection(others).size }))
      .filter(({ shared }) => shared > 0 && shared * 2 >= numbers.size)
      .sort((a, b) => b.shared - a.shared);
    if (best !== undefined) found.set(old, best.name);
  }
  return found;
}

/** The page of a repository that was renamed, or of a number in it, where it is now, if it is. */
function renamedPage(
  path: string,
  pages: ReadonlySet<string>,
  repositories: ReadonlyMap<string, string>,
): string | undefined {
  const [owner = '', repo = '', ...rest] = path.split('/');
  const repository = repositories.get(`${owner}/${repo}`.toLowerCase());
  if (repository === undefined) return undefined;
  const there = [repository, ...rest].join('/');
  return [there, otherKind(there) ?? there, repository].find((page) => pages.has(page));
}

/** The slug of a topic's page. */
const topicOfPath = (path: string): string | undefined => /^topics\/(.+)$/.exec(path)?.[1];

/** The topics that have pages. */
const topicsOf = (paths: Iterable<string>): Set<string> =>
  new Set([...paths].flatMap((path) => topicOfPath(path) ?? []));

/** What was renamed as a whole may be found by: repositories that are gone, and topics that are there and were. */
interface Renamed {
  repositories: ReadonlyMap<string, string>;
  topics: { today: ReadonlySet<string>; before: ReadonlySet<string> };
}

/**
 * What took the place of a lost page: the same one spelled otherwise or in its renamed repository,
 * else what is nearest to it.
 */
function movedPage(
  path: string,
  pages: ReadonlySet<string>,
  { repositories, topics }: Renamed,
): string | undefined {
  const reference = referenceOfPath(path);
  if (reference !== undefined) {
    const spelled = [...pages].find((page) => referenceOfPath(page) === reference);
    const repository = path.split('/', 2).join('/').toLowerCase();
    return (
      spelled ??
      renamedPage(path, pages, repositories) ??
      [...pages].find((page) => page.toLowerCase() === repository)
    );
  }
  const folded = [...pages].find((page) => page.toLowerCase() === path.toLowerCase());
  if (folded !== undefined) return folded;
  const renamed = renamedPage(path, pages, repositories);
  if (renamed !== undefined) return renamed;
  const topic = topicOfPath(path);
  return topic && movedTopic(topic, topics);
}

/**
 * What took the place of a topic: a new one that is called nearly so, or the only new one where no other topic is gone;
 * else one that was there before only if it is spelled nearly so, or the list of all.
 */
function movedTopic(topic: string, { today, before }: Renamed['topics']): string {
  const fresh = [...today.difference(before)];
  const isOnlyOne = fresh.length === 1 && before.difference(today).size === 1;
  const near =
    nearest(topic, fresh) ??
    fresh.find((slug) => isReworded(topic, slug)) ??
    (isOnlyOne ? fresh[0] : nearest(topic, [...today]));
  return near === undefined ? 'topics' : topicPage(near);
}

/** The published pages that are no more, of all kinds; `paths` are those of today. */
export function findPageMoves(known: Permalinks, paths: readonly string[]): PageMove[] {
  const today = new Set(paths);
  const stands = (path: string): boolean => today.has(path) || today.has(otherKind(path) ?? path);
  // Where a page was sent on by hand, what took its place is what took the place of that one.
  const lost = (path: string): boolean => !stands(path) && !stands(lastOf(known.moved, path));
  const published = [...known.pages].sort(byCodeUnit);
  // What was sent to a meeting that is gone goes on with it, once it is known where that is: it is told of itself.
  const meetings = new Set([...known.meetings.keys()].map(meetingPage));
  const sentOn = [...known.moved.keys()]
    .filter((path) => !known.pages.has(path) && !meetings.has(lastOf(known.moved, path)))
    .sort(byCodeUnit);
  const gone = [...published, ...sentOn].filter(lost);
  if (gone.length === 0) return [];
  const notSentOn = published.filter((path) => !known.moved.has(path));
  const renamed: Renamed = {
    repositories: renamedRepositories(known.pages, today),
    topics: { today: topicsOf(today), before: topicsOf(notSentOn) },
  };
  return gone.map((path): PageMove => {
    const to = movedPage(lastOf(known.moved, path), today, renamed);
    return { kind: 'page', path, to };
  });
}
