import { byCodeUnit } from './order.ts';

/** The full-text index as the browser loads it: in blocks of words that follow each other. */
export interface SearchBlocks {
  /** For each block letters that its words follow, or begin with, and those of the blocks before do not. */
  starts: string[];
  /** A line for each word: the word, a space, its postings. */
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

/** Cuts an index into blocks; `index` has the packed postings of each word. */
export function cutBlocks(index: ReadonlyMap<string, string>): SearchBlocks {
  const words = [...index.keys()].sort(byCodeUnit);
  const size = sizeFor(
    [...index].reduce((sum, [word, packed]) => sum + word.length + packed.length, 0),
  );
  const cut: SearchBlocks = { starts: [], blocks: [] };
  let lines: string[] = [];
  let characters = 0;
  let last = '';
  for (const word of words) {
    const line = `${word} ${index.get(word) ?? ''}`;
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
