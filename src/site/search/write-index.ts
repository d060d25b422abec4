import { hash } from 'node:crypto';
import path from 'node:path';

import { addSlips, cutBlocks } from '../../archive/search/search-blocks.ts';
import {
  searchBlockFile,
  searchBlocksFile,
  searchTextFile,
} from '../../archive/search/search-paths.ts';
import {
  type RecordText,
  type SearchRecord,
  recordText,
} from '../../archive/search/search-record.ts';
import type { FileWriter } from '../file-writer.ts';
import { indexWords } from './kept-words.ts';
import type { SearchRecords } from './search-records.ts';

/** The records of one meeting after the other; those that were taken are let go, as all need much memory. */
function* byMeeting(
  records: (SearchRecord | undefined)[],
  counts: readonly number[],
): Generator<SearchRecord[]> {
  let start = 0;
  for (const count of counts) {
    const taken = records.slice(start, start + count) as SearchRecord[];
    records.fill(undefined, start, start + count);
    start += count;
    yield taken;
  }
}

/** Writes what the browser loads of a meeting: the anchor of each section, and its text. */
function writeTexts(
  records: readonly SearchRecord[],
  texts: readonly RecordText[],
  write: FileWriter,
): void {
  const [first] = records;
  if (first === undefined) return;
  const id = first.url.split('#')[0]?.split('/').at(-2) ?? '';
  const sections = records.map(({ url }, number) => [url.split('#')[1] ?? '', texts[number]?.text]);
  write(searchTextFile(id), JSON.stringify(sections));
}

function writeBlocks(
  words: Map<string, string>,
  misspelt: ReadonlyMap<string, string>,
  write: FileWriter,
): void {
  addSlips(words, misspelt);
  const { starts, blocks } = cutBlocks(words, misspelt);
  const names = blocks.map((block) => hash('sha256', block).slice(0, 6));
  for (const [number, name] of names.entries()) {
    write(searchBlockFile(number, name), blocks[number]!);
  }
  const table = JSON.stringify({ starts: starts.join(' '), names: names.join('') });
  write(searchBlocksFile, table);
}

/**
 * Writes the files of `pagefind/`, a text for each meeting and the blocks of words; `misspelt` has the right word of each
 * misspelt one, and the words of notes are kept below the folder `cache`. The records are taken out of their list. Rejects
 * with any error of Pagefind.
 */
export async function writeIndex(
  { records, counts }: SearchRecords,
  misspelt: ReadonlyMap<string, string>,
  { write, cache }: { write: FileWriter; cache: string },
): Promise<void> {
  function* textsOfNotes(): Generator<RecordText[]> {
    for (const meeting of byMeeting(records, counts)) {
      const texts = meeting.map(recordText);
      writeTexts(meeting, texts, write);
      yield texts;
    }
  }
  const words = await indexWords(textsOfNotes(), path.join(cache, 'search'));
  writeBlocks(words, misspelt, write);
}
