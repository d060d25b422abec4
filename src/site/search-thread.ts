// Run by `search-index.ts` in a thread of its own.
import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';

import { addSlips, cutBlocks } from '../archive/search-blocks.ts';
import { type RecordText, type SearchRecord, recordText } from '../archive/search-record.ts';
import { type FileWriter, fileWriter } from './file-writer.ts';
import { indexWords } from './kept-words.ts';
import type { SearchRequest } from './search-index.ts';
import { searchWords } from './search-records.ts';

/** Cuts a list into parts of given lengths. */
function cut<Item>(items: readonly Item[], lengths: readonly number[]): Item[][] {
  let start = 0;
  return lengths.map((length) => items.slice(start, (start += length)));
}

/** The path of what the browser loads of a meeting: the anchor of each section, and its text. */
const textPath = (url: string): string =>
  `pagefind/text/${url.split('#')[0]?.split('/').at(-2) ?? ''}.json`;

function writeTexts(
  records: readonly SearchRecord[],
  texts: readonly RecordText[],
  write: FileWriter,
): void {
  const [first] = records;
  if (first === undefined) return;
  const sections = records.map(({ url }, number) => [url.split('#')[1] ?? '', texts[number]?.text]);
  write(textPath(first.url), JSON.stringify(sections));
}

function writeBlocks(
  words: Map<string, string>,
  misspelt: ReadonlyMap<string, string>,
  write: FileWriter,
): void {
  addSlips(words, misspelt);
  const { starts, blocks } = cutBlocks(words, misspelt);
  const names = blocks.map((block) => createHash('sha256').update(block).digest('hex').slice(0, 6));
  for (const [number, block] of blocks.entries()) {
    write(`pagefind/index/${number}-${names[number]}.txt`, block);
  }
  const table = JSON.stringify({ starts: starts.join(' '), names: names.join('') });
  write('pagefind/blocks.json', table);
}

const { records, counts, site, cache } = workerData as SearchRequest;
const words = searchWords(records);
parentPort?.postMessage(words);
const write = fileWriter(site);
const texts = cut(records.map(recordText), counts);
writeBlocks(await indexWords(texts, cache), words.misspelt, write);
for (const [number, meeting] of cut(records, counts).entries()) {
  writeTexts(meeting, texts[number] ?? [], write);
}
