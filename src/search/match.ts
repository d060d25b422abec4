import type { RecordPart } from '../archive/search/search-postings.ts';
import { type FoundPlace, type Hit, type Postings, followsOn } from './engine.ts';

/** One way to find a term: a word, or words in a row, and how much it is worth beside the term itself. */
export interface Variant {
  words: Postings[];
  /** How many words of the index may stand before each word beside those; none if not given. */
  gaps?: readonly number[];
  worth: number;
}

/** A term with all the ways to find it. */
export interface RankedTerm {
  variants: Variant[];
  /** Records about a topic that the term, alone or with its neighbours, means. */
  about?: ReadonlySet<number> | undefined;
  /** Whether it takes several terms to name that topic, so that one of them alone means less. */
  phrase?: boolean | undefined;
  quiet: boolean;
  /** Still being typed, so that longer words are as good. */
  open: boolean;
  /** Only the very word counts, and no part of a compound. */
  strict?: boolean | undefined;
}

/** A place in a record where a word answers, and how well, up to 1. */
interface Match {
  at: number;
  part: RecordPart;
  quality: number;
}

/** What one term is worth in one record. */
export interface TermMatch {
  heading: number;
  text: number;
  trail: number;
  references: number;
  places: Match[];
  /** Of a strict term, where it is a part of a word: `PR#12` says `#12`, and is marked where that was found. */
  parts: number[];
  best: number;
  textWords: number;
  headingWords: number;
}

/** By difference in length how well a longer word answers a shorter one. */
const closeness = [1, 0.6, 0.4, 0.3, 0.22, 0.16, 0.12, 0.1, 0.08, 0.06];
const openCloseness = [1, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45];

/** What a part of a compound is worth beside the whole; what has many of them is an address or a path … */
const shapeWorth = { whole: 1, part: 0.9, fragment: 0.25, slip: 0.8 };
/** … but in headings, which are about something, as `RegExp.prototype.matchAll`, and where several stand in a row. */
const tellingFragment = 0.7;

const qualityOf = ({ distance, shape, part }: FoundPlace, open: boolean, inRow: boolean): number =>
  ((open ? openCloseness : closeness)[Math.min(distance, 9)] ?? 0) *
  (shape === 'fragment' && (inRow || part === 'heading') ? tellingFragment : shapeWorth[shape]);

const noPlaces: readonly FoundPlace[] = [];

function matchPlaces(variant: Variant, record: number, open: boolean): Match[] {
  const [first, ...others] = variant.words.map(
    (postings) => postings.get(record)?.places ?? noPlaces,
  );
  if (first === undefined) return [];
  return first.flatMap((place): Match[] => {
    const chain: Match[] = [
      {
        at: place.at,
        part: place.part,
        quality: qualityOf(place, open && others.length === 0, others.length > 0) * variant.worth,
      },
    ];
    let at = place.at;
    for (const [index, next] of others.entries()) {
      const last = open && index === others.length - 1;
      const before = at;
      const gap = variant.gaps?.[index + 1];
      const follows = next.filter(
        (other) => followsOn(before, other.at, gap) && other.part === chain[0]!.part,
      );
      if (follows.length === 0) return [];
      const best = follows.reduce((a, b) =>
        qualityOf(b, last, true) > qualityOf(a, last, true) ? b : a,
      );
      at = best.at;
      chain.push({
        at,
        part: chain[0]!.part,
        quality: qualityOf(best, last, true) * variant.worth,
      });
    }
    const quality = Math.min(...chain.map((match) => match.quality));
    return chain.map((match) => ({ ...match, quality }));
  });
}

/** Whether words stand anywhere so; of several, in a row. */
export function standsSomewhere(variant: Variant): boolean {
  const [first, ...others] = variant.words;
  if (first === undefined || others.length === 0) return (first?.size ?? 0) > 0;
  return [...first.keys()].some((record) => matchPlaces(variant, record, true).length > 0);
}

/** What a term is worth in a record; nothing where it does not stand there. */
export function matchTerm(term: RankedTerm, record: number): TermMatch | undefined {
  const places = new Map<number, Match>();
  const parts: number[] = [];
  for (const variant of term.variants) {
    for (const match of matchPlaces(variant, record, term.open)) {
      if (term.strict && match.quality < 1) {
        parts.push(match.at);
        continue;
      }
      const known = places.get(match.at);
      if (known === undefined || known.quality < match.quality) places.set(match.at, match);
    }
  }
  if (places.size === 0) return undefined;
  const hits = term.variants.flatMap(({ words }): Hit[] => {
    const hit = words[0]?.get(record);
    return hit === undefined ? [] : [hit];
  });
  const inHeading = hits.flatMap((hit) => hit.places.map(({ headingWords = 0 }) => headingWords));
  const sum: TermMatch = {
    heading: 0,
    text: 0,
    trail: 0,
    references: 0,
    places: [...places.values()],
    parts,
    best: 0,
    textWords: hits[0]?.textWords ?? 0,
    headingWords: Math.max(0, ...inHeading),
  };
  for (const { part, quality } of places.values()) {
    if (part === 'text') sum.text += quality;
    else sum[part] = Math.max(sum[part], quality);
    sum.best = Math.max(sum.best, quality);
  }
  return sum;
}
