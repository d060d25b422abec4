import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

import { decodePercent } from '../archive/text/percent-encoding.ts';
import type { ImageType } from '../archive/text/picture-file.ts';
import type { ResolveImage } from '../markdown/images.ts';
import { largestPicture, readImageFacts } from './image-facts.ts';
import { reasonOf } from './system-reason.ts';

/** A name for a picture that is made of its bytes: the same picture has the same one. */
export function pictureName(bytes: Uint8Array, type: ImageType): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 20);
  return `${hash}.${type}`;
}

/**
 * Finds the pictures that notes show, in the folder of notes alone: `file` is the note's path below it, and a path that
 * begins with `/` is one from the root of that folder, as GitHub has it for a repository. A picture is published under a
 * name made of its bytes, so that no name of a note's choosing gets into a path.
 */
export function imageResolver(folder: string, file: string): ResolveImage {
  return (target) => {
    const [written = ''] = decodePercent(target).split(/[?#]/, 1);
    const from = written.startsWith('/') ? '.' : path.posix.dirname(file);
    const below = path.posix.join(from, written).replace(/\/$/, '');
    if (/^\.\.(?:\/|$)|[\\\0]/.test(below)) {
      return { problem: 'it does not stand in the folder of notes' };
    }
    const absolute = path.join(folder, below);
    let bytes: Buffer;
    try {
      const { size } = lstatSync(absolute);
      const real = path.relative(realpathSync(folder), realpathSync(absolute));
      if ((real.split(path.sep).join('/') || '.') !== below) {
        return { problem: 'it is, or stands behind, a symbolic link' };
      }
      if (size > largestPicture) {
        return { problem: `it has more than ${largestPicture / 1_000_000} MB` };
      }
      bytes = readFileSync(absolute);
    } catch (error) {
      return { problem: reasonOf(error) };
    }
    const facts = readImageFacts(bytes);
    if (facts === undefined) {
      return { problem: 'it is no PNG, JPEG, GIF, WebP or AVIF picture of a usual size' };
    }
    const { type, width, height } = facts;
    return { name: pictureName(bytes, type), file: below, width, height };
  };
}
