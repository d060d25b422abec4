import type { Archive } from '../../archive/archive.ts';
import type { Paths } from '../../archive/paths.ts';
import type { SiteFolder } from '../file-writer.ts';
import { searchParts } from '../site-files.ts';
import { startWorker } from '../worker.ts';
import { writeFiles } from '../write-files.ts';
import { type SearchRecords, type SearchWords, searchRecords } from './search-records.ts';

/** What the thread that indexes is given: all records by meeting, where the site is made, the folder of kept work. */
export interface SearchRequest extends SearchRecords {
  site: SiteFolder;
  cache: string;
}

/**
 * Makes the index in a thread of its own; gives what it knows of the words, which it says first, and resolves
 * `indexed` when all is written.
 */
function indexApart(request: SearchRequest): {
  words: Promise<SearchWords>;
  indexed: Promise<void>;
} {
  const worker = startWorker('search/search-thread.ts', request);
  const indexed = new Promise<void>((resolve, reject) => {
    worker.once('exit', () => resolve());
    worker.once('error', reject);
  });
  const words = new Promise<SearchWords>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  return { words, indexed };
}

/** What was indexed: how many sections, and the files beside Pagefind's own. */
export interface Indexed {
  sections: number;
  files: Set<string>;
}

/**
 * Has each section indexed as a record, by Pagefind where no words of it are kept, and puts the index and the texts into
 * `pagefind/` of a site, what the search box knows without it into `search/`. Rejects with any error of Pagefind.
 */
export async function writeSearch(
  archive: Archive,
  paths: Paths,
  { site, cache }: Omit<SearchRequest, keyof SearchRecords>,
): Promise<Indexed> {
  const found = searchRecords(archive, paths);
  const { words, indexed } = indexApart({ ...found, site, cache });
  const written = words.then((known) =>
    writeFiles(site, searchParts(archive, { ...found, ...known })),
  );
  const [files] = await Promise.all([written, indexed]);
  const sections = found.records.filter(({ isAttendance }) => !isAttendance);
  return { sections: sections.length, files };
}
