/** A block of the index: words in order, with their postings as they are packed. */
export interface Block {
  words: string[];
  packed: string[];
  /** Right words of misspelt ones. */
  meant: Map<string, string>;
}

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
export function placeIn(words: readonly string[], word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The blocks of the index, of which only what is asked for is loaded. */
export interface IndexBlocks {
  /** The number of the block that holds a word, or would: the last that begins with it or before it. */
  of(word: string): number;
  /** A block that was loaded. */
  get(block: number): Block | undefined;
  /** Loads blocks, all at once; those that could not be had are asked for anew the next time. */
  load(blocks: Iterable<number>): Promise<void>;
}

/** The blocks that begin with `starts`; `read` gives the text of the n-th. */
export function openBlocks(
  starts: readonly string[],
  read: (block: number) => Promise<string>,
): IndexBlocks {
  const loading = new Map<number, Promise<unknown>>();
  const blocks = new Map<number, Block>();
  const load = (number: number): Promise<unknown> => {
    let block = loading.get(number);
    if (block === undefined) {
      block = read(number).then((text) => blocks.set(number, readBlock(text)));
      loading.set(number, block);
      block.catch(() => loading.delete(number));
    }
    return block;
  };
  return {
    of(word) {
      const place = placeIn(starts, word);
      return Math.max(0, starts[place] === word ? place : place - 1);
    },
    get: (block) => blocks.get(block),
    async load(numbers) {
      await Promise.all(Array.from(new Set(numbers), load));
    },
  };
}
