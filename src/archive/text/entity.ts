const named = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
  }),
);

/** The character of a number, if there is one; half of a pair is none. */
function characterOf(code: number): string | undefined {
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}

/**
 * The characters that a text of HTML stands for: numbers, and the names that programs write where they escape
 * text. Any other name stays as it is written.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi, (all, hex, digits, name) => {
    const character =
      name === undefined
        ? characterOf(hex === undefined ? Number(digits) : Number.parseInt(hex, 16))
        : named.get(String(name).toLowerCase());
    return character ?? all;
  });
}
