import type { Archive } from '../archive.ts';
import { fullName } from '../references/reference.ts';
import {
  type SearchLookup,
  buildSearchLookup,
  lookupEntries,
  packReferences,
} from './search-lookup.ts';
import type { SearchRecord } from './search-record.ts';
import { cutVocabulary } from './search-vocabulary.ts';

/** Characters that a part of the lookup may have before it gets files of its own. */
const mostInside = 8_000;
/** References in a file. */
const referencesTogether = 1_000;

/**
 * Takes out of a lookup what is too much to load for everybody: of references a file for each thousand, by
 * number, whose repositories are still counted; the recordings; the records of each topic.
 */
function partLookup(
  whole: SearchLookup,
  archive: Archive,
): { lookup: SearchLookup; files: Map<string, string> } {
  const lookup: SearchLookup = { ...whole };
  const files = new Map<string, string>();
  const tooMuch = (part: unknown): boolean => JSON.stringify(part).length > mostInside;
  if (tooMuch(whole.references)) {
    const entries = lookupEntries(archive).sort((a, b) => a.number - b.number);
    const starts: number[] = [];
    for (let start = 0; start < entries.length;) {
      let end = Math.min(start + referencesTogether, entries.length);
      while (entries[end]?.number === entries[end - 1]?.number) end += 1;
      const together = entries.slice(start, end);
      files.set(`references-${starts.length}.json`, JSON.stringify(packReferences(together)));
      starts.push(together[0]?.number ?? 0);
      start = end;
    }
    lookup.references = {};
    const repositories = Object.fromEntries(
      archive.repositories.map((one) => [fullName(one), one.references.length]),
    );
    lookup.apart = { ...lookup.apart, references: starts, repositories };
  }
  if (tooMuch(whole.recordings)) {
    files.set('recordings.json', JSON.stringify(whole.recordings));
    lookup.recordings = {};
    lookup.apart = { ...lookup.apart, recordings: true };
  }
  if (tooMuch(whole.topics.map(([, , , records]) => records))) {
    for (const [slug, , , records] of whole.topics) files.set(`topic-${slug}.txt`, records);
    lookup.topics = whole.topics.map(([slug, name, aliases]) => [slug, name, aliases, '']);
    lookup.apart = { ...lookup.apart, topics: true };
  }
  return { lookup, files };
}

/** The files of `search/`, by their names: what the box knows without the index, and its vocabulary. */
export function searchFiles(
  archive: Archive,
  material: {
    records: readonly SearchRecord[];
    /** How many of them each meeting has. */
    counts: readonly number[];
    /** How many records hold each word. */
    words: ReadonlyMap<string, number>;
    /** Pairs of words that are also written as one. */
    splits: readonly string[];
  },
): Map<string, string> {
  const { lookup, files } = partLookup(buildSearchLookup(archive, material), archive);
  const { starts, parts } = cutVocabulary(material.words);
  for (const [number, part] of parts.entries()) files.set(`words-${number}.txt`, part);
  return files.set('lookup.json', JSON.stringify({ ...lookup, vocabulary: starts }));
}
