import { mendMonths } from '../archive/dates/date-query.ts';
import type { Engine, Postings } from './engine.ts';
import type { Lookup } from './lookup.ts';
import type { RankedTerm } from './match.ts';
import { topicsNamed } from './named-topics.ts';
import { type PhraseWord, literally, phraseWords } from './phrase.ts';
import { judgeNames, partPresent } from './present.ts';
import type { Term } from './query-term.ts';
import { type Query, parseQuery } from './query.ts';
import { type Finding, rankRecords } from './rank.ts';
import { type Keep, findByFilters, phraseFilter, recordsOf, timeFilter } from './record-filter.ts';
import { seekParts } from './seek-parts.ts';
import { type Correction, type FindTools, type Sought, type SoughtTerm, seek } from './seek.ts';
import { liftByTime } from './spoken-time.ts';

/** What a query finds, before filters. */
export interface Found {
  query: Query;
  /** Best first; of a date, in the order of the archive. */
  findings: Finding[];
  /** None where nothing is found by them either. */
  corrections: Correction[];
  /** Words, as typed, that are found in no spelling. */
  missing: string[];
  /** The time that is named beside words, as typed, where nothing that was found is of it or speaks of it. */
  missedTime?: string | undefined;
}

/** Records up to which the small words of a question are looked up. */
const mostRecordsForQuiet = 4_000;
/** What answers less of a query than this share of the best is noise at the end of the list. */
const leastShare = 0.04;

/** For each term the word that it makes with the next one, where both may be one: `work around`. */
function joinedWords(terms: readonly Term[], heedsQuiet: boolean): (string | undefined)[] {
  return terms.map((term, index) => {
    const next = terms[index + 1];
    if (next === undefined || next.strict || term.strict) return undefined;
    if (!heedsQuiet && (next.quiet || term.quiet)) return undefined;
    const joins = /^(?:\p{L}{2,}|\d+)$/u.test(next.word) && term.word.length > 1;
    return joins ? term.word + next.word : undefined;
  });
}

/** Loads the postings of words, all at once, and gives them by word. */
async function loadPostings(
  words: readonly string[],
  engine: Engine,
): Promise<(word: string) => Postings> {
  const wanted = [...new Set(words)];
  const lists = await engine.find(wanted);
  const postings = new Map(wanted.map((word, index) => [word, lists[index]!]));
  return (word) => postings.get(word) ?? new Map<number, never>();
}

/** Of the words that nothing was found for, those to be told. */
function missingWords(typed: string, query: Query, sought: readonly Sought[]): string[] {
  // What is said of an unknown topic is enough; of a number, a date or an operator on its way nothing can be said yet.
  const namesTopic = new Set(query.unknownTopics.flatMap(phraseWords).map(({ word }) => word));
  const [onItsWay = ''] = /(?<=^|\s)(?:#?\d[\d-]*|(?:year|topic):\S*)$/i.exec(typed) ?? [];
  const missing = query.terms.filter(({ token, word, quiet, strict }, index) => {
    const one = sought[index];
    if (one === undefined || one.isFound || one.ranked.about !== undefined) return false;
    const isLast = index === query.terms.length - 1;
    const isSaid = namesTopic.has(word) || (isLast && onItsWay.includes(token));
    return !quiet && !strict && !isSaid;
  });
  return [...new Set(missing.map(({ token }) => token))];
}

/** The words whose postings are needed to find terms and phrases. */
const wordsToLoad = (
  terms: readonly Term[],
  joined: readonly (string | undefined)[],
  phrases: readonly (readonly PhraseWord[])[],
  { splits }: Lookup,
): string[] =>
  [
    ...terms.flatMap(({ word, parts, series, number, version }) => [
      word,
      ...parts,
      ...(splits.get(word) ?? []),
      series ?? number,
      version?.lettered,
      ...(version?.patches ?? []),
    ]),
    ...joined,
    ...phrases.flat().map(({ word }) => word),
  ].filter((word) => word !== undefined);

/** A phrase as a term that is found by its words in a row. */
function phraseTerm(phrase: readonly PhraseWord[], of: (word: string) => Postings): RankedTerm {
  const words = phrase.map(({ word }) => literally(of(word)));
  const gaps = phrase.map(({ signs }) => signs);
  return { variants: [{ words, gaps, worth: 1 }], quiet: false, open: false };
}

/** What answers the words of a query, best first. */
async function findByWords(
  typed: string,
  query: Query,
  literal: boolean,
  isAllowed: Keep,
  tools: FindTools,
): Promise<Omit<Found, 'query'>> {
  const { lookup, engine } = tools;
  const { terms } = query;
  const facts = { count: lookup.meetingOf.length, averageWords: lookup.averageWords };
  // Words that say little stand nearly everywhere: in a large archive they would be most of what is loaded.
  const heedsQuiet = facts.count <= mostRecordsForQuiet;
  const isHeeded = ({ quiet }: Term): boolean => !quiet || heedsQuiet;
  const joined = joinedWords(terms, heedsQuiet);
  const phrases = query.phrases.map(phraseWords);
  const of = await loadPostings(
    wordsToLoad(terms.filter(isHeeded), joined, phrases, lookup),
    engine,
  );

  const topics = topicsNamed(
    terms.map(({ token }) => token),
    lookup,
  );
  const found: SoughtTerm[] = [];
  for (const [index, term] of terms.entries()) {
    const topic = topics[index];
    if (!isHeeded(term)) {
      const ranked = { variants: [], about: topic?.records, quiet: true, open: false };
      found.push({ term, one: { ranked, isFound: false } });
      continue;
    }
    const isLast = index === terms.length - 1 && !/\s$/.test(typed);
    const pairs = [joined[index], joined[index - 1]].filter((pair) => pair !== undefined);
    const place = { term, isLast, joined: pairs, topic };
    const one = await seek(place, of, literal, tools);
    const isNowhere = !one.isFound && topic === undefined && !literal;
    const parts = isNowhere ? await seekParts(place, of, tools) : [];
    found.push(...(parts.length > 0 ? parts : [{ term, one }]));
  }
  const sought = found.map(({ one }) => one);
  const ranked = [
    ...sought.map((one) => one.ranked),
    ...phrases.map((phrase) => phraseTerm(phrase, of)),
  ];
  const findings = judgeNames(rankRecords(ranked, facts, isAllowed), lookup);
  return {
    findings,
    corrections: findings.length > 0 ? sought.flatMap(({ correction }) => correction ?? []) : [],
    missing: missingWords(typed, { ...query, terms: found.map(({ term }) => term) }, sought),
  };
}

/** Finds and ranks. `literal` leaves every word as it was typed. */
export async function find(typed: string, literal: boolean, tools: FindTools): Promise<Found> {
  const { lookup, engine } = tools;
  const query = parseQuery(typed, lookup);
  const { terms, phrases, recording, places, date } = query;
  const unranked = (findings: Finding[]): Found => {
    return { query, findings, corrections: [], missing: [] };
  };
  if (recording !== undefined) return unranked(recordsOf([recording], lookup));
  const isAllowed = await phraseFilter(query, engine);
  if (places !== undefined) {
    return unranked(recordsOf(places, lookup).filter(({ record }) => isAllowed(record)));
  }
  const isInTime = timeFilter(query, lookup);
  if (terms.length === 0 && phrases.length === 0) {
    return unranked(findByFilters(query, lookup, isAllowed, isInTime));
  }
  const found = await findByWords(typed, query, literal, isAllowed, tools);
  const { findings } = found;
  if (date !== undefined) {
    // Of `yesteryear 2020` the time is what can be answered.
    if (findings.length === 0) {
      const inItsTime = findByFilters(query, lookup, isAllowed, isInTime);
      // Notes may well say `Oktober`; only what none of them says is looked for as it should be spelled.
      const mended = mendMonths(typed);
      if (inItsTime.length === 0 && date.whole && !literal && mended !== typed) {
        return await find(mended, literal, tools);
      }
      return { query, ...found, findings: inItsTime };
    }
    const isMet = await liftByTime(findings, date.typed ?? '', isInTime, engine);
    if (!isMet) found.missedTime = date.typed;
  }
  // Below what was said by somebody, or of them, come the meetings in which they were present.
  const { sections, present } = partPresent(findings, lookup);
  const least = (sections[0]?.score ?? 0) * leastShare;
  const answers = sections.filter(({ score }) => score >= least);
  return { query, ...found, findings: [...answers, ...present] };
}
