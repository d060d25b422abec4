import { breakWords } from '../archive/word-break.ts';
import type { Engine, Postings } from './engine.ts';
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

/** Keeps of some postings those of the word as it was asked for, to the letter. */
export function literally(postings: Postings): Postings {
  return new Map(
    [...postings].flatMap(([record, { textWords, places }]) => {
      const same = places.filter((place) => place.same && place.shape !== 'slip');
      return same.length === 0 ? [] : [[record, { textWords, places: same }] as const];
    }),
  );
}

/** The words of a phrase, as the index holds them. */
export const wordsOf = (phrase: string): string[] =>
  phrase
    .split(/\s+/)
    .flatMap(breakWords)
    .flatMap((token) => (engineWord(token).includes('_') ? partsOf(token) : [engineWord(token)]))
    .filter((word) => word !== '');

/** Records that hold words in a row; a single word, if not meant to the letter, in any of its forms. */
export async function holding(
  phrase: string,
  engine: Engine,
  toTheLetter = wordsOf(phrase).length > 1,
): Promise<number[]> {
  const words = wordsOf(phrase);
  const found = await engine.find(words);
  const [first, ...others] = found.map(toTheLetter ? literally : exactly);
  if (first === undefined) return [];
  return [...first].flatMap(([record, { places }]) => {
    let ends = places.map(({ at }) => at);
    for (const next of others) {
      const spots = (next.get(record)?.places ?? []).map(({ at }) => at);
      ends = spots.filter((at) => ends.includes(at - 1) || ends.includes(at));
    }
    return ends.length > 0 ? [record] : [];
  });
}
