/** A text in a line of Markdown, in which none of its marks means anything; references stay what they are. */
export const escapeMarks = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&');

/**
 * Words of a text for a comment on GitHub, whose Markdown knows more marks, formulas among them; an underscore means
 * something only at the edge of a word, and `&` only before what is a character reference.
 */
export const escapeCommentMarks = (text: string): string =>
  text.replace(/[\\`*[\]<>~$|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu, '\\$&');
