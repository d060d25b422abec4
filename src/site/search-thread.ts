// Run by `search-index.ts` in a thread of its own.
import { parentPort, workerData } from 'node:worker_threads';

import { fileWriter } from './file-writer.ts';
import { indexRecords } from './pagefind-index.ts';
import type { SearchRequest } from './search-index.ts';
import { searchWords } from './search-records.ts';

const { records, site } = workerData as SearchRequest;
const words = searchWords(records);
parentPort?.postMessage(words);
await indexRecords(records, words.misspelt, fileWriter(site));
