import type { Archive } from '../archive.ts';
import type { Section } from '../meeting.ts';
import type { RememberedSections } from '../memory.ts';
import { ownBlocks } from '../passages/routine.ts';
import { type TermCounts, termCounter } from '../text/term.ts';

/** Further words of a section tell little, and cost time. */
const mostTerms = 60;
/** A section without words of its own is like many; how far its likeness is believed. */
const headingAlone = 0.6;

/** The terms of a section with their weights, sorted by term; the weights' squares sum to one. */
interface Vector {
  terms: Int32Array;
  weights: Float64Array;
}

const emptyVector: Vector = { terms: new Int32Array(0), weights: new Float64Array(0) };

/** Compares one vector with many: gives the cosine of each with the one, as terms come from `0` up to `size`. */
function comparison(size: number): (one: Vector) => (other: Vector) => number {
  // The weight of each term in the one, so that the other's terms need only be looked up.
  const weightOf = new Float64Array(size);
  let last = emptyVector;
  return (one) => {
    for (const term of last.terms) weightOf[term] = 0;
    for (let i = 0; i < one.terms.length; i++) weightOf[one.terms[i]!] = one.weights[i]!;
    last = one;
    return ({ terms, weights }) => {
      let sum = 0;
      for (let i = 0; i < terms.length; i++) sum += weightOf[terms[i]!]! * weights[i]!;
      return sum;
    };
  };
}

/** The terms of a section, by their places among all terms, and how often each stands in it. */
interface Terms {
  ids: Int32Array;
  times: Int32Array;
}

/** What a section is compared by. */
export interface Entry {
  /** Absent once they are weighed. */
  terms?: Terms | undefined;
  hasText: boolean;
  vector?: Vector;
}

/** Every section that is about a topic, with its words counted, and how many sections have each word. */
interface Entries {
  entries: Map<Section, Entry>;
  /** In how many sections each term stands. */
  spread: readonly number[];
}

function readEntries(
  archive: Archive,
  remembered: RememberedSections<TermCounts> | undefined,
): Entries {
  const counter = termCounter();
  const ids = new Map<string, number>();
  const spread: number[] = [];
  const place = (counts: TermCounts): Terms => {
    const terms = { ids: new Int32Array(counts.size), times: new Int32Array(counts.size) };
    let at = 0;
    for (const [term, times] of counts) {
      let id = ids.get(term);
      if (id === undefined) ids.set(term, (id = spread.push(0) - 1));
      spread[id]! += 1;
      terms.ids[at] = id;
      terms.times[at] = times;
      at += 1;
    }
    return terms;
  };
  const entries = new Map<Section, Entry>();
  for (const meeting of archive.meetings) {
    for (const section of meeting.sections) {
      if (archive.topicsOf(meeting.id, section.id).length === 0) continue;
      const own = ownBlocks(section, archive.routine).filter(({ kind }) => kind !== 'code');
      const read = (): TermCounts =>
        counter(
          section.heading,
          own.map(({ text }) => text),
        );
      const counts = remembered?.of(section, own, read) ?? read();
      entries.set(section, { terms: place(counts), hasText: own.length > 0 });
    }
  }
  return { entries, spread };
}

/** Weighs the terms of sections, each when it is first asked for. */
function weighing({ entries, spread }: Entries): (entry: Entry) => Vector {
  const all = entries.size;
  const rarity = Float64Array.from(spread, (count) => Math.log((1 + all) / (1 + count)));
  const weightOf = new Float64Array(spread.length);
  const weigh = ({ ids, times }: Terms): Vector => {
    for (let i = 0; i < ids.length; i++) {
      weightOf[ids[i]!] = (1 + Math.log(times[i]!)) * rarity[ids[i]!]!;
    }
    let terms = ids;
    if (terms.length > mostTerms) {
      terms = terms.sort((a, b) => weightOf[b]! - weightOf[a]! || a - b).slice(0, mostTerms);
    }
    terms.sort();
    const weights = new Float64Array(terms.length);
    for (let i = 0; i < terms.length; i++) weights[i] = weightOf[terms[i]!]!;
    const length = Math.hypot(...weights);
    if (length === 0) return emptyVector;
    for (let i = 0; i < weights.length; i++) weights[i]! /= length;
    return { terms, weights };
  };
  return (entry) => {
    if (entry.terms !== undefined) {
      entry.vector = weigh(entry.terms);
      entry.terms = undefined;
    }
    return entry.vector ?? emptyVector;
  };
}

/** Tells how alike the sections of an archive are that are about topics. */
export interface Likeness {
  /** What a section is compared by; nothing where it is about no topic. */
  entryOf(section: Section): Entry | undefined;
  /** Gives what compares others with one, until it is asked for another: from 0 up to 1 where they say the same. */
  to(one: Entry): (other: Entry) => number;
}

/**
 * The likeness of sections is the cosine of their terms, weighed by how often they stand in a section and how seldom in
 * others (tf-idf). Terms that were counted before are taken from `remembered`.
 */
export function likenessIn(
  archive: Archive,
  remembered?: RememberedSections<TermCounts>,
): Likeness {
  const read = readEntries(archive, remembered);
  const vectorOf = weighing(read);
  const compare = comparison(read.spread.length);
  return {
    entryOf: (section) => read.entries.get(section),
    to: (one) => {
      const cosineWith = compare(vectorOf(one));
      return (other) => {
        const alike = cosineWith(vectorOf(other));
        return other.hasText ? alike : alike * headingAlone;
      };
    },
  };
}
