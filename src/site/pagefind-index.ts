import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';

import { addSlips, cutBlocks } from '../archive/search-blocks.ts';
import {
  type Place,
  type PlaceShape,
  type Posting,
  type RecordPart,
  packPostings,
} from '../archive/search-postings.ts';
import { type RecordText, type SearchRecord, recordText } from '../archive/search-record.ts';
import type { FileWriter } from './file-writer.ts';
import { type IndexedWord, readChunk } from './pagefind-chunk.ts';
import { PlainError } from './plain-error.ts';

/** A file of the index as Pagefind gives it. */
interface IndexFile {
  path: string;
  content: Uint8Array;
}

/** What `pagefind-chunk.ts` was written for. */
const knownVersion = '1.5.2';

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function check(errors: readonly string[], what: string): void {
  if (errors.length > 0) {
    throw new PlainError(`The search index could not be built: ${what}: ${errors.join('; ')}`);
  }
}

/** Records that Pagefind indexes at one time: what it needs for each stays until all are written. */
const together = 3_000;
/** Records that wait for their answers. */
const batch = 500;

/**
 * Has Pagefind index texts, one of its pages for each; gives the files that it would write. It says that it wrote
 * them before the disk has them whole.
 */
async function askPagefind(texts: readonly RecordText[]): Promise<IndexFile[]> {
  const { index, errors } = await createIndex({
    // Of no language: words stay as they are written, and the box tells their forms itself.
    forceLanguage: 'unknown',
    // `C++` is a word; without it, it would be `c`.
    includeCharacters: '+',
  });
  check(errors, 'starting Pagefind');
  if (index === undefined) throw new PlainError('The search index could not be built.');
  // Asked in order and answered in order, so that the n-th record is the n-th of the index.
  for (let start = 0; start < texts.length; start += batch) {
    const added = await Promise.all(
      texts.slice(start, start + batch).map(({ text }, offset) =>
        index.addHTMLFile({
          url: `/${start + offset}/`,
          content: `<html><body>${escapeHtml(text)}</body></html>`,
        }),
      ),
    );
    for (const [offset, { errors: faults }] of added.entries()) {
      check(faults, `record ${start + offset}`);
    }
  }
  const { files, errors: faults } = await index.getFiles();
  check(faults, 'asking for the files');
  await index.deleteIndex();
  return files;
}

/** Pagefind divides the weight of a word, 24, among the parts of a compound. */
const shapeOf = (weight: number): PlaceShape =>
  weight >= 24 ? 'whole' : weight >= 6 ? 'part' : 'fragment';

/** Places that are kept of a word in a record: more say no more of it. */
const mostPlaces = 12;

/** What a record holds of a word; nothing where the word stands only in what is never found. */
function postingOf(
  texts: readonly RecordText[],
  record: number,
  places: IndexedWord['records'][number]['places'],
): Posting[] {
  const { stretches } = texts[record] ?? { stretches: [] };
  const wordsOf = (part: RecordPart): number =>
    stretches.find((stretch) => stretch.part === part)?.words ?? 0;
  const found = places.flatMap(({ at, weight }): Place[] => {
    const part = stretches.find(({ end }) => at < end)?.part;
    const shape = shapeOf(weight);
    if (part === 'heading') return [{ at, part, shape, headingWords: wordsOf(part) }];
    return part === undefined ? [] : [{ at, part, shape }];
  });
  if (found.length === 0) return [];
  return [{ record, textWords: wordsOf('text'), places: found.slice(0, mostPlaces) }];
}

/** The words of an index that Pagefind made. */
function* wordsOf(files: readonly IndexFile[]): Generator<IndexedWord> {
  const entry = files.find(({ path }) => path === 'pagefind-entry.json')?.content ?? '{}';
  const { version } = JSON.parse(Buffer.from(entry).toString()) as { version?: string };
  if (version !== knownVersion) {
    throw new PlainError(
      `Pagefind is ${version}, and src/site/pagefind-chunk.ts was written for ` +
        `${knownVersion}: read what changed in its index, then change both.`,
    );
  }
  for (const { path, content } of files) {
    if (path.endsWith('.pf_index')) yield* readChunk(gunzipSync(content));
  }
}

/** The packed postings of each word of the texts. */
async function indexTexts(texts: readonly RecordText[]): Promise<Map<string, string>> {
  const index = new Map<string, { packed: string; last: number }>();
  try {
    for (let start = 0; start < texts.length; start += together) {
      const part = texts.slice(start, start + together);
      for (const { word, records } of wordsOf(await askPagefind(part))) {
        const { packed, last } = index.get(word) ?? { packed: '', last: 0 };
        const postings = records
          .flatMap(({ record, places }) => postingOf(part, record, places))
          .map((posting) => ({ ...posting, record: posting.record + start }));
        const record = postings.at(-1)?.record;
        if (record === undefined) continue;
        index.set(word, { packed: packed + packPostings(postings, last), last: record });
      }
    }
  } finally {
    await close();
  }
  return new Map([...index].map(([word, { packed }]) => [word, packed]));
}

/** What the browser loads of a record: the anchor of its section, and its text. */
function textFiles(
  records: readonly SearchRecord[],
  texts: readonly RecordText[],
): Map<string, string> {
  const files = new Map<string, [anchor: string, text: string][]>();
  for (const [number, { url }] of records.entries()) {
    const [page = '', anchor = ''] = url.split('#');
    const id = page.split('/').at(-2) ?? '';
    const file = files.get(id) ?? [];
    files.set(id, file);
    file.push([anchor, texts[number]?.text ?? '']);
  }
  return new Map([...files].map(([id, file]) => [id, JSON.stringify(file)]));
}

/**
 * Has Pagefind index the records, and writes the index and their texts to `pagefind/`, as the browser loads them;
 * `misspelt` has the right word of each wrong one. Throws where Pagefind fails or is not as it was known.
 */
export async function indexRecords(
  records: readonly SearchRecord[],
  misspelt: ReadonlyMap<string, string>,
  write: FileWriter,
): Promise<void> {
  const texts = records.map(recordText);
  const words = await indexTexts(texts);
  addSlips(words, misspelt);
  const { starts, blocks } = cutBlocks(words, misspelt);
  const names = blocks.map((block) => createHash('sha256').update(block).digest('hex').slice(0, 6));
  for (const [number, block] of blocks.entries()) {
    write(`pagefind/index/${number}-${names[number]}.txt`, block);
  }
  for (const [id, text] of textFiles(records, texts)) {
    write(`pagefind/text/${id}.json`, text);
  }
  const table = JSON.stringify({ starts: starts.join(' '), names: names.join('') });
  write('pagefind/blocks.json', table);
}
