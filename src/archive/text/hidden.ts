/** Joiners mean something between emoji, and between letters of scripts that join. */
const JOINED = String.raw`[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}]`;

const HIDDEN = new RegExp(
  [
    // The flags of England, Scotland and Wales are spelled in tags; elsewhere tags only hide text.
    String.raw`(?<flag>\u{1f3f4}[\u{e0020}-\u{e007e}]{2,6}\u{e007f})`,
    // Control characters but tab and line feed, which neither HTML nor XML may hold.
    String.raw`[\0-\u0008\u000b-\u001f\u007f-\u009f]`,
    // Bidi marks, embeddings, overrides and isolates.
    String.raw`[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]`,
    // Soft hyphen, zero-width spaces, invisible operators, byte order marks.
    String.raw`[\u00ad\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb]`,
    String.raw`(?<!${JOINED})[\u200c\u200d]|[\u200c\u200d](?!${JOINED})`,
    String.raw`[\u{e0000}-\u{e00ff}\u{e01f0}-\u{e0fff}]`,
    // Selectors of variations, but the first one behind what may have some: one can hide a byte each.
    String.raw`(?<!\p{Script=Han})[\u{e0100}-\u{e01ef}]|(?<![\p{Emoji}\p{S}\p{P}\p{Lo}])[\ufe00-\ufe0f]`,
    String.raw`(?<!\p{Script=Mongolian})[\u180b-\u180d\u180f]`,
    // Fillers of Hangul that fill no syllable, and what else has no form.
    String.raw`[\u3164\uffa0]|\u115f(?![\u1161-\u11a7])|(?<![\u1100-\u115e])\u1160`,
    String.raw`(?<!\p{M})\u034f|[\u17b4\u17b5\ufff0-\ufff8\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}]`,
    String.raw`\p{Noncharacter_Code_Point}|\p{Surrogate}`,
  ].join('|'),
  'gu',
);

/** `U+202E`, as the Unicode standard names a character. */
function codePointName(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * Prose without what no reader sees and what turns the direction of the text around, and the names of what
 * was taken out, each once, in order. Joiners stay where they join.
 */
export function removeHidden(text: string): { text: string; hidden: string[] } {
  const hidden = new Set<string>();
  const clean = text.replace(HIDDEN, (found, flag: string | undefined) => {
    if (flag !== undefined) return flag;
    hidden.add(codePointName(found));
    return '';
  });
  return { text: clean, hidden: [...hidden] };
}
