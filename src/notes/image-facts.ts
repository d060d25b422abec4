import type { ImageType } from '../archive/text/picture-file.ts';

/** What a picture is by its own bytes, whatever its name says; width and height in pixels. */
export interface ImageFacts {
  type: ImageType;
  width: number;
  height: number;
}

const ascii = (bytes: Buffer, from: number, to: number): string =>
  bytes.toString('latin1', from, to);

function readJpeg(bytes: Buffer): Omit<ImageFacts, 'type'> | undefined {
  let at = 2;
  while (bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    // A start of frame (ITU T.81, B.1.1.3) holds the size; C4, C8 and CC are something else.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    if (marker === 0xff) at += 1;
    else at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

function readWebp(bytes: Buffer): Omit<ImageFacts, 'type'> | undefined {
  const chunk = ascii(bytes, 12, 16);
  if (chunk === 'VP8X') {
    return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  }
  if (chunk === 'VP8L') {
    const bits = bytes.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (chunk !== 'VP8 ') return undefined;
  return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
}

/** The first image spatial extents (ISO/IEC 23008-12, 6.5.3), which stand in the first few kilobytes. */
function readAvif(bytes: Buffer): Omit<ImageFacts, 'type'> | undefined {
  const at = bytes.subarray(0, 65_536).indexOf('ispe', 0, 'latin1');
  if (at < 0) return undefined;
  return { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
}

/** The most bytes that a picture may have. */
export const largestPicture = 5_000_000;

/** Larger ones fill the memory of whoever looks at the page. */
const longestSide = 20_000;

function readSize(bytes: Buffer): ImageFacts | undefined {
  const found = (type: ImageType, size: Omit<ImageFacts, 'type'> | undefined) =>
    size && { type, ...size };
  if (bytes.readUInt32BE(0) === 0x89504e47 && ascii(bytes, 12, 16) === 'IHDR') {
    return { type: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) {
    return { type: 'gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  }
  if (bytes.readUInt16BE(0) === 0xffd8) return found('jpg', readJpeg(bytes));
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') {
    return found('webp', readWebp(bytes));
  }
  if (/^ftypavi[fs]$/.test(ascii(bytes, 4, 12))) return found('avif', readAvif(bytes));
  return undefined;
}

/** Kind and size of a picture, read from its header; nothing for any other file or for a broken one. */
export function readImageFacts(bytes: Buffer): ImageFacts | undefined {
  let facts: ImageFacts | undefined;
  try {
    facts = readSize(bytes);
  } catch {
    // The header ends before the size that it promises.
    return undefined;
  }
  if (facts === undefined) return undefined;
  const { width, height } = facts;
  return Math.min(width, height) >= 1 && Math.max(width, height) <= longestSide ? facts : undefined;
}
