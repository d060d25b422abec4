import type { CardFile } from '../../archive/outputs/card.ts';
import type { FileWriter } from '../file-writer.ts';
import { openKeptFolder } from '../kept-folder.ts';
import { digestOfSources } from '../sources-digest.ts';
import { drawCard } from './card.ts';

/** Writes pictures, as PNG; gives how many had to be drawn, as the folder of kept ones did not have them. */
export function writePictures(
  files: readonly CardFile[],
  write: FileWriter,
  cache: string,
): number {
  const kept = openKeptFolder(cache);
  // Pictures that were drawn in another way stay out.
  const look = digestOfSources(['site/pictures']);
  let drawn = 0;
  for (const { path, card } of files) {
    const key = JSON.stringify([look, card]);
    let picture: Uint8Array | undefined = kept.find(key);
    if (picture === undefined) {
      picture = drawCard(card);
      kept.keep(key, picture);
      drawn += 1;
    }
    write(path, picture);
  }
  kept.prune();
  return drawn;
}
