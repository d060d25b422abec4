import { breakWords, isUnspaced } from '../text/word-break.ts';

/** A word of a text, at the UTF-16 offsets [start, end). */
export interface Word {
  start: number;
  end: number;
}

/** `++` belongs to the word for the sake of C++. */
const WORD = /[\p{L}\p{M}\p{N}_]+(?:\+\+)?/u;

/** A URL, a host with a path or a mail address; the names inside are no words. */
const ADDRESS =
  /(?:https?|ftp):\/\/\S+|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\/\S*|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?![\w-])/iu;

const ADDRESS_OR_WORD = new RegExp(`(?<address>${ADDRESS.source})|${WORD.source}`, 'giu');
const WORDS = new RegExp(WORD.source, 'gu');

/** The words of a text in order, without those inside addresses. */
export function findWords(text: string): Word[] {
  const words: Word[] = [];
  // No address is without a slash or an @, nor goes on past the end of a line; to look for one is slow.
  for (let from = 0; from < text.length;) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(from, end);
    const divides = isUnspaced(line);
    for (const match of line.matchAll(/[/@]/.test(line) ? ADDRESS_OR_WORD : WORDS)) {
      if (match.groups?.['address'] === undefined) {
        let start = from + match.index;
        for (const { length } of divides ? breakWords(match[0]) : [match[0]]) {
          words.push({ start, end: start + length });
          start += length;
        }
      }
    }
    from = end + 1;
  }
  return words;
}

/** A word as it is compared: in small letters, and however its accents are spelled. */
export function fold(word: string): string {
  return word.normalize('NFC').toLowerCase();
}

const HYPHENS = ['-', '\u2010', '\u2011'];

/** A space for white space or a hyphen within a paragraph; other short gaps (`CI/CD`) as they are. */
export function foldGap(gap: string): string | undefined {
  const mark = gap.trim();
  if (mark === '' || (HYPHENS.includes(mark) && gap.startsWith(mark))) {
    return gap.indexOf('\n') === gap.lastIndexOf('\n') ? ' ' : undefined;
  }
  return gap.length <= 2 ? gap : undefined;
}

/** A folded word with its singular or plural. A form that is no word does no harm: no text has it. */
function numberForms(word: string): string[] {
  if (word.includes('_') || !/\p{L}{2}$/u.test(word)) return [word];
  if (/[^aeiou]y$/u.test(word)) return [word, `${word.slice(0, -1)}ies`];
  if (/[^aeiou]ies$/u.test(word)) return [word, `${word.slice(0, -3)}y`];
  if (/(?:s|x|z|ch|sh)es$/u.test(word)) return [word, word.slice(0, -1), word.slice(0, -2)];
  if (/(?:s|x|z|ch|sh)$/u.test(word)) {
    return /[^sui]s$/u.test(word) ? [word, word.slice(0, -1)] : [word, `${word}es`];
  }
  return [word, `${word}s`];
}

/** The number of letters if there are at most three, none of them lower case. */
export function shortCapitals(alias: string): number | undefined {
  const letters = alias.match(/\p{L}/gu) ?? [];
  return letters.length <= 3 && !/\p{Ll}/u.test(alias) ? letters.length : undefined;
}

/** Nobody closes up longer phrases, and the number of forms doubles with each gap. */
const MOST_WORDS_CLOSED = 4;

/**
 * The word sequences by which a phrase is found, as edges of the trie: the last word in singular and
 * plural, and every gap as written, as a space, or closed (a version, `4.1.0`, only as written).
 */
export function formsOf(phraseText: string): string[][] {
  const words = findWords(phraseText);
  let forms: string[][] = [];
  for (const [index, { start, end }] of words.entries()) {
    const word = fold(phraseText.slice(start, end));
    const spellings =
      index < words.length - 1
        ? [word]
        : shortCapitals(phraseText) !== undefined
          ? [word, `${word}s`]
          : numberForms(word);
    if (index === 0) {
      forms = spellings.map((spelling) => [spelling]);
      continue;
    }
    const gap = foldGap(phraseText.slice(words[index - 1]?.end, start)) ?? ' ';
    const closes =
      words.length <= MOST_WORDS_CLOSED && !/\d\.\d/u.test(phraseText.slice(start - 2, start + 1));
    forms = forms.flatMap((form) =>
      spellings.flatMap((spelling) => [
        [...form, gap + spelling],
        ...(gap !== ' ' && closes ? [[...form, ` ${spelling}`]] : []),
        ...(closes ? [[...form.slice(0, -1), `${form.at(-1) ?? ''}${spelling}`]] : []),
      ]),
    );
  }
  return forms;
}
