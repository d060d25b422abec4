import { type Posting, type WordPlace, unpackPostings } from '../archive/search/search-postings.ts';
import { type IndexBlocks, openBlocks, placeIn } from './index-blocks.ts';
import { stemOf } from './stem.ts';

/** A place where a word, a form of it or a longer one stands. */
export interface FoundPlace extends WordPlace {
  /** Letters by which the word is longer than the one looked for, both without their endings; 0 is a form of it. */
  distance: number;
  /** It is the very word that was looked for. */
  same?: boolean;
}

/** Whether a place follows another in a row of words: right behind it, in it as parts of one word are, or `gap` further. */
export const followsOn = (before: number, at: number, gap = 0): boolean =>
  before <= at && at <= before + 1 + gap;

/** What one word has in a record. */
export interface Hit {
  textWords: number;
  places: readonly FoundPlace[];
}

/** By number of the record the places of one word. */
export type Postings = ReadonlyMap<number, Hit>;

/** The full-text index, of which only what is asked for is loaded. */
export interface Engine {
  /** Where words, their forms and longer ones that begin so stand. */
  find(words: readonly string[]): Promise<Postings[]>;
  /** Whether a word or one of its forms stands anywhere; only after `find` of the same word. */
  has(word: string): boolean;
  /** Whether a longer word that begins so stands anywhere; only after `find` of the same word. */
  begins(word: string): boolean;
  /** The longest word of the index, of four letters or more, that this one begins with; only after `find` of the same word. */
  beginning(word: string): string | undefined;
  /** The right word of one that the notes misspell; only after `find` of the same word. */
  meant(word: string): string | undefined;
}

/** Words that begin alike can fill many blocks; of a word hardly begun, no more than these are loaded. */
const mostBlocks = 3;
/** A shorter word that is one is taken for itself, or its plural: too many begin so. */
const shortestBeginning = 3;
/** A shorter word begins too many that have nothing to do with it: `not`, `notary`. */
const shortestKin = 4;

/** Letters that all forms of a word begin with. */
const commonStart = (word: string): string => {
  const stem = stemOf(word).replace(/(?<=..)[ie]$/, '');
  return word.startsWith(stem) ? stem : word;
};

/** By how many letters a word is longer than the one looked for; nothing where it neither is a form of it nor begins so. */
function distanceOf(word: string, other: string): number | undefined {
  const [stem, otherStem] = [stemOf(word), stemOf(other)];
  const isLong = stem.length >= shortestBeginning || stem === word;
  if (isLong ? otherStem.startsWith(stem) : otherStem === stem)
    return otherStem.length - stem.length;
  return other.startsWith(word) ? other.length - word.length : undefined;
}

/** A word of the index with its packed postings. */
interface Kin {
  word: string;
  packed: string;
}

/** What of the loaded blocks `numbers` begins with the letters that all forms of a word begin with. */
function kinIn(blocks: IndexBlocks, numbers: readonly number[], word: string): Kin[] {
  const start = commonStart(word);
  const kin: Kin[] = [];
  for (const number of numbers) {
    const { words, packed } = blocks.get(number) ?? { words: [], packed: [] };
    for (let place = placeIn(words, start); words[place]?.startsWith(start); place += 1) {
      kin.push({ word: words[place]!, packed: packed[place]! });
    }
  }
  const isWord = word.length < shortestBeginning && kin.some((one) => one.word === word);
  const isForm = (other: string): boolean =>
    other === word || (other === `${word}s` && stemOf(other) === word);
  return isWord ? kin.filter((one) => isForm(one.word)) : kin;
}

/** The places of a word, its forms and longer ones that begin so. */
function placesOf(word: string, kin: readonly Kin[]): Postings {
  const postings = new Map<number, Hit & { places: FoundPlace[] }>();
  for (const { word: other, packed } of kin) {
    const distance = distanceOf(word, other);
    if (distance === undefined) continue;
    for (const { record, textWords, places } of unpackPostings(packed) satisfies Posting[]) {
      const hit = postings.get(record) ?? { textWords, places: [] };
      postings.set(record, hit);
      const same = other === word;
      for (const place of places) hit.places.push({ ...place, distance, same });
    }
  }
  return postings;
}

/**
 * The index whose blocks begin with `starts`; `load` gives the text of the n-th. It holds words as they are
 * written; forms are told by their stems here.
 */
export function makeEngine(
  starts: readonly string[],
  load: (block: number) => Promise<string>,
): Engine {
  const blocks = openBlocks(starts, load);
  const found = new Map<string, Postings>();

  /** The blocks that can hold the forms of a word and those that begin with it. */
  const blocksFor = (word: string): number[] => {
    if (starts.length === 0) return [];
    const own = blocks.of(word);
    const start = commonStart(word);
    const first = Math.max(blocks.of(start), own - mostBlocks + 1);
    const last = Math.max(own, Math.min(blocks.of(`${start}\uffff`), first + mostBlocks - 1));
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  };
  const kinOf = (word: string): Kin[] => kinIn(blocks, blocksFor(word), word);

  return {
    async find(words) {
      await blocks.load(words.filter((word) => !found.has(word)).flatMap(blocksFor));
      return words.map((word) => {
        const postings = found.get(word) ?? placesOf(word, kinOf(word));
        found.set(word, postings);
        return postings;
      });
    },
    has: (word) => kinOf(word).some(({ word: other }) => distanceOf(word, other) === 0),
    begins: (word) => kinOf(word).some(({ word: other }) => other.startsWith(word)),
    meant: (word) => blocks.get(blocks.of(word))?.meant.get(word),
    beginning(word) {
      const { words } = blocks.get(blocks.of(word)) ?? { words: [] };
      for (let place = placeIn(words, word) - 1; place >= 0; place -= 1) {
        const other = words[place]!;
        if (other.slice(0, shortestKin) !== word.slice(0, shortestKin)) break;
        if (word.startsWith(other)) return other;
      }
      return undefined;
    },
  };
}
