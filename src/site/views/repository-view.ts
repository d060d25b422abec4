import type { Archive } from '../../archive/archive.ts';
import type { MeetingDate } from '../../archive/dates/date.ts';
import { type ListPage, listPages, referencesOnPage } from '../../archive/outputs/list-pages.ts';
import {
  type ReferenceRow,
  latest,
  mostDiscussed,
  referenceRowBytes,
  referenceRows,
} from '../../archive/outputs/reference-row.ts';
import type { Paths } from '../../archive/paths.ts';
import type { RepositoryIndex } from '../../archive/threads/repository-index.ts';

/** Fewer references than this need no list of the most discussed ones. */
const fewestForMost = 15;
const mostShown = 10;

/** A reference of a repository, as the repository's pages list it. */
export interface ListedReference {
  row: ReferenceRow;
  /** The day of its latest discussion. */
  last: MeetingDate;
}

/** The references of a repository on pages, by their latest discussions. */
export function repositoryPages(
  { references }: RepositoryIndex,
  archive: Archive,
  paths: Paths,
): ListPage<ListedReference>[] {
  const listed = latest(references, references.length).toReversed();
  const rows = referenceRows(listed, archive, paths);
  const items = rows.map((row, at) => ({ row, last: listed[at]!.dates.at(-1)! }));
  return listPages(items, referencesOnPage, ({ row }) => referenceRowBytes(row));
}

/** The references of a repository that were discussed most; none where there are few. */
export function mostOfRepository(
  { references }: RepositoryIndex,
  archive: Archive,
  paths: Paths,
): ReferenceRow[] {
  if (references.length < fewestForMost) return [];
  return referenceRows(mostDiscussed(references, mostShown), archive, paths);
}
