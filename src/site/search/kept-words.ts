import { close } from 'pagefind';

import { movePostings } from '../../archive/search/search-postings.ts';
import type { RecordText } from '../../archive/search/search-record.ts';
import { openKeptFolder } from '../kept-folder.ts';
import { digestOfSources } from '../sources-digest.ts';
import { type NoteWords, indexNotes } from './index-notes.ts';

/** What the words of a note depend on beside its texts, and what is kept of them. */
export const indexSources = [
  'archive/search/search-postings.ts',
  'archive/text/dotted-number.ts',
  'site/search/index-notes.ts',
  'site/search/kept-words.ts',
  'site/search/pagefind-chunk.ts',
  'site/search/pagefind-index.ts',
];

/** Records that Pagefind indexes at one time: what it needs for each stays until all are written. */
const together = 3_000;

/** Cuts a list of notes where the next would make too many records. */
function* cutNotes(notes: Iterable<RecordText[]>): Generator<RecordText[][]> {
  let batch: RecordText[][] = [];
  let records = 0;
  for (const note of notes) {
    if (batch.length > 0 && records + note.length > together) {
      yield batch;
      batch = [];
      records = 0;
    }
    batch.push(note);
    records += note.length;
  }
  yield batch;
}

/** Asks for the words of notes; those of a note that an earlier build has indexed are kept in a folder. */
function openKeptWords(folder: string) {
  const kept = openKeptFolder(folder);
  const digest = digestOfSources(indexSources);
  const find = (key: string): NoteWords | undefined => {
    const found = kept.find(key);
    return found && (JSON.parse(found.toString()) as NoteWords);
  };
  return {
    async of(notes: readonly RecordText[][]): Promise<NoteWords[]> {
      const asked = notes.map((note) => {
        const key = JSON.stringify([digest, note]);
        return { note, key, words: find(key) };
      });
      const unknown = asked.filter(({ words }) => words === undefined);
      const indexed = unknown.length > 0 ? await indexNotes(unknown.map(({ note }) => note)) : [];
      for (const [number, found] of unknown.entries()) {
        found.words = indexed[number];
        kept.keep(found.key, JSON.stringify(found.words));
      }
      return asked.map(({ words }) => words!);
    },
    prune: kept.prune,
  };
}

/**
 * The packed postings of each word of notes, whose records are given as texts and count on from note to note. Pagefind
 * indexes the notes whose words are not kept in the folder `cache`, which need not exist. Throws where it fails. Of the
 * notes, so many are asked for at one time as are indexed together.
 */
export async function indexWords(
  notes: Iterable<RecordText[]>,
  cache: string,
): Promise<Map<string, string>> {
  const words = openKeptWords(cache);
  const index = new Map<string, { packed: string; last: number }>();
  let start = 0;
  try {
    for (const batch of cutNotes(notes)) {
      // Joined at once: a text that grows in small steps takes many times its size.
      const added = new Map<string, { packed: string[]; last: number }>();
      for (const [number, found] of (await words.of(batch)).entries()) {
        for (const [word, packed, last] of found) {
          let place = added.get(word);
          if (place === undefined) {
            added.set(word, (place = { packed: [], last: index.get(word)?.last ?? 0 }));
          }
          place.packed.push(movePostings(packed, start - place.last));
          place.last = start + last;
        }
        start += batch[number]!.length;
      }
      for (const [word, { packed, last }] of added) {
        const before = index.get(word)?.packed ?? '';
        index.set(word, { packed: [before, ...packed].join(''), last });
      }
    }
  } finally {
    await close();
  }
  words.prune();
  return new Map([...index].map(([word, { packed }]) => [word, packed]));
}
