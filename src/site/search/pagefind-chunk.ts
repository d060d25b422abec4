import { PlainError } from '../plain-error.ts';

/** A place of a word: which word of the text it is, and the weight that it has there, times 24. */
export interface IndexedPlace {
  at: number;
  weight: number;
}

/** A word of an index that Pagefind made of a single page, with its places in order. */
export interface IndexedWord {
  word: string;
  places: IndexedPlace[];
}

type Item = number | string | Item[];

/** Reads the part of CBOR (RFC 8949) that Pagefind writes: whole numbers, texts and lists. */
function readItem(bytes: Buffer, from: number): { item: Item; end: number } {
  const first = bytes[from];
  if (first === undefined) throw new PlainError('A chunk of the search index ends too soon.');
  const size = { 24: 1, 25: 2, 26: 4 }[first & 31] ?? 0;
  const value = size === 0 ? first & 31 : bytes.readUIntBE(from + 1, size);
  let end = from + 1 + size;
  switch (first >> 5) {
    case 0:
      return { item: value, end };
    case 1:
      return { item: -1 - value, end };
    case 3:
      return { item: bytes.toString('utf8', end, end + value), end: end + value };
    case 4: {
      const items: Item[] = [];
      for (let index = 0; index < value; index += 1) {
        const read = readItem(bytes, end);
        items.push(read.item);
        end = read.end;
      }
      return { item: items, end };
    }
    default:
      throw new PlainError('A chunk of the search index is not written as it was known to be.');
  }
}

type PackedPage = [step: number, places: number[], metaPlaces: number[]];
type PackedWord = [
  word: string,
  pages: PackedPage[],
  spellings: [spelling: string, pages: PackedPage[]][],
];

const signature = 'pagefind_dcd';

/**
 * The words of an unpacked chunk (`.pf_index`) of Pagefind 1.5, whose index has a single page. Places count on from the
 * one before; a negative number among them is the weight of those that follow, less one. A word's spellings with marks
 * above their letters are taken for the word itself.
 */
export function readChunk(bytes: Buffer): IndexedWord[] {
  if (bytes.toString('latin1', 0, signature.length) !== signature) {
    throw new PlainError('A chunk of the search index does not begin as it was known to.');
  }
  const [words] = readItem(bytes, signature.length).item as [PackedWord[]];
  return words.map(([word, plain, spellings]) => {
    const places = new Map<number, number>();
    for (const [step, packed] of [...plain, ...spellings.flatMap(([, pages]) => pages)]) {
      if (step !== 0) throw new PlainError('A chunk of the search index has more than one page.');
      let weight = 24;
      let at = 0;
      for (const number of packed) {
        if (number < 0) {
          weight = -1 - number;
          at = 0;
        } else {
          at += number;
          places.set(at, Math.max(weight, places.get(at) ?? 0));
        }
      }
    }
    const inOrder = [...places].sort(([a], [b]) => a - b);
    return { word, places: inOrder.map(([at, weight]) => ({ at, weight })) };
  });
}
