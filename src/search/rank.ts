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

/** What ranking knows of all records. */
export interface RecordFacts {
  count: number;
  /** Words that the text of a record has on average. */
  averageWords: number;
}

/** A record that answers, and where. */
export interface Finding {
  record: number;
  score: number;
  /** Words of the record to mark, with how well each answers, up to 1. */
  marks: Map<number, number>;
}

/** The best first; of equals the newer. */
export const byScore = (a: Finding, b: Finding): number => b.score - a.score || b.record - a.record;

/** What ranking tells of a record. */
export interface RankedFinding extends Finding {
  /** The share of what was asked for that it answers, from 0 to 1. */
  coverage: number;
}

interface Match {
  at: number;
  part: RecordPart;
  quality: number;
}

/** What one term is worth in one record. */
interface TermMatch {
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

function matchTerm(term: RankedTerm, record: number): TermMatch | undefined {
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

/** What a hit in each part is worth beside one in the text. */
const worth = { heading: 2.6, trail: 0.45, references: 1.6, topic: 0.55, topicPhrase: 0.8 };
/** Repetition counts ever less (BM25's k1), and less in a long text (its b). */
const saturation = 1.1;
const lengthShare = 0.55;

/** What a section with no more than a link below its heading is worth beside one that says something below the same … */
const bareWorth = 0.95;
/** … in the shortest of the lengths that postings tell, which is of up to eight words. */
const fewWords = 6;

/** How close to each other, in words, terms must stand to help each other. */
const reach = 12;

function candidatesOf(terms: readonly RankedTerm[]): Set<number> {
  const candidates = new Set<number>();
  for (const { variants, about, quiet } of terms) {
    if (quiet) continue;
    for (const { words } of variants) {
      const [first] = words;
      if (first !== undefined) for (const record of first.keys()) candidates.add(record);
    }
    if (about !== undefined) for (const record of about) candidates.add(record);
  }
  return candidates;
}

/** Rarer words tell more (BM25's idf). */
const rarity = (count: number, among: number): number =>
  Math.log(1 + (among - count + 0.5) / (count + 0.5));

/**
 * Ranks the records that answer the terms, best first; of equals the newer one, records being numbered
 * by date. What a record scores: each term's rarity times what its hits are worth, by part and
 * closeness; more where terms stand together, where they make up the heading, and far less where
 * terms are missing.
 */
export function rankRecords(
  terms: readonly RankedTerm[],
  facts: RecordFacts,
  allowed: (record: number) => boolean,
): RankedFinding[] {
  const candidates = [...candidatesOf(terms)];
  const matches = new Map(
    candidates.map((record) => [record, terms.map((term) => matchTerm(term, record))]),
  );
  const rarities = terms.map((term, index) => {
    let strong = 0;
    let weak = 0;
    for (const [record, found] of matches) {
      const best = found[index]?.best ?? 0;
      if (best >= 0.5) strong += 1;
      else if (best > 0 || term.about?.has(record)) weak += 1;
    }
    const count = strong > 0 ? strong : weak;
    return rarity(count, facts.count) * (term.quiet ? 0.12 : 1);
  });
  const totalRarity = rarities.reduce((sum, value) => sum + value, 0) || 1;

  const findings = candidates.filter(allowed).flatMap((record): RankedFinding[] => {
    const found = matches.get(record)!;
    const length = found.find((match) => match !== undefined)?.textWords ?? facts.averageWords;
    const norm = 1 - lengthShare + (lengthShare * length) / Math.max(1, facts.averageWords);
    let score = 0;
    let covered = 0;
    const headingWords = new Map<number, number>();
    const marks = new Map<number, number>();
    let headingRarity = 0;
    for (const [index, match] of found.entries()) {
      const rare = rarities[index]!;
      const { about, phrase } = terms[index]!;
      const topical = about?.has(record) ? (phrase ? worth.topicPhrase : worth.topic) : 0;
      if (match === undefined) {
        score += rare * topical;
        covered += rare * topical;
        continue;
      }
      const text = (match.text * (saturation + 1)) / (match.text + saturation * norm);
      score +=
        rare *
        (worth.heading * match.heading +
          text +
          worth.trail * match.trail +
          worth.references * match.references +
          topical);
      covered += rare * Math.min(1, Math.max(match.best, topical));
      if (match.heading > 0) headingRarity += rare * match.heading;
      for (const at of match.parts) marks.set(at, 1);
      for (const { at, part, quality } of match.places) {
        if (part === 'heading') headingWords.set(at, Math.max(headingWords.get(at) ?? 0, quality));
        if (!terms[index]!.quiet) marks.set(at, Math.max(marks.get(at) ?? 0, quality));
      }
    }
    if (covered === 0) return [];
    score += togetherness(found, rarities);
    const wordsOfHeading = Math.max(0, ...found.map((match) => match?.headingWords ?? 0));
    if (wordsOfHeading > 0 && headingWords.size > 0) {
      const filled =
        [...headingWords.values()].reduce((sum, quality) => sum + quality, 0) / wordsOfHeading;
      score *= 1 + 0.4 * Math.min(1, filled) * (headingRarity / totalRarity);
    }
    const coverage = covered / totalRarity;
    if (length <= fewWords) score *= bareWorth;
    return [{ record, score: score * coverage ** 2, marks, coverage }];
  });
  return findings.sort(byScore);
}

/** What it adds that terms stand close to each other, most of all in a row and in the order typed. */
function togetherness(
  found: readonly (TermMatch | undefined)[],
  rarities: readonly number[],
): number {
  let sum = 0;
  for (let index = 0; index + 1 < found.length; index += 1) {
    const first = found[index];
    const second = found[index + 1];
    if (first === undefined || second === undefined) continue;
    let best = 0;
    for (const a of first.places) {
      for (const b of second.places) {
        if (a.part !== b.part) continue;
        const distance = b.at - a.at;
        const apart = Math.abs(distance);
        if (apart > reach) continue;
        const close = distance === 0 || distance === 1 ? 1 : 0.8 / apart;
        best = Math.max(best, close * a.quality * b.quality);
      }
    }
    sum += best * Math.min(rarities[index]!, rarities[index + 1]!);
  }
  return sum;
}
