import { describe, expect, test } from 'vitest';

import { readImageFacts } from '../../src/notes/image-facts.ts';

/** The beginning of a file: texts as they are, arrays of bytes, then zeros. */
const header = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat([...parts.map((part) => Buffer.from(part as string, 'latin1')), Buffer.alloc(30)]);

const png = (width: number[], height: number[]) =>
  header('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', width, height);
/** A part of a JPEG that a marker begins, with as many bytes as it says. */
const part = (marker: number, ...bytes: number[]) => [0xff, marker, 0, bytes.length + 2, ...bytes];
const frame = (marker: number) => part(marker, 8, 1, 2, 3, 4, 1);
const size = { width: 0x304, height: 0x102 };

describe('the kind and size of', () => {
  test.each([
    ['a PNG', png([0, 0, 3, 4], [0, 0, 1, 2]), 'png'],
    ['an old GIF', header('GIF87a', [4, 3, 2, 1]), 'gif'],
    ['a GIF', header('GIF89a', [4, 3, 2, 1]), 'gif'],
    ['a JPEG', header([0xff, 0xd8], frame(0xc0)), 'jpg'],
    ['a progressive JPEG', header([0xff, 0xd8], frame(0xc2)), 'jpg'],
    ['a JPEG of the last kind', header([0xff, 0xd8], frame(0xcf)), 'jpg'],
    [
      'a JPEG with tables before its frame',
      header([0xff, 0xd8], part(0xc4, 9, 9, 9, 9, 9, 9, 9), frame(0xc0)),
      'jpg',
    ],
    [
      'a JPEG with a reserved part before its frame',
      header([0xff, 0xd8], part(0xc8, 9, 9, 9, 9, 9, 9, 9), frame(0xc0)),
      'jpg',
    ],
    [
      'a JPEG with arithmetic coding',
      header([0xff, 0xd8], part(0xcc, 9, 9, 9, 9, 9, 9, 9), frame(0xc9)),
      'jpg',
    ],
    [
      'a JPEG with facts about it',
      header([0xff, 0xd8], part(0xe1, 9, 9), part(0xdb, 9), frame(0xc0)),
      'jpg',
    ],
    ['a JPEG with fill bytes', header([0xff, 0xd8, 0xff, 0xff], frame(0xc0)), 'jpg'],
    [
      'a WebP',
      header(
        'RIFF',
        [9, 9, 9, 9],
        'WEBPVP8 ',
        [9, 9, 9, 9, 9, 9, 9, 0x9d, 1, 0x2a, 4, 0x43, 2, 0x81],
      ),
      'webp',
    ],
    [
      'a WebP without loss',
      header('RIFF', [9, 9, 9, 9], 'WEBPVP8L', [9, 9, 9, 9, 0x2f, 3, 0x43, 0x40, 0xf0]),
      'webp',
    ],
    [
      'a WebP with more to it',
      header('RIFF', [9, 9, 9, 9], 'WEBPVP8X', [9, 9, 9, 9, 9, 0, 0, 0, 3, 3, 0, 1, 1, 0]),
      'webp',
    ],
    [
      'an AVIF',
      header(
        [0, 0, 0, 28],
        'ftypavif',
        [9, 9, 9, 9],
        'ispe',
        [0, 0, 0, 0],
        [0, 0, 3, 4],
        [0, 0, 1, 2],
      ),
      'avif',
    ],
    [
      'an AVIF that moves',
      header([0, 0, 0, 28], 'ftypavis', 'ispe', [0, 0, 0, 0], [0, 0, 3, 4], [0, 0, 1, 2]),
      'avif',
    ],
  ])('%s', (_name, bytes, type) => {
    expect(readImageFacts(bytes)).toEqual({ type, ...size });
  });

  test.each([
    [
      'the longest side',
      png([0, 0, 0x4e, 0x20], [0, 0, 0, 1]),
      { type: 'png', width: 20_000, height: 1 },
    ],
    ['a longer side', png([0, 0, 0x4e, 0x21], [0, 0, 0, 1]), undefined],
    ['no height', png([0, 0, 0, 1], [0, 0, 0, 0]), undefined],
  ])('a picture with %s', (_name, bytes, facts) => {
    expect(readImageFacts(bytes)).toEqual(facts);
  });

  test.each([
    ['no picture', header('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    [
      'a PNG without its header',
      header('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IDAT', [0, 0, 0, 1, 0, 0, 0, 1]),
    ],
    [
      'another kind of RIFF',
      header('RIFF', [9, 9, 9, 9], 'WAVEVP8 ', [9, 9, 9, 9, 9, 9, 9, 0x9d, 1, 0x2a, 4, 3, 2, 1]),
    ],
    [
      'a JPEG that ends before its frame',
      Buffer.from([0xff, 0xd8, ...part(0xe1, ...Array<number>(24).fill(9))]),
    ],
    ['a JPEG without a frame', header([0xff, 0xd8], part(0xda, 9, 9))],
    [
      'a WebP of a kind of its own',
      header('RIFF', [9, 9, 9, 9], 'WEBPVP9 ', [9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 4, 3, 2, 1]),
    ],
    ['a PNG cut off', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0', 'latin1')],
    ['a JPEG cut off', Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 8, 1, 2])],
    ['an AVIF without a size', header([0, 0, 0, 28], 'ftypavif')],
    [
      'an AVIF cut off',
      Buffer.concat([header([0, 0, 0, 28], 'ftypavif'), Buffer.from('ispe\0\0\0\0\0')]),
    ],
    ['nothing', Buffer.alloc(0)],
  ])('%s is not told', (_name, bytes) => {
    expect(readImageFacts(bytes)).toBeUndefined();
  });
});
