/** Letters of scripts that put no space between words: where one ends only a dictionary knows (Unicode UAX #29, 4). */
const unspaced =
  /(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]\p{M}*)+/u;
const runs = new RegExp(`(${unspaced.source})`, 'u');

/** Stands before a word that follows the one before without a space. */
export const glue = '\u200b';

let segmenter: Intl.Segmenter | undefined;

/** Whether a text has letters of a script that puts no space between words. */
export const isUnspaced = (text: string): boolean =>
  /[^\0-\u0dff]/.test(text) && unspaced.test(text);

/**
 * A stretch of text without spaces as its words, which joined again are the same. Only what is written in a script
 * without spaces is divided; marks go with the word before them, at the start with the one behind.
 */
export function breakWords(text: string): string[] {
  if (!isUnspaced(text)) return [text];
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  const words: string[] = [];
  for (const run of text.split(runs).filter((one) => one !== '')) {
    const parts = isUnspaced(run)
      ? [...segmenter.segment(run)].map(({ segment }) => segment)
      : [run];
    for (const part of parts) {
      const last = words.at(-1);
      const opens = last !== undefined && !/[\p{L}\p{N}]/u.test(last);
      if (last !== undefined && (opens || !/[\p{L}\p{N}]/u.test(part)))
        words[words.length - 1] += part;
      else words.push(part);
    }
  }
  return words;
}

/** A line whose words are told apart by spaces, those that no space stands before with `glue`. */
export const spaceWords = (line: string): string =>
  isUnspaced(line)
    ? line
        .split(' ')
        .map((text) => breakWords(text).join(` ${glue}`))
        .join(' ')
    : line;

/** What `spaceWords` gave, as it was. */
export const unspaceWords = (line: string): string => line.replaceAll(` ${glue}`, '');
