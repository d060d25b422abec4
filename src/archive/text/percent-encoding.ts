/** A part of an address with its percent-encoding (RFC 3986, 2.1) undone; as written where that is broken. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
