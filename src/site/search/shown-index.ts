import type { Archive } from '../../archive/archive.ts';
import type { SearchRecords, SearchWords } from './search-records.ts';
import { writeIndex } from './write-index.ts';

/** The files of `pagefind/` by their paths below the site. */
export type IndexFiles = ReadonlyMap<string, string | Uint8Array>;

/** What an archive is searched by. */
type Searched = SearchRecords & Pick<SearchWords, 'misspelt'>;

async function makeIndex(
  { records, counts, misspelt }: Searched,
  cache: string,
): Promise<IndexFiles> {
  const files = new Map<string, string | Uint8Array>();
  const write = (below: string, content: string | Uint8Array) => void files.set(below, content);
  // They are taken out of their list, which others need as well.
  await writeIndex({ records: [...records], counts }, misspelt, { write, cache });
  return files;
}

/**
 * Gives what makes the index of an archive when it is first asked for, one after the other, as Pagefind runs once. Words
 * are kept below the folder `cache`, as those of builds are. Rejects with any error of Pagefind, and tries again then.
 */
export function indexWhenAsked(
  cache: string,
): (archive: Archive, searched: Searched) => Promise<IndexFiles> {
  const made = new WeakMap<Archive, Promise<IndexFiles>>();
  let last: Promise<unknown> = Promise.resolve();
  return (archive, searched) => {
    const known = made.get(archive);
    if (known !== undefined) return known;
    const index = last.then(() => makeIndex(searched, cache));
    made.set(archive, index);
    last = index.catch(() => made.delete(archive));
    return index;
  };
}
