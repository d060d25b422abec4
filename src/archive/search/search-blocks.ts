import { byCodeUnit } from '../text/order.ts';
import { mergePostings, packPostings, unpackPostings } from './search-postings.ts';

/** The full-text index as the browser loads it: in blocks of words that follow each other. */
export interface SearchBlocks {
  /** For each block letters that its words follow, or begin with, and those of the blocks before do not. */
  starts: string[];
  /**
   * A line for each word: the word, a space, its postings. After a word that is a slip of the notes, `>` and the
   * word that was meant.
   */
  blocks: string[];
}

/** Characters of a block: the smallest, and the largest, for archives of hundreds of megabytes. */
const smallest = 6_000;
const largest = 24_000;

/**
 * A query loads a block for each of its words, so small ones save bytes; but their list is loaded by
 * everybody, so there should not be many.
 */
const sizeFor = (characters: number): number =>
  Math.min(largest, Math.max(smallest, Math.round(Math.sqrt(characters) * 8)));

function startAfter(last: string, first: string): string {
  let shared = 0;
  while (shared < last.length && last[shared] === first[shared]) shared += 1;
  return first.slice(0, shared + 1);
}

/**
 * Adds to the right words what stands in a wrong spelling, so that they are found by them; `misspelt` has the
 * right word of each wrong one.
 */
export function addSlips(index: Map<string, string>, misspelt: ReadonlyMap<string, string>): void {
  // A frequent word can have hundreds of slips, and its postings are long: they are taken apart once.
  for (const [right, pairs] of Map.groupBy(misspelt, ([, meant]) => meant)) {
    const slips = pairs
      .flatMap(([wrong]) => unpackPostings(index.get(wrong) ?? ''))
      .map((posting) => ({
        ...posting,
        places: posting.places.map((place) => ({ ...place, shape: 'slip' as const })),
      }));
    if (slips.length === 0) continue;
    index.set(right, packPostings(mergePostings(unpackPostings(index.get(right) ?? ''), slips)));
  }
}

/** Cuts an index into blocks; `index` has the packed postings of each word. */
export function cutBlocks(
  index: ReadonlyMap<string, string>,
  misspelt: ReadonlyMap<string, string> = new Map(),
): SearchBlocks {
  const words = [...index.keys()].sort(byCodeUnit);
  const size = sizeFor(
    [...index].reduce((sum, [word, packed]) => sum + word.length + packed.length, 0),
  );
  const cut: SearchBlocks = { starts: [], blocks: [] };
  let lines: string[] = [];
  let characters = 0;
  let last = '';
  for (const word of words) {
    const meant = misspelt.get(word);
    const line = `${word}${meant === undefined ? '' : `>${meant}`} ${index.get(word) ?? ''}`;
    if (lines.length > 0 && characters + line.length > size) {
      cut.blocks.push(lines.join('\n'));
      lines = [];
      characters = 0;
    }
    if (lines.length === 0) cut.starts.push(startAfter(last, word));
    lines.push(line);
    characters += line.length;
    last = word;
  }
  if (lines.length > 0) cut.blocks.push(lines.join('\n'));
  return cut;
}
