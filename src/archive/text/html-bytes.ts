/** Bytes of plain text where it stands in HTML: UTF-8, with character references for what needs them. */
export function htmlBytes(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // A quote, an ampersand, an apostrophe, angle brackets; then one, two and three bytes, half a pair being two.
    if (code === 34) bytes += 6;
    else if (code === 38 || code === 39) bytes += 5;
    else if (code === 60 || code === 62) bytes += 4;
    else if (code < 0x80) bytes += 1;
    else if (code < 0x800 || (code >= 0xd800 && code < 0xe000)) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}

/** Bytes of HTML as it is sent. */
export function printedBytes(html: string): number {
  return new TextEncoder().encode(html).length;
}
