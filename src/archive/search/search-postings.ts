/** The parts of a record, in the order in which its text holds them. */
export const recordParts = ['heading', 'trail', 'references', 'text'] as const;
export type RecordPart = (typeof recordParts)[number];

/** Stands between the parts of a record's text; what a note holds of it is taken out. */
export const partMark = '¶';

/**
 * How a word stands at a place: whole, as one of a few parts of a compound, as one of many, or in a wrong
 * spelling.
 */
export const placeShapes = ['whole', 'part', 'fragment', 'slip'] as const;
export type PlaceShape = (typeof placeShapes)[number];

/** One place where a word stands in a record. */
export interface WordPlace {
  /** Which word of the record, from 0. */
  at: number;
  part: RecordPart;
  shape: PlaceShape;
  /** Words of the heading; only of a place in one. */
  headingWords?: number;
}

/** A record that holds a word, and where. */
export interface Posting {
  record: number;
  /** About how many words the text of the record has. */
  textWords: number;
  /** At least one, by `at`. */
  places: WordPlace[];
}

/** Digits of a number in base 32; all but the last of a number have a letter of the second half. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const valueOf = new Uint8Array(128);
for (const [value, letter] of [...alphabet].entries()) valueOf[letter.charCodeAt(0)] = value;

/** Adds the digits of a number, as the codes of their letters. */
function packNumber(number: number, codes: number[]): void {
  let digits = 1;
  for (let rest = number >>> 5; rest > 0; rest >>>= 5) digits += 1;
  for (let digit = digits - 1; digit >= 0; digit -= 1) {
    const value = (number >>> (5 * digit)) & 31;
    codes.push(alphabet.charCodeAt(digit > 0 ? value | 32 : value));
  }
}

/** Lengths are kept as one of eight, each twice the one before. */
const shortest = 6;
const lengthClass = (words: number): number =>
  Math.min(7, Math.max(0, Math.round(Math.log2(Math.max(1, words) / shortest))));

const mostHeadingWords = 15;
/** A place's kind is its part and its shape in one number: shape by shape, each with all parts. */
const parts = recordParts.length;
const kinds = parts * placeShapes.length;

/**
 * Postings in order of their records as a short text of letters, digits, `-` and `_`. Numbers stand in
 * base 32: of each record how far it is from the last one and its length, of each place how far it is from
 * the last one, part and shape, and whether another follows.
 */
export function packPostings(postings: readonly Posting[]): string {
  // Put together letter by letter, a long text would take many times its size.
  const codes: number[] = [];
  let lastRecord = 0;
  for (const { record, textWords, places } of postings) {
    packNumber((record - lastRecord) * 8 + lengthClass(textWords), codes);
    lastRecord = record;
    let lastAt = 0;
    for (const [index, { at, part, shape, headingWords = 0 }] of places.entries()) {
      const more = index + 1 < places.length ? 1 : 0;
      const step =
        part === 'heading'
          ? (at - lastAt) * (mostHeadingWords + 1) + Math.min(headingWords, mostHeadingWords)
          : at - lastAt;
      const kind = placeShapes.indexOf(shape) * parts + recordParts.indexOf(part);
      packNumber((step * kinds + kind) * 2 + more, codes);
      lastAt = at;
    }
  }
  const stretches: string[] = [];
  for (let start = 0; start < codes.length; start += 4096) {
    stretches.push(String.fromCharCode(...codes.slice(start, start + 4096)));
  }
  return stretches.join('');
}

/**
 * The packed postings of the same places in records that come `by` later; `packed` has at least one. Moved back by
 * record `n`, they continue a text that ends with that record.
 */
export function movePostings(packed: string, by: number): string {
  let head = 0;
  let end = 0;
  for (let more = true; more; end += 1) {
    const value = valueOf[packed.charCodeAt(end)]!;
    head = head * 32 + (value & 31);
    more = value >= 32;
  }
  const codes: number[] = [];
  packNumber(head + by * 8, codes);
  return String.fromCharCode(...codes) + packed.slice(end);
}

/** Both lists of postings as one; of places that are in both, those of the first. */
export function mergePostings(first: readonly Posting[], second: readonly Posting[]): Posting[] {
  const merged = new Map(first.map((posting) => [posting.record, posting]));
  for (const posting of second) {
    const known = merged.get(posting.record);
    const taken = new Set(known?.places.map(({ at }) => at));
    const places = [
      ...(known?.places ?? []),
      ...posting.places.filter(({ at }) => !taken.has(at)),
    ].sort((a, b) => a.at - b.at);
    merged.set(posting.record, { ...posting, places });
  }
  return [...merged.values()].sort((a, b) => a.record - b.record);
}

/** Reads what `packPostings` made. */
export function unpackPostings(packed: string): Posting[] {
  const postings: Posting[] = [];
  let position = 0;
  const next = (): number => {
    for (let number = 0; ; position += 1) {
      // Past the end of what was cut short, numbers end too.
      const value = valueOf[packed.charCodeAt(position)] ?? 0;
      number = number * 32 + (value & 31);
      if (value < 32) {
        position += 1;
        return number;
      }
    }
  };
  let record = 0;
  while (position < packed.length) {
    const head = next();
    record += head >>> 3;
    const places: WordPlace[] = [];
    let at = 0;
    for (let more = true; more;) {
      const number = next();
      more = (number & 1) === 1;
      const kind = (number >>> 1) % kinds;
      const part = recordParts[kind % parts]!;
      const shape = placeShapes[Math.floor(kind / parts)]!;
      let step = Math.floor((number >>> 1) / kinds);
      if (part === 'heading') {
        const headingWords = step % (mostHeadingWords + 1);
        step = Math.floor(step / (mostHeadingWords + 1));
        at += step;
        places.push({ at, part, shape, headingWords });
      } else {
        at += step;
        places.push({ at, part, shape });
      }
    }
    postings.push({ record, textWords: shortest * 2 ** (head & 7), places });
  }
  return postings;
}
