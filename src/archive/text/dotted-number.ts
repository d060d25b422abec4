const DOTTED = /^[^\p{L}\p{N}+]*(\d+(?:\.\d+)+)[^\p{L}\p{N}+]*$/u;

/**
 * The number with dots, such as `4.5` or `5.0.1`, that a word is but for the punctuation around it. Without its dots
 * it would be found as `#45` is.
 */
export const dottedNumber = (word: string): string | undefined => DOTTED.exec(word)?.[1];
