import type { CardFile } from '../../archive/outputs/card.ts';
import type { SiteFolder } from '../file-writer.ts';
import { startWorker } from '../worker.ts';

/** What the thread that draws is given: pictures, where the site is made, the folder of kept pictures. */
export interface PicturesRequest {
  files: readonly CardFile[];
  site: SiteFolder;
  cache: string;
}

/**
 * Draws the pictures for previews and writes them into the site, in a thread of its own; gives how many had to
 * be drawn, as none was kept.
 */
export function drawPictures(request: PicturesRequest): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = startWorker('pictures/pictures-thread.ts', request);
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
