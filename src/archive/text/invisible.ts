/** Zero-width, soft-hyphen and bidi characters, raw or as a URL encodes them. */
const INVISIBLE =
  /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|%C2%AD|%E2%80%(?:8[B-F]|A[A-E])|%E2%81%A[0-46-9]|%EF%BB%BF/giu;

/**
 * A URL or name without the characters that editors leave in pasted text and that no reader sees.
 * Not for prose, where some of them join emoji and letters.
 */
export function removeInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}
