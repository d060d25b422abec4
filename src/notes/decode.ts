/** The text of a file, or what about its bytes is wrong and where; lines and columns count from 1. */
export type Decoding = { text: string } | { problem: string; line: number; column: number };

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
const lenient = new TextDecoder('utf-8');

function placeOf(bytes: Uint8Array, offset: number): { line: number; column: number } {
  const before = lenient.decode(bytes.subarray(0, offset));
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function isText(bytes: Uint8Array, stream: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}

/** The byte with which the first character that cannot be read starts. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    // Streaming accepts a character that is cut off at the end.
    if (isText(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle;
  }
  while (good > 0 && !isText(bytes.subarray(0, good), false)) good -= 1;
  return good;
}

/** Reads bytes as UTF-8 (RFC 3629). A byte order mark is passed over; line ends become `\n`. */
export function decodeText(bytes: Uint8Array): Decoding {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { problem: 'it is UTF-16', line: 1, column: 1 };
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { problem: 'it holds a NUL byte', ...placeOf(bytes, nul) };
  try {
    return { text: strict.decode(bytes).replace(/\r\n?/g, '\n') };
  } catch {
    const offset = firstBadByte(bytes);
    const byte = (bytes[offset] ?? 0).toString(16).padStart(2, '0');
    return { problem: `the byte 0x${byte} is not part of a character`, ...placeOf(bytes, offset) };
  }
}
