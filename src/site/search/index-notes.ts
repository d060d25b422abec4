import {
  type PlaceShape,
  type Posting,
  type WordPlace,
  packPostings,
} from '../../archive/search/search-postings.ts';
import type { RecordText } from '../../archive/search/search-record.ts';
import { dottedNumber } from '../../archive/text/dotted-number.ts';
import { PlainError } from '../plain-error.ts';
import type { IndexedPlace } from './pagefind-chunk.ts';
import { indexText } from './pagefind-index.ts';

/** Pagefind divides the weight of a word, 24, among the parts of a compound. */
const shapeOf = (weight: number): PlaceShape =>
  weight >= 24 ? 'whole' : weight >= 6 ? 'part' : 'fragment';

/** The place of a word in a record; nothing where it stands only in what is never found. */
function placeIn({ stretches }: RecordText, at: number, weight: number): WordPlace | undefined {
  const stretch = stretches.find(({ end }) => at < end);
  const part = stretch?.part;
  if (part === undefined) return undefined;
  const shape = shapeOf(weight);
  if (part !== 'heading') return { at, part, shape };
  return { at, part, shape, headingWords: stretch!.words };
}

const textWordsOf = ({ stretches }: RecordText): number =>
  stretches.find(({ part }) => part === 'text')?.words ?? 0;

/** Places that are kept of a word in a record: more say no more of it. */
const mostPlaces = 12;

/** A record in the text that holds those of all notes, one after the other. */
interface PlacedRecord {
  record: RecordText;
  note: number;
  /** Which one of its note it is. */
  number: number;
  /** Which word of the text is its first. */
  start: number;
}

/** Puts the records of notes one after the other; of each word of their text `recordAt` has which record it is of. */
function placeRecords(notes: readonly (readonly RecordText[])[]) {
  let end = 0;
  const records = notes.flatMap((ofNote, note) =>
    ofNote.map((record, number): PlacedRecord => {
      const start = end;
      end += record.stretches.at(-1)?.end ?? 0;
      return { record, note, number, start };
    }),
  );
  const recordAt = new Uint32Array(end);
  for (const [index, { start }] of records.entries()) {
    recordAt.fill(index, start, records[index + 1]?.start);
  }
  return { records, recordAt };
}

/** The places of a word by what is written there: `45` stands for `#45` and for `4.5`. */
function partByDots(
  word: string,
  places: readonly IndexedPlace[],
  tokens: readonly string[],
): Iterable<[word: string, places: readonly IndexedPlace[]]> {
  if (!/^\d{2,}$/.test(word)) return [[word, places]];
  return Map.groupBy(places, ({ at }) => {
    const dotted = dottedNumber(tokens[at] ?? '');
    return dotted?.replaceAll('.', '') === word ? dotted : word;
  });
}

/** The words of one note: each with its packed postings, whose records count from 0, and the last of these. */
export type NoteWords = readonly (readonly [word: string, packed: string, last: number])[];

/** The words of each note, whose records are given as texts. Throws where Pagefind fails or is not as it was known. */
export async function indexNotes(notes: readonly (readonly RecordText[])[]): Promise<NoteWords[]> {
  const { records, recordAt } = placeRecords(notes);
  const found = notes.map((): (readonly [string, string, number])[] => []);
  if (records.length === 0) return found;
  const text = records.map(({ record }) => record.text).join(' ');
  const tokens = text.split(' ');

  /** What each note holds of a word, whose places are in order. */
  const postingsOf = (places: readonly IndexedPlace[]): Map<number, Posting[]> => {
    const byNote = new Map<number, Posting[]>();
    for (const { at, weight } of places) {
      const index = recordAt[at];
      if (index === undefined) throw new PlainError('Pagefind counts more words than there are.');
      const { record, note, number, start } = records[index]!;
      const place = placeIn(record, at - start, weight);
      if (place === undefined) continue;
      let postings = byNote.get(note);
      if (postings === undefined) byNote.set(note, (postings = []));
      const last = postings.at(-1);
      if (last?.record !== number) {
        postings.push({ record: number, textWords: textWordsOf(record), places: [place] });
      } else if (last.places.length < mostPlaces) last.places.push(place);
    }
    return byNote;
  };

  for (const { word, places } of await indexText(text)) {
    for (const [written, stood] of partByDots(word, places, tokens)) {
      for (const [note, postings] of postingsOf(stood)) {
        found[note]!.push([written, packPostings(postings), postings.at(-1)!.record]);
      }
    }
  }
  return found;
}
