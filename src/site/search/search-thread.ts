// Run by `search-index.ts` in a thread of its own.
import { parentPort, workerData } from 'node:worker_threads';

import { fileWriter } from '../file-writer.ts';
import type { SearchRequest } from './search-index.ts';
import { searchWords } from './search-records.ts';
import { writeIndex } from './write-index.ts';

const { site, cache, ...found } = workerData as SearchRequest;
const words = searchWords(found.records);
parentPort?.postMessage(words);
await writeIndex(found, words.misspelt, { write: fileWriter(site), cache });
