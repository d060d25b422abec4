/** Letters, digits and the signs of a sentence; backticks, stars and hyphens where they mark words. */
const prose = /^[\p{L}\p{N} \t\n.,;:!?'"’“”()/`*_+%–—-]*$/u;
/** What makes an address, a block of code or a heading out of them. */
const marks = /:\/\/|www\.|```|^ {0,3}-+\s*$/im;

/**
 * Whether a text is so plain that `readMarkdown` finds fault with nothing in it, whatever it parses it as; to
 * look costs next to nothing. A text that is not may be without fault too.
 */
export function isPlainProse(text: string): boolean {
  return prose.test(text) && !marks.test(text);
}
