import type { Archive } from '../archive/archive.ts';
import type { Paths } from '../archive/paths.ts';
import { findMisspelt, findSplits } from '../archive/search-forms.ts';
import { type SearchRecord, meetingRecords } from '../archive/search-record.ts';
import { countWords } from '../archive/search-vocabulary.ts';

/** All that the files of the search are made from. */
export interface SearchMaterial {
  /** In the archive's order. */
  records: SearchRecord[];
  /** How many records each meeting has. */
  counts: number[];
  /** How many records hold each word. */
  words: Map<string, number>;
  /** Misspelt words of the notes, each with the right one. */
  misspelt: Map<string, string>;
  /** Pairs of words that are also written as one. */
  splits: string[];
}

const made = new WeakMap<Archive, SearchMaterial>();

/** Makes the records of an archive, once. */
export function searchMaterial(archive: Archive, paths: Paths): SearchMaterial {
  let material = made.get(archive);
  if (material === undefined) {
    const byMeeting = archive.meetings.map((meeting) => meetingRecords(archive, paths, meeting));
    const records = byMeeting.flat();
    const words = countWords(records);
    material = {
      records,
      counts: byMeeting.map(({ length }) => length),
      words,
      misspelt: findMisspelt(words),
      splits: findSplits(records, words),
    };
    made.set(archive, material);
  }
  return material;
}
