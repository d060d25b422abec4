import type { CardFile } from '../archive/card.ts';
import { startWorker } from './worker.ts';

/** What the thread that draws is given: pictures, the folder of the site, the folder of kept pictures. */
export interface PicturesRequest {
  files: readonly CardFile[];
  folder: string;
  cache: string;
}

/**
 * Draws the pictures for previews and writes them into the site, in a thread of its own; gives how many had to
 * be drawn, as none was kept.
 */
export function drawPictures(request: PicturesRequest): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = startWorker('pictures-thread.ts', request);
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
