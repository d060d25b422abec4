import { type Place, type Posting, unpackPostings } from '../archive/search/search-postings.ts';
import { stemOf } from './stem.ts';

/** A place where a word, a form of it or a longer one stands. */
export interface FoundPlace extends Place {
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

/** A block of the index: words in order, with their postings as they are packed. */
interface Block {
  words: string[];
  packed: string[];
  /** Right words of misspelt ones. */
  meant: Map<string, string>;
}

/** Words that begin alike can fill many blocks; of a word hardly begun, no more than these are loaded. */
const mostBlocks = 3;
/** A shorter word that is one is taken for itself, or its plural: too many begin so. */
const shortestBeginning = 3;
/** A shorter word begins too many that have nothing to do with it: `not`, `notary`. */
const shortestKin = 4;

/** Reads the text of a block, as `src/archive/search/search-blocks.ts` says. */
function readBlock(text: string): Block {
  const block: Block = { words: [], packed: [], meant: new Map() };
  for (const line of text === '' ? [] : text.split('\n')) {
    const space = line.indexOf(' ');
    const [word = '', right] = line.slice(0, space).split('>');
    block.words.push(word);
    block.packed.push(line.slice(space + 1));
    if (right !== undefined) block.meant.set(word, right);
  }
  return block;
}

/** Where `word` stands in a sorted list, or would stand. */
function placeIn(words: readonly string[], word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Letters that all forms of a word begin with. */
const commonStart = (word: string): string => {
  const stem = stemOf(word).replace(/(?<=..)[ie]$/, '');
  return word.startsWith(stem) ? stem : word;
};

/**
 * The index whose blocks begin with `starts`; `load` gives the text of the n-th. It holds words as they are
 * written; forms are told by their stems here.
 */
export function makeEngine(
  starts: readonly string[],
  load: (block: number) => Promise<string>,
): Engine {
  const loading = new Map<number, Promise<Block>>();
  const blocks = new Map<number, Block>();
  const loadBlock = (number: number): Promise<Block> => {
    let block = loading.get(number);
    if (block === undefined) {
      block = load(number).then(readBlock);
      loading.set(number, block);
      block.then(
        (read) => blocks.set(number, read),
        () => loading.delete(number),
      );
    }
    return block;
  };

  /** The last block that begins with `word` or before it. */
  const blockOf = (word: string): number => {
    const place = placeIn(starts, word);
    return Math.max(0, starts[place] === word ? place : place - 1);
  };
  /** The blocks that can hold the forms of a word and those that begin with it. */
  const blocksFor = (word: string): number[] => {
    const own = blockOf(word);
    if (starts.length === 0) return [];
    const start = commonStart(word);
    const first = Math.max(blockOf(start), own - mostBlocks + 1);
    const last = Math.max(own, Math.min(blockOf(`${start}\uffff`), first + mostBlocks - 1));
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  };

  /** What of the loaded blocks begins with the letters that all forms of a word begin with. */
  const kinOf = (word: string): { word: string; packed: string }[] => {
    const start = commonStart(word);
    const kin: { word: string; packed: string }[] = [];
    for (const number of blocksFor(word)) {
      const { words, packed } = blocks.get(number) ?? { words: [], packed: [] };
      for (let place = placeIn(words, start); words[place]?.startsWith(start); place += 1) {
        kin.push({ word: words[place]!, packed: packed[place]! });
      }
    }
    const isWord = word.length < shortestBeginning && kin.some((one) => one.word === word);
    const isForm = (other: string): boolean =>
      other === word || (other === `${word}s` && stemOf(other) === word);
    return isWord ? kin.filter((one) => isForm(one.word)) : kin;
  };

  const distanceOf = (word: string, other: string): number | undefined => {
    const [stem, otherStem] = [stemOf(word), stemOf(other)];
    const isLong = stem.length >= shortestBeginning || stem === word;
    if (isLong ? otherStem.startsWith(stem) : otherStem === stem)
      return otherStem.length - stem.length;
    return other.startsWith(word) ? other.length - word.length : undefined;
  };

  const found = new Map<string, Postings>();
  const search = (word: string): Postings => {
    const postings = new Map<number, Hit & { places: FoundPlace[] }>();
    for (const { word: other, packed } of kinOf(word)) {
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
  };

  return {
    async find(words) {
      const missing = words.filter((word) => !found.has(word));
      await Promise.all([...new Set(missing.flatMap(blocksFor))].map(loadBlock));
      return words.map((word) => {
        const postings = found.get(word) ?? search(word);
        found.set(word, postings);
        return postings;
      });
    },
    has: (word) => kinOf(word).some(({ word: other }) => distanceOf(word, other) === 0),
    begins: (word) => kinOf(word).some(({ word: other }) => other.startsWith(word)),
    meant: (word) => blocks.get(blockOf(word))?.meant.get(word),
    beginning(word) {
      const { words } = blocks.get(blockOf(word)) ?? { words: [] };
      for (let place = placeIn(words, word) - 1; place >= 0; place -= 1) {
        const other = words[place]!;
        if (other.slice(0, shortestKin) !== word.slice(0, shortestKin)) break;
        if (word.startsWith(other)) return other;
      }
      return undefined;
    },
  };
}
