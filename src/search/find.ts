import type { Lookup } from './lookup.ts';
import type { Engine, Postings } from './engine.ts';
import { type Query, type Term, foldPhrase, parseQuery } from './query.ts';
import { type Finding, type RankedTerm, type Variant, rankRecords } from './rank.ts';
import { type Vocabulary, correctWord } from './spelling.ts';
import { engineWord, partsOf } from './words.ts';

/** A word that was searched in another spelling. */
export interface Correction {
  from: string;
  to: string;
}

/** What a query finds, before filters. */
export interface Found {
  query: Query;
  /** Best first; of a date, in the order of the archive. */
  findings: Finding[];
  corrections: Correction[];
  /** Words, as typed, that are found in no spelling. */
  missing: string[];
}

/** What finding is done with. */
export interface FindTools {
  lookup: Lookup;
  engine: Engine;
  /** Loads the vocabulary, which only a doubtful word needs. */
  vocabulary: (word: string) => Promise<Vocabulary>;
}

/** How much a corrected word, a joined pair and the parts of an identifier are worth. */
const worth = { corrected: 0.95, misspelt: 0.8, joined: 0.95, parts: 0.9, kin: 0.3 };
/** Records up to which the small words of a question are looked up. */
const mostRecordsForQuiet = 4_000;
/** What it multiplies to stand in the time that the query names among other words. */
const inTime = 1.8;

/** Keeps of some postings those of the word itself and its forms. */
function exactly(postings: Postings): Postings {
  return new Map(
    [...postings].flatMap(([record, { textWords, places }]) => {
      const exact = places.filter(({ distance, shape }) => distance === 0 && shape !== 'slip');
      return exact.length === 0 ? [] : [[record, { textWords, places: exact }] as const];
    }),
  );
}

/** Keeps of some postings those of the word as it was asked for, to the letter. */
function literally(postings: Postings): Postings {
  return new Map(
    [...postings].flatMap(([record, { textWords, places }]) => {
      const same = places.filter((place) => place.same && place.shape !== 'slip');
      return same.length === 0 ? [] : [[record, { textWords, places: same }] as const];
    }),
  );
}

/** The records about a topic whose name or alias is a row of the terms; and which terms those are. */
function topicsNamed(
  terms: readonly Term[],
  lookup: Lookup,
): ({ records: ReadonlySet<number>; phrase: boolean } | undefined)[] {
  const about: ({ records: ReadonlySet<number>; phrase: boolean } | undefined)[] = terms.map(
    () => undefined,
  );
  const phrases = new Map<string, ReadonlySet<number>>();
  for (const { name, aliases, slug, records } of lookup.topics) {
    for (const phrase of [slug, name, ...aliases]) phrases.set(foldPhrase(phrase), records);
  }
  for (let length = Math.min(4, terms.length); length > 0; length -= 1) {
    for (let start = 0; start + length <= terms.length; start += 1) {
      const row = terms.slice(start, start + length);
      const folded = foldPhrase(row.map(({ token }) => token).join(''));
      const records = phrases.get(folded) ?? phrases.get(folded.replace(/s$/, ''));
      if (records === undefined) continue;
      for (let index = start; index < start + length; index += 1) {
        about[index] ??= { records, phrase: length > 1 };
      }
    }
  }
  return about;
}

/** Finds and ranks. `literal` leaves every word as it was typed. */
export async function find(typed: string, literal: boolean, tools: FindTools): Promise<Found> {
  const { lookup, engine } = tools;
  const query = parseQuery(typed, lookup);
  const facts = {
    count: lookup.meetingOf.length,
    averageWords: lookup.averageWords,
  };
  const dateOf = (record: number): string =>
    (lookup.meetings[lookup.meetingOf[record] ?? 0] ?? '').slice(0, 10);
  const inRange = (record: number): boolean =>
    query.date === undefined ||
    (dateOf(record) >= query.date.range.from && dateOf(record) <= query.date.range.to);
  const everything = (keep: (record: number) => boolean): Finding[] =>
    Array.from({ length: facts.count }, (_, record) => record)
      .filter(keep)
      .map((record) => ({ record, score: 0, marks: new Map<number, number>() }));

  const { terms, phrases, without } = query;
  const excluded = new Set<number>();
  for (const phrase of without) {
    for (const record of await holding(phrase, engine)) excluded.add(record);
  }
  let required: Set<number> | undefined;
  for (const phrase of phrases) {
    const holders = new Set(await holding(phrase, engine, true));
    required =
      required === undefined ? holders : new Set([...required].filter((r) => holders.has(r)));
  }
  const allowed = (record: number): boolean =>
    !excluded.has(record) && (required === undefined || required.has(record));

  if (query.recording !== undefined) {
    const findings = everything((record) => lookup.meetingOf[record] === query.recording);
    return { query, findings, corrections: [], missing: [] };
  }
  const phraseTerms = phrases.map((phrase): RankedTerm & { words: string[] } => ({
    words: wordsOf(phrase),
    variants: [],
    quiet: false,
    open: false,
  }));
  if (terms.length === 0 && phrases.length === 0) {
    const onlyFilters = query.years.length + query.topics.length + without.length > 0;
    const findings =
      query.date === undefined
        ? everything((record) => onlyFilters && allowed(record)).reverse()
        : everything((record) => allowed(record) && inRange(record));
    return { query, findings, corrections: [], missing: [] };
  }

  // Words that say little stand nearly everywhere: in a large archive they would be most of what is loaded.
  const heedsQuiet = facts.count <= mostRecordsForQuiet;
  const loud = terms.filter(({ quiet }) => !quiet || heedsQuiet);
  const next = (index: number): Term | undefined => {
    const follower = terms[index + 1];
    return follower === undefined || follower.strict || terms[index]?.strict ? undefined : follower;
  };
  const joinedWords = terms.map((term, index) => {
    const follower = next(index);
    if (follower === undefined || (!heedsQuiet && (follower.quiet || term.quiet))) return undefined;
    const joins = /^(?:\p{L}{2,}|\d+)$/u.test(follower.word) && term.word.length > 1;
    return joins ? term.word + follower.word : undefined;
  });
  const wanted = new Set([
    ...loud.flatMap(({ word }) => lookup.splits.get(word) ?? []),
    ...loud.flatMap(({ word, parts }) => [word, ...parts]),
    ...joinedWords.flatMap((word) => word ?? []),
    ...phraseTerms.flatMap(({ words }) => words),
  ]);
  const words = [...wanted];
  const lists = await engine.find(words);
  const postings = new Map(words.map((word, index) => [word, lists[index]!]));
  const of = (word: string): Postings => postings.get(word) ?? new Map<number, never>();

  const corrections: Correction[] = [];
  const missing = new Set<string>();
  // What is said of an unknown topic is enough; of a number, a date or an operator on its way nothing can be said yet.
  const namesTopic = new Set(query.unknownTopics.flatMap(wordsOf));
  const isOnItsWay = /(?:^|\s)(?:#?\d[\d-]*|(?:year|topic):\S*)$/i.test(typed);
  const about = topicsNamed(terms, lookup);
  const ranked: RankedTerm[] = [];
  for (const [index, term] of terms.entries()) {
    const { word, parts, quiet, strict, token } = term;
    const variants: Variant[] = [];
    if (quiet && !heedsQuiet) {
      ranked.push({ variants, about: about[index]?.records, quiet, open: false });
      continue;
    }
    const last = index === terms.length - 1 && !/\s$/.test(typed);
    const known = engine.has(word);
    const numeric = /^\d+$/.test(word);
    let open = last && !numeric && !strict;
    if (strict || numeric) variants.push({ words: [exactly(of(word))], worth: 1 });
    else if (known) {
      variants.push({ words: [of(word)], worth: 1 });
      open &&= word.length > 2;
    } else if (engine.begins(word)) {
      variants.push({ words: [of(word)], worth: 1 });
      open = true;
    }
    if (parts.length > 0 && !strict) {
      const listed = parts.map(of);
      const all = parts.every((part) => engine.has(part) || (open && part === parts.at(-1)));
      if (all) variants.push({ words: listed, worth: worth.parts });
    }
    const split = strict ? undefined : lookup.splits.get(word);
    if (split !== undefined) variants.push({ words: split.map(of), worth: worth.joined });
    for (const joined of [joinedWords[index], joinedWords[index - 1]]) {
      if (joined !== undefined && engine.has(joined)) {
        variants.push({ words: [exactly(of(joined))], worth: worth.joined });
      }
    }
    const right = literal || strict ? undefined : engine.meant(word);
    if (right !== undefined) {
      variants.push({ words: await engine.find([right]), worth: worth.misspelt });
      corrections.push({ from: token, to: right });
    }
    if (variants.length === 0 && !strict && !numeric && !literal) {
      const corrected = correctWord(word, await tools.vocabulary(word));
      if (corrected !== undefined && corrected.join('') !== word) {
        corrections.push({ from: token, to: corrected.join(' ') });
      }
      if (corrected !== undefined) {
        const found = await engine.find(corrected);
        variants.push({ words: found, worth: worth.corrected });
        const joined = corrected.join(' ');
        const row = topicsNamed(
          corrected.map((part) => ({ token: part, word: part, parts: [], quiet: false })),
          lookup,
        );
        about[index] ??=
          row.every((set) => set !== undefined) && joined !== '' ? row[0] : undefined;
        open = false;
      } else {
        const kin = engine.beginning(word);
        if (kin !== undefined) {
          variants.push({ words: await engine.find([kin]), worth: worth.kin });
          corrections.push({ from: token, to: kin });
        }
      }
    }
    const isFound = variants.some(({ words: row }) => row.every(({ size }) => size > 0));
    const isSaid = namesTopic.has(word) || (last && isOnItsWay);
    if (!isFound && about[index] === undefined && !quiet && !strict && !isSaid) missing.add(token);
    ranked.push({
      variants,
      about: about[index]?.records,
      phrase: about[index]?.phrase,
      quiet,
      open,
      strict,
    });
  }
  for (const phrase of phraseTerms) {
    const row = phrase.words.map((word) => literally(of(word)));
    ranked.push({ ...phrase, variants: [{ words: row, worth: 1 }] });
  }
  const findings = rankRecords(ranked, facts, allowed);
  if (query.date !== undefined) {
    for (const finding of findings) if (inRange(finding.record)) finding.score *= inTime;
    findings.sort((a, b) => b.score - a.score || b.record - a.record);
  }
  // What answers far less of the query than the best is noise at the end of the list.
  const least = (findings[0]?.score ?? 0) * 0.04;
  return {
    query,
    findings: findings.filter(({ score }) => score >= least),
    corrections,
    missing: [...missing],
  };
}

const wordsOf = (phrase: string): string[] =>
  phrase
    .split(/\s+/)
    .flatMap((token) => (engineWord(token).includes('_') ? partsOf(token) : [engineWord(token)]))
    .filter((word) => word !== '');

/** Records that hold words in a row; a single word, if not meant to the letter, in any of its forms. */
async function holding(
  phrase: string,
  engine: Engine,
  toTheLetter = wordsOf(phrase).length > 1,
): Promise<number[]> {
  const words = wordsOf(phrase);
  const found = await engine.find(words);
  const [first, ...others] = found.map(toTheLetter ? literally : exactly);
  if (first === undefined) return [];
  return [...first].flatMap(([record, { places }]) => {
    let ends = places.map(({ at }) => at);
    for (const next of others) {
      const spots = (next.get(record)?.places ?? []).map(({ at }) => at);
      ends = spots.filter((at) => ends.includes(at - 1) || ends.includes(at));
    }
    return ends.length > 0 ? [record] : [];
  });
}
