import { type RankedTerm, type TermMatch, matchTerm } from './match.ts';

/** What each term is worth in one record. */
type Found = readonly (TermMatch | undefined)[];

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

/** What a hit in each part is worth beside one in the text. */
const worth = { heading: 2.6, trail: 0.45, references: 1.6, topic: 0.55, topicPhrase: 0.8 };
/** Repetition counts ever less (BM25's k1), and less in a long text (its b). */
const saturation = 1.1;
const lengthShare = 0.55;

/** What a section with no more than a link below its heading is worth beside one that says something below the same … */
const bareWorth = 0.95;
/** … in the shortest of the lengths that postings tell, which is of up to eight words. */
const fewWords = 6;

/** What the small words of a question tell beside others. */
const quietShare = 0.12;
/** What it adds, of its score, to be named by a heading and nothing else. */
const headingShare = 0.4;

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

/** What it adds that terms stand close to each other, most of all in a row and in the order typed. */
function togetherness(found: Found, rarities: readonly number[]): number {
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

/** What each term tells by how few records hold it, or by a topic as few are about. */
function raritiesOf(
  terms: readonly RankedTerm[],
  matches: readonly { record: number; found: Found }[],
  { count: among }: RecordFacts,
): number[] {
  const strong = terms.map(() => 0);
  const weak = terms.map(() => 0);
  for (const { record, found } of matches) {
    for (const [index, term] of terms.entries()) {
      const best = found[index]?.best ?? 0;
      if (best >= 0.5) strong[index]! += 1;
      else if (best > 0 || term.about?.has(record)) weak[index]! += 1;
    }
  }
  return terms.map(({ quiet }, index) => {
    return rarity(strong[index]! || weak[index]!, among) * (quiet ? quietShare : 1);
  });
}

/** Words of a record to mark, with how well each answers. */
function marksOf(terms: readonly RankedTerm[], found: Found): Map<number, number> {
  const marks = new Map<number, number>();
  for (const [index, match] of found.entries()) {
    for (const at of match?.parts ?? []) marks.set(at, 1);
    if (terms[index]!.quiet) continue;
    for (const { at, quality } of match?.places ?? []) {
      marks.set(at, Math.max(marks.get(at) ?? 0, quality));
    }
  }
  return marks;
}

/** Which share of the words of its heading a record answers with, up to 1. */
function headingFilled(found: Found): number {
  const words = new Map<number, number>();
  for (const { at, part, quality } of found.flatMap((match) => match?.places ?? [])) {
    if (part === 'heading') words.set(at, Math.max(words.get(at) ?? 0, quality));
  }
  const answered = [...words.values()].reduce((sum, quality) => sum + quality, 0);
  const all = Math.max(1, ...found.map((match) => match?.headingWords ?? 0));
  return Math.min(1, answered / all);
}

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
  const matches = Array.from(candidatesOf(terms), (record) => {
    return { record, found: terms.map((term) => matchTerm(term, record)) };
  });
  const rarities = raritiesOf(terms, matches, facts);
  const totalRarity = rarities.reduce((sum, value) => sum + value, 0) || 1;

  const rank = (record: number, found: Found): RankedFinding[] => {
    const length = found.find((match) => match !== undefined)?.textWords ?? facts.averageWords;
    const norm = 1 - lengthShare + (lengthShare * length) / Math.max(1, facts.averageWords);
    let score = 0;
    let covered = 0;
    let headingRarity = 0;
    for (const [index, match] of found.entries()) {
      const rare = rarities[index]!;
      const { about, phrase } = terms[index]!;
      const topical = about?.has(record) ? (phrase ? worth.topicPhrase : worth.topic) : 0;
      const { text = 0, heading = 0, trail = 0, references = 0, best = 0 } = match ?? {};
      const saturated = (text * (saturation + 1)) / (text + saturation * norm);
      score +=
        rare *
        (worth.heading * heading +
          saturated +
          worth.trail * trail +
          worth.references * references +
          topical);
      covered += rare * Math.min(1, Math.max(best, topical));
      headingRarity += rare * heading;
    }
    if (covered === 0) return [];
    score += togetherness(found, rarities);
    score *= 1 + headingShare * headingFilled(found) * (headingRarity / totalRarity);
    if (length <= fewWords) score *= bareWorth;
    const coverage = covered / totalRarity;
    return [{ record, score: score * coverage ** 2, marks: marksOf(terms, found), coverage }];
  };
  return matches
    .filter(({ record }) => allowed(record))
    .flatMap(({ record, found }) => rank(record, found))
    .sort(byScore);
}
