import { gunzipSync } from 'node:zlib';
import { createIndex } from 'pagefind';

import { dottedNumber } from '../archive/dotted-number.ts';
import {
  type Place,
  type PlaceShape,
  type Posting,
  type RecordPart,
  packPostings,
} from '../archive/search-postings.ts';
import type { RecordText } from '../archive/search-record.ts';
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
  { stretches }: RecordText,
  record: number,
  places: IndexedWord['records'][number]['places'],
): Posting | undefined {
  const countIn = (part: RecordPart): number =>
    stretches.find((stretch) => stretch.part === part)?.words ?? 0;
  const found = places.flatMap(({ at, weight }): Place[] => {
    const part = stretches.find(({ end }) => at < end)?.part;
    const shape = shapeOf(weight);
    if (part === 'heading') return [{ at, part, shape, headingWords: countIn(part) }];
    return part === undefined ? [] : [{ at, part, shape }];
  });
  if (found.length === 0) return undefined;
  return { record, textWords: countIn('text'), places: found.slice(0, mostPlaces) };
}

/** The words of an index that Pagefind made. */
function* readWords(files: readonly IndexFile[]): Generator<IndexedWord> {
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

/** The words of one note: each with its packed postings, whose records count from 0, and the last of these. */
export type NoteWords = readonly (readonly [word: string, packed: string, last: number])[];

/** The records of a word, parted by what each place has of it: `45` stands for `#45` and for `4.5`. */
function* partByDots(
  { word, records }: IndexedWord,
  tokensOf: (record: number) => readonly string[],
): Generator<IndexedWord> {
  if (!/^\d{2,}$/.test(word)) {
    yield { word, records };
    return;
  }
  const parted = new Map<string, IndexedWord['records']>();
  for (const { record, places } of records) {
    const tokens = tokensOf(record);
    const written = Map.groupBy(places, ({ at }) => {
      const dotted = dottedNumber(tokens[at] ?? '');
      return dotted?.replaceAll('.', '') === word ? dotted : word;
    });
    for (const [own, found] of written) {
      const known = parted.get(own) ?? [];
      known.push({ record, places: found });
      parted.set(own, known);
    }
  }
  for (const [own, found] of parted) yield { word: own, records: found };
}

/** The words of each note, whose records are given as texts. Throws where Pagefind fails or is not as it was known. */
export async function indexNotes(notes: readonly (readonly RecordText[])[]): Promise<NoteWords[]> {
  const texts = notes.flat();
  const homes = notes.flatMap((note, number) =>
    note.map((_, record) => ({ note: number, record })),
  );
  const found = notes.map((): (readonly [string, string, number])[] => []);
  const tokens = new Map<number, string[]>();
  const tokensOf = (record: number): string[] => {
    const known = tokens.get(record) ?? texts[record]!.text.split(' ');
    tokens.set(record, known);
    return known;
  };
  const indexed = readWords(await askPagefind(texts));
  for (const { word, records } of indexed.flatMap((one) => [...partByDots(one, tokensOf)])) {
    const byNote = new Map<number, Posting[]>();
    for (const { record, places } of records) {
      const { note, record: number } = homes[record]!;
      const posting = postingOf(texts[record]!, number, places);
      if (posting === undefined) continue;
      const postings = byNote.get(note) ?? [];
      postings.push(posting);
      byNote.set(note, postings);
    }
    for (const [note, postings] of byNote) {
      found[note]!.push([word, packPostings(postings), postings.at(-1)!.record]);
    }
  }
  return found;
}
