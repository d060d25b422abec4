import type { Archive } from '../../archive/archive.ts';
import { yearSpan } from '../../archive/discussions/timeline.ts';
import { leading, pagesInOrder, repositoriesOnPage } from '../../archive/outputs/list-pages.ts';
import {
  type ReferenceRow,
  latest,
  mostDiscussed,
  referenceRowBytes,
  referenceRows,
} from '../../archive/outputs/reference-row.ts';
import type { Paths } from '../../archive/paths.ts';
import { fullName } from '../../archive/references/reference.ts';
import type { ReferenceThread } from '../../archive/threads/reference-thread.ts';

/** The page stays one page however many references there are: the rest stands by repository. */
const mostShown = 40;
const mostBytes = 24_000;

/** A repository as the list of all names it. */
export interface ListedRepository {
  name: string;
  href: string;
  /** How many of its references were discussed. */
  count: number;
  years: string;
}

/** The repositories on pages, in the order of the archive. */
export function pagesOfRepositories({ repositories }: Archive, paths: Paths): ListedRepository[][] {
  const listed = repositories.map(({ owner, repo, references }) => ({
    name: fullName({ owner, repo }),
    href: paths.repository(owner, repo),
    count: references.length,
    years: yearSpan(references.flatMap(({ dates }) => dates).sort()),
  }));
  const bytesOf = ({ name, href }: ListedRepository): number => 150 + name.length + href.length;
  return pagesInOrder(listed, repositoriesOnPage, bytesOf);
}

/** How many references have a page. */
export function countPages({ references }: Archive): number {
  return references.filter(({ hasPage }) => hasPage).length;
}

/** The rows of the references that were discussed most, and last. */
export function viewLeading(
  archive: Archive,
  paths: Paths,
): { most: ReferenceRow[]; last: ReferenceRow[] } {
  const rowsOf = (threads: ReferenceThread[]): ReferenceRow[] =>
    leading(referenceRows(threads, archive, paths), mostBytes, referenceRowBytes);
  return {
    most: rowsOf(mostDiscussed(archive.references, mostShown)),
    last: rowsOf(latest(archive.references, mostShown)),
  };
}
