import type { DateRange } from '../archive/dates/date-query.ts';
import type { OutcomeKind } from '../archive/meeting.ts';
import { parseRecording } from '../archive/note/recording.ts';
import type { ParsedReference } from '../archive/references/reference.ts';
import type { Lookup, LookupRepository } from './lookup.ts';
import { findOutcomes, findRepository } from './named-pages.ts';
import {
  findReferences,
  findUndiscussed,
  referenceTerm,
  takeReferences,
} from './named-references.ts';
import { dateOfAddress, findEnd, findTime, findYearly, isSmall, isWithin } from './named-time.ts';
import { readOperators } from './operators.ts';
import { type Term, termOf, tokensOf } from './query-term.ts';

/** A query as it is understood. */
export interface Query {
  terms: Term[];
  /** Each a row of words to be found as it is typed. */
  phrases: string[];
  /** Words that a result must not hold. */
  without: string[];
  years: number[];
  /** Slugs. */
  topics: string[];
  /** What `topic:` was said of and no topic is called, as typed. */
  unknownTopics: string[];
  /**
   * A day, month, quarter or year that is named, as typed where it stands among words; `whole` if nothing else is
   * named. Of an address, what stands behind its `#`.
   */
  date?: { range: DateRange; whole: boolean; typed?: string; anchor?: string };
  /** Places of the meetings that all of it names: those on a day without its year, the newest first, or the latest. */
  places?: number[];
  /** References that are named and have a page; `whole` if nothing else is. */
  references: { key: string; whole: boolean }[];
  /** The reference that all of it names, in so many words, and that has no page. */
  undiscussed?: ParsedReference;
  /** The repository that all of it names. */
  repository?: LookupRepository;
  /** The list of what notes mark that all of it names, where there is one. */
  outcomes?: OutcomeKind;
  /** Place of the meeting whose recording is named. */
  recording?: number;
}

/** Whether there is anything to find: of a first `#`, quote or minus nothing can be said but what may follow. */
export const saysSomething = (typed: string): boolean => /[\p{L}\p{N}]/u.test(typed);

/** Whether a query says anything but filters. */
export const asksForWords = ({ terms, phrases, without }: Query): boolean =>
  terms.length + phrases.length + without.length > 0;

/**
 * What is heeded of a text that was pasted whole: each term is looked for in each section, and the first ones say
 * where it stands.
 */
const mostTyped = 2_000;
const mostTerms = 60;

/** What may be asked of a thing, right before it is named: `the status of …`, `any plans for …`. */
const ASKED =
  /^(?:conclusion|decision|detail|discussion|help|history|latest|meeting|news|note|opinion|plan|problem|progress|question|state|status|summary|update)s?$/i;
const OF = /^(?:about|for|of|on|where|with)$/i;

/** A link in Markdown, as the Cite box makes it, and nothing else. */
const MARKDOWN_LINK = /^\s*!?\[(?<text>.*)\]\(<?(?<address>[^\s<>]+?)>?\)[.,;:]?\s*$/s;

/** What a query names outright: what its address leads to, where it is one. */
const namesPage = ({ references, date, recording, repository }: Query): boolean =>
  references.length > 0 || [date, recording, repository].some((named) => named !== undefined);

/**
 * Understands what was typed; of a link in Markdown that is its address, or else its text. Operators (`"a phrase"`,
 * `year:2020`, `topic:packaging`, `-word`) are taken out first; one that is not written whole, or names no known topic,
 * is a word like any other. Then references, dates and recordings; what remains are terms.
 */
export function parseQuery(typed: string, lookup: Lookup): Query {
  const { text, address } = MARKDOWN_LINK.exec(typed.slice(0, mostTyped))?.groups ?? {};
  if (text !== undefined && address !== undefined) {
    const led = parseQuery(address.replace(/\\(?=[()])/g, ''), lookup);
    return namesPage(led) ? led : parseQuery(text, lookup);
  }
  const { rest: raw, ...operators } = readOperators(typed.slice(0, mostTyped), lookup);
  const query: Query = { terms: [], ...operators, references: [] };
  const { without, phrases, years, topics } = query;
  if (raw === '' && without.length > 0 && phrases.length + years.length + topics.length === 0) {
    // Nothing but `-word` finds nothing: then it was meant as a word.
    return { ...query, without: [], terms: without.map(termOf) };
  }
  const whole = readWhole(raw, lookup);
  return whole === undefined ? readParts(raw, query, lookup) : { ...query, ...whole };
}

/** What all of a text names and nothing else does. */
function readWhole(raw: string, lookup: Lookup): Partial<Query> | undefined {
  const recording = parseRecording(raw)?.id ?? (/^[\w-]{11}$/.test(raw) ? raw : undefined);
  if (recording !== undefined && Object.hasOwn(lookup.recordings, recording)) {
    return { recording: lookup.recordings[recording]! };
  }
  const end = findEnd(raw, lookup);
  if (end !== undefined) return { places: [end] };
  const date = dateOfAddress(raw, lookup);
  if (date !== undefined) return { date };
  const found = findReferences(raw, lookup);
  if (found === undefined) return undefined;
  const undiscussed = findUndiscussed(raw, lookup);
  return {
    terms: [found.term],
    references: found.keys.map((key) => ({ key, whole: true })),
    ...(undiscussed && { undiscussed }),
  };
}

/** Adds to a query what a text names beside other things, and its terms. */
function readParts(raw: string, query: Query, lookup: Lookup): Query {
  const undiscussed = findUndiscussed(raw, lookup);
  if (undiscussed !== undefined) query.undiscussed = undiscussed;
  const repository = findRepository(raw, lookup);
  if (repository !== undefined) query.repository = repository;
  const outcomes = findOutcomes(raw, lookup);
  if (outcomes !== undefined) query.outcomes = outcomes;
  const named = takeReferences(raw.split(/\s+/).filter(Boolean), lookup);
  let tokens = named.rest;
  for (const key of new Set(named.keys.slice(0, mostTerms))) {
    query.references.push({ key, whole: false });
    query.terms.push(referenceTerm(key, lookup));
  }
  const dated = findTime(tokens, lookup);
  const isAlone = query.terms.length + query.phrases.length === 0;
  if (dated !== undefined) {
    const asTyped = tokens.splice(dated.start, dated.end - dated.start);
    tokens = tokens.filter(
      (token) => !/^(?:in|on|of|from|at|during|since|the)$/i.test(token) || tokens.length > 3,
    );
    const alone = tokensOf(tokens.join(' ')).every(isSmall) && isAlone;
    query.date = { range: dated.value, whole: alone, typed: asTyped.join(' ') };
    if (alone) {
      const isMet = lookup.meetings.some((id) => isWithin(id, dated.value));
      return isMet ? query : { ...query, phrases: tokensOf(asTyped.join(' ')) };
    }
  } else if (isAlone) {
    const places = findYearly(tokens, lookup);
    if (places.length > 0) return { ...query, places };
  }
  const room = mostTerms - query.terms.length;
  const words = tokensOf(tokens.join(' ')).slice(0, room);
  query.terms.push(
    ...words.map((token, place) => {
      const term = termOf(token);
      return ASKED.test(token) && OF.test(words[place + 1] ?? '') ? { ...term, quiet: true } : term;
    }),
  );
  if (query.terms.every(({ quiet }) => quiet)) {
    query.terms = query.terms.map((term) => ({ ...term, quiet: false }));
  }
  return query;
}
