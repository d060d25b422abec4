import { mendMonths } from '../archive/dates/date-query.ts';
import type { Engine, Postings } from './engine.ts';
import type { Lookup } from './lookup.ts';
import { isWithin } from './named-time.ts';
import { topicsNamed } from './named-topics.ts';
import { exactly, holding, literally, phraseWords } from './phrase.ts';
import { type Term, tokensOf } from './query-term.ts';
import { type Query, parseQuery } from './query.ts';
import { type Finding, type RankedTerm, rankRecords } from './rank.ts';
import { byMeeting } from './record-order.ts';
import { seekParts } from './seek-parts.ts';
import { type Correction, type FindTools, type Sought, seek } from './seek.ts';
import { engineWord } from './words.ts';

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
/** What it multiplies to stand in the time that the query names among other words, or to speak of it. */
const inTime = { met: 2.6, said: 1.8 };
/** How many words apart those of a time may stand: `January 27-29, 2015` speaks of January 2015. */
const timeReach = 4;
/** What answers less of a query than this share of the best is noise at the end of the list. */
const leastShare = 0.04;

/** What of a query the names of those present must answer, so that their meeting is found by them. */
const leastOfNames = 0.6;

type Keep = (record: number) => boolean;

/** Whether a record holds every phrase of a query, and nothing that it is to be without. */
async function phraseFilter({ phrases, without }: Query, engine: Engine): Promise<Keep> {
  const excluded = new Set<number>();
  for (const phrase of without) {
    for (const record of await holding(phrase, engine)) excluded.add(record);
  }
  let required: Set<number> | undefined;
  for (const phrase of phrases) {
    const holders = new Set(await holding(phrase, engine, true));
    required = new Set([...(required ?? holders)].filter((record) => holders.has(record)));
  }
  return (record) => !excluded.has(record) && (required === undefined || required.has(record));
}

/** Whether a record is of the time that a query names, if it names one. */
function timeFilter({ date }: Query, { meetings, meetingOf }: Lookup): Keep {
  if (date === undefined) return () => true;
  return (record) => isWithin(meetings[meetingOf[record] ?? 0] ?? '', date.range);
}

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

/** Where records speak of a time, by its words as they are typed. */
async function placesOfTime(typed: string, engine: Engine): Promise<Map<number, number[]>> {
  const words = tokensOf(mendMonths(typed)).map(engineWord);
  const lists = await engine.find(words.filter((word) => word !== 'of'));
  const [first, ...others] = lists.map(exactly);
  const said = new Map<number, number[]>();
  for (const [record, { places }] of first ?? []) {
    const spots = places.flatMap(({ at }) => {
      const beside = others.flatMap((other) => {
        const near = other.get(record)?.places.find((one) => Math.abs(one.at - at) <= timeReach);
        return near?.at ?? [];
      });
      return beside.length === others.length ? [at, ...beside] : [];
    });
    if (spots.length > 0) said.set(record, spots);
  }
  return said;
}

/** The sections that are kept, in the order of the archive. */
const everything = ({ meetingOf, attendance }: Lookup, keep: Keep): Finding[] =>
  Array.from(meetingOf, (_, record) => record)
    .filter((record) => !attendance.has(record) && keep(record))
    .map((record) => ({ record, score: 0, marks: new Map<number, number>() }));

/** The sections of meetings, one meeting after the other. */
const recordsOf = (places: readonly number[], lookup: Lookup): Finding[] =>
  places.flatMap((place) => everything(lookup, (record) => lookup.meetingOf[record] === place));

/** What answers a query without words: all that its filters leave, of a date in order, else the newest meeting first. */
function findByFilters(
  { date, years, topics, without }: Query,
  lookup: Lookup,
  isAllowed: Keep,
  isInTime: Keep,
): Finding[] {
  if (date !== undefined) {
    return everything(lookup, (record) => isAllowed(record) && isInTime(record));
  }
  const hasFilters = years.length + topics.length + without.length > 0;
  return hasFilters ? everything(lookup, isAllowed).sort(byMeeting('newest', lookup)) : [];
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
  const heeded = terms.filter(isHeeded);
  const of = await loadPostings(
    [
      ...heeded.flatMap(({ word }) => lookup.splits.get(word) ?? []),
      ...heeded.flatMap(({ word, parts }) => [word, ...parts]),
      ...heeded.flatMap(({ series, number }) => series ?? number ?? []),
      ...heeded.flatMap(({ version }) =>
        version === undefined ? [] : [version.lettered, ...version.patches],
      ),
      ...joined.flatMap((word) => word ?? []),
      ...phrases.flat().map(({ word }) => word),
    ],
    engine,
  );

  const topics = topicsNamed(
    terms.map(({ token }) => token),
    lookup,
  );
  const found: { term: Term; one: Sought }[] = [];
  for (const [index, term] of terms.entries()) {
    const topic = topics[index];
    if (!isHeeded(term)) {
      const ranked = { variants: [], about: topic?.records, quiet: true, open: false };
      found.push({ term, one: { ranked, isFound: false } });
      continue;
    }
    const isLast = index === terms.length - 1 && !/\s$/.test(typed);
    const pairs = [joined[index], joined[index - 1]].filter((pair) => pair !== undefined);
    const one = await seek({ term, isLast, joined: pairs, topic }, of, literal, tools);
    const isNowhere = !one.isFound && topic === undefined && !literal;
    const parts = isNowhere ? await seekParts({ term, isLast }, of, tools) : [];
    found.push(...(parts.length > 0 ? parts : [{ term, one }]));
  }
  const sought = found.map(({ one }) => one);
  const ranked = [
    ...sought.map((one) => one.ranked),
    ...phrases.map((phrase): RankedTerm => {
      const words = phrase.map(({ word }) => literally(of(word)));
      const gaps = phrase.map(({ signs }) => signs);
      return { variants: [{ words, gaps, worth: 1 }], quiet: false, open: false };
    }),
  ];
  const findings = rankRecords(ranked, facts, isAllowed).flatMap((finding) => {
    if (!lookup.attendance.has(finding.record)) return [finding];
    // Neither how long a list of names is matters, nor how they are written: the newest comes first.
    const score = Math.round(finding.coverage * 4) / 4;
    return finding.coverage < leastOfNames ? [] : [{ ...finding, score }];
  });
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
    const said = await placesOfTime(date.typed ?? '', engine);
    const isMet = findings.some(({ record }) => isInTime(record) || said.has(record));
    if (!isMet) found.missedTime = date.typed;
    for (const finding of findings) {
      const places = said.get(finding.record);
      finding.score *= isInTime(finding.record) ? inTime.met : places ? inTime.said : 1;
      for (const at of places ?? []) finding.marks.set(at, 1);
    }
    findings.sort((a, b) => b.score - a.score || b.record - a.record);
  }
  // Below what was said by somebody, or of them, come the meetings in which they were present.
  const present = findings
    .filter(({ record }) => lookup.attendance.has(record))
    .sort((a, b) => b.score - a.score || b.record - a.record);
  const sections = findings.filter(({ record }) => !lookup.attendance.has(record));
  const least = (sections[0]?.score ?? 0) * leastShare;
  const answers = sections.filter(({ score }) => score >= least);
  return { query, ...found, findings: [...answers, ...present] };
}
