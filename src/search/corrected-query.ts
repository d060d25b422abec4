import type { Correction } from './seek.ts';

/** A text with a word corrected where it first stands as a word of its own. */
function correctWord(text: string, { from, to }: Correction): string {
  const parts = text.split(from);
  const at = parts.findIndex((before, index) => {
    const behind = parts[index + 1];
    return behind !== undefined && !/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(behind);
  });
  if (at < 0) return text;
  return `${parts.slice(0, at + 1).join(from)}${to}${parts.slice(at + 1).join(from)}`;
}

/** Corrections as one text: the query with each word as it was searched. */
export const correctedQuery = (typed: string, corrections: readonly Correction[]): string =>
  corrections.reduce(correctWord, typed);
