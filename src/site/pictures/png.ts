import { crc32, deflateSync } from 'node:zlib';

/** An image of at most 256 colours; a pixel is an index into `colours`, each `#rrggbb`. */
export interface IndexedImage {
  width: number;
  height: number;
  /** Row by row; each begins with a 0, which says that it is not filtered, before its pixels. */
  rows: Uint8Array;
  colours: readonly string[];
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/** The image as a PNG file with a palette. Nothing in it but the image: equal images give equal bytes. */
export function encodePng({ width, height, rows, colours }: IndexedImage): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits, indexed colour, the one compression and filter method there are, not interlaced.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.map((colour) => colour.slice(1)).join(''), 'hex')),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
