import type { Archive } from '../../archive/archive.ts';
import type { Paths } from '../../archive/paths.ts';
import { findMisspelt, findSplits } from '../../archive/search/search-forms.ts';
import { type SearchRecord, meetingRecords } from '../../archive/search/search-record.ts';
import { countWords, humpedNames } from '../../archive/search/search-vocabulary.ts';

/** What the search finds. */
export interface SearchRecords {
  /** In the archive's order. */
  records: SearchRecord[];
  /** How many records each meeting has. */
  counts: number[];
}

/** What the search knows of the words of the records. */
export interface SearchWords {
  /** How many sections hold each word, and each name that is written with humps; with the names of those present. */
  words: Map<string, number>;
  /** Misspelt words of the notes, each with the right one. */
  misspelt: Map<string, string>;
  /** Pairs of words that are also written as one. */
  splits: string[];
}

/** Makes the records of an archive. */
export function searchRecords(archive: Archive, paths: Paths): SearchRecords {
  const byMeeting = archive.meetings.map((meeting) => meetingRecords(archive, paths, meeting));
  return { records: byMeeting.flat(), counts: byMeeting.map(({ length }) => length) };
}

/** Compares the words of all records with each other. */
export function searchWords(records: readonly SearchRecord[]): SearchWords {
  const said = records.filter(({ isAttendance }) => !isAttendance);
  const words = countWords(said);
  const names = countWords(said, humpedNames);
  // Rare beside all others: of words spelled alike none is rather a name of somebody who said nothing.
  const present = countWords(records.filter(({ isAttendance }) => isAttendance));
  const rare = [...present.keys()].map((word) => [word, 1] as const);
  return {
    words: new Map([...rare, ...names, ...words]),
    misspelt: findMisspelt(words),
    splits: findSplits(said, words),
  };
}
