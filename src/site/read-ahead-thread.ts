// Run by `read-ahead.ts` in a thread of its own.
import { parentPort, workerData } from 'node:worker_threads';

import { openReadingCache } from '../notes/reading-cache.ts';
import type { ReadRequest } from './read-ahead.ts';
import { readContent } from './read-content.ts';

const request = workerData as ReadRequest;
parentPort?.postMessage(readContent(request, openReadingCache(request.cache)));
