import { breakWords } from '../archive/text/word-break.ts';
import { type Engine, type Postings, followsOn } from './engine.ts';
import { engineWord, partsOf } from './words.ts';

/** Keeps of some postings those of the word itself and its forms. */
export function exactly(postings: Postings): Postings {
  return new Map(
    [...postings].flatMap(([record, { textWords, places }]) => {
      const exact = places.filter(({ distance, shape }) => distance === 0 && shape !== 'slip');
      return exact.length === 0 ? [] : [[record, { textWords, places: exact }] as const];
    }),
  );
}

/** Takes longer words that begin with the one asked for as good as that one. */
export function beginningSo(postings: Postings): Postings {
  return new Map(
    [...postings].map(([record, { textWords, places }]) => [
      record,
      { textWords, places: places.map((place) => ({ ...place, distance: 0 })) },
    ]),
  );
}

/** Keeps of some postings those of the word as it was asked for, to the letter. */
export function literally(postings: Postings): Postings {
  return new Map(
    [...postings].flatMap(([record, { textWords, places }]) => {
      const same = places.filter((place) => place.same && place.shape !== 'slip');
      return same.length === 0 ? [] : [[record, { textWords, places: same }] as const];
    }),
  );
}

/** A word of a phrase. */
export interface PhraseWord {
  word: string;
  /** Signs alone (`&`) between it and the word before, which count as words where the text is indexed. */
  signs: number;
}

/** The words of a phrase, as the index holds them, with the signs between them. */
export function phraseWords(phrase: string): PhraseWord[] {
  const words: PhraseWord[] = [];
  let signs = 0;
  for (const token of phrase.split(/\s+/).flatMap(breakWords)) {
    const parts = engineWord(token).includes('_') ? partsOf(token) : [engineWord(token)];
    for (const word of parts) {
      if (word === '') signs += 1;
      else {
        words.push({ word, signs });
        signs = 0;
      }
    }
  }
  return words;
}

/** Records that hold words in a row; a single word, if not meant to the letter, in any of its forms. */
export async function holding(
  phrase: string,
  engine: Engine,
  toTheLetter?: boolean,
): Promise<number[]> {
  const words = phraseWords(phrase);
  const isLiteral = toTheLetter ?? words.length > 1;
  const found = await engine.find(words.map(({ word }) => word));
  const [first, ...others] = found.map(isLiteral ? literally : exactly);
  if (first === undefined) return [];
  return [...first].flatMap(([record, { places }]) => {
    let ends = places.map(({ at }) => at);
    for (const [index, next] of others.entries()) {
      const { signs } = words[index + 1]!;
      const spots = (next.get(record)?.places ?? []).map(({ at }) => at);
      ends = spots.filter((at) => ends.some((end) => followsOn(end, at, signs)));
    }
    return ends.length > 0 ? [record] : [];
  });
}
