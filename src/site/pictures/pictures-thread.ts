// Run by `pictures.ts` in a thread of its own.
import { parentPort, workerData } from 'node:worker_threads';

import { fileWriter } from '../file-writer.ts';
import type { PicturesRequest } from './pictures.ts';
import { writePictures } from './write-pictures.ts';

const { files, site, cache } = workerData as PicturesRequest;
parentPort?.postMessage(writePictures(files, fileWriter(site), cache));
