import { findDates } from '../archive/dates/date-in-text.ts';
import { type DateRange, parseDateQuery, parseDayOfYear } from '../archive/dates/date-query.ts';
import { parseRecording } from '../archive/note/recording.ts';
import { resolveKnown } from '../archive/references/known-repository.ts';
import { parseReference } from '../archive/references/reference-query.ts';
import {
  type ParsedReference,
  isSameRepository,
  referenceKey,
  referenceLabel,
} from '../archive/references/reference.ts';
import { breakWords } from '../archive/text/word-break.ts';
import { type Lookup, type LookupRepository, referenceOf } from './lookup.ts';
import { engineWord, partsOf, quietWords } from './words.ts';

/** One thing to find: a word as typed, or an identifier with its parts. */
export interface Term {
  /** As typed. */
  token: string;
  /** As the index holds it. */
  word: string;
  /** Parts of an identifier, if it has several. */
  parts: string[];
  /** Says little: counts only where something else is found too. */
  quiet: boolean;
  /** The label of a reference: no longer word will do, and no part of one. */
  strict?: boolean;
  /** Of such a label the number, which alone may stand in the text. */
  number?: string;
  /** Of a version as it is written: the same with a `v`, and of a series such as `4.5` those that it holds. */
  version?: { lettered: string; patches: string[] };
  /** Of a bare number what the versions begin with that have it for their first: `5.`, of 5.0 and 5.0.1. */
  series?: string;
  /** It is copied rather than typed, so that no word is meant by it that only begins so or is spelled alike. */
  isAddress?: boolean;
}

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
  /** A day, month, quarter or year that is named; `whole` if nothing else is. Of an address, what stands behind its `#`. */
  date?: { range: DateRange; whole: boolean; anchor?: string };
  /** Places of the meetings that all of it names: those on a day without its year, the newest first, or the latest. */
  places?: number[];
  /** References that are named and have a page; `whole` if nothing else is. */
  references: { key: string; whole: boolean }[];
  /** The reference that all of it names, in so many words, and that has no page. */
  undiscussed?: ParsedReference;
  /** The repository that all of it names. */
  repository?: LookupRepository;
  /** The list of what notes mark that all of it names, where there is one. */
  outcomes?: 'decisions' | 'actions';
  /** Place of the meeting whose recording is named. */
  recording?: number;
}

const OPERATOR =
  /(?<=^|\s)(?:(?<year>year:(?<digits>\d{4}))|topic:(?:"(?<quoted>[^"]+)"|(?<topic>[^\s"]+))|-(?<without>[\p{L}\p{N}][^\s"]*)|-?"(?<phrase>[^"]+)")(?=\s|$)/giu;

/** Whether there is anything to find: of a first `#`, quote or minus nothing can be said but what may follow. */
export const saysSomething = (typed: string): boolean => /[\p{L}\p{N}]/u.test(typed);

/** Whether a query says anything but filters. */
export const asksForWords = ({ terms, phrases, without }: Query): boolean =>
  terms.length + phrases.length + without.length > 0;

/** Words as typed, without the punctuation of a sentence around them. */
function tokensOf(text: string): string[] {
  return (
    text
      .split(/\s+/)
      .flatMap(breakWords)
      .map((token) => token.replace(/^[^\p{L}\p{N}_#@]+|[^\p{L}\p{N}_+#]+$/gu, ''))
      // Emphasis, not a part of an identifier.
      .map((token) => token.replace(/^_+([^_]+)_+$/, '$1'))
      .filter((token) => engineWord(token) !== '')
  );
}

/** What every address begins with; notes are indexed without it. */
const SCHEME = /^(?:(?:https?|ftp):\/\/(?:www\.)?|www\.(?=[\w-]+\.))/i;

/** What one word of a query, or one identifier, is looked for by. */
export function termOf(token: string): Term {
  const address = token.replace(SCHEME, '');
  if (address !== token) {
    return { ...termOf(address), token, isAddress: true };
  }
  const version = /^v?(\d+\.\d+)(\.\d+){0,2}$/i.exec(token);
  if (version !== null) {
    const digits = token.replace(/^v/i, '');
    const word = engineWord(digits);
    // The index has no parts of a single letter: what stands with those is something else.
    const parts = partsOf(digits);
    const areIndexed = parts.every(({ length }) => length > 1);
    const patches =
      version[2] === undefined ? [...'0123456789'].map((last) => `${word}.${last}`) : [];
    const lettered = engineWord(`v${digits}`);
    return {
      ...{ token, word, quiet: false },
      ...{ parts: areIndexed ? parts : [], version: { lettered, patches } },
    };
  }
  const word = engineWord(token);
  const series = /^\d{1,2}$/.test(token) ? `${token}.` : undefined;
  const numbered = /^(\p{L}{2,})(\d+)$/u.exec(token);
  const parts = numbered === null ? partsOf(token) : numbered.slice(1).map(engineWord);
  return {
    token,
    word,
    parts: parts.length > 1 ? parts : [],
    ...(series !== undefined && { series }),
    quiet: quietWords.has(word.replace(/^(what|who|how|where|when|that|it|there)s$/, '$1')),
  };
}

function referenceTerm(key: string, lookup: Lookup): Term {
  const reference = referenceOf(key, lookup);
  const token = referenceLabel(reference, lookup.context.home);
  const number = String(reference.number);
  return { token, word: engineWord(token), number, parts: [], quiet: false, strict: true };
}

/** Folded so that `Code signing`, `code-signing` and `codesigning` are one. */
export const foldPhrase = (text: string): string =>
  text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function findTopic(name: string, lookup: Lookup): string | undefined {
  const folded = foldPhrase(name);
  const named = (phrases: readonly string[]): boolean =>
    phrases.some((phrase) => foldPhrase(phrase) === folded);
  return (
    lookup.topics.find(({ slug, name: called }) => named([slug, called])) ??
    lookup.topics.find(({ aliases }) => named(aliases))
  )?.slug;
}

/** Whether a meeting is of a time. */
export const isWithin = (id: string, { from, to }: DateRange): boolean =>
  id.slice(0, 10) >= from && id.slice(0, 10) <= to;

/** Whether people met on a day. */
const isMetOn = (day: string, { meetings }: Lookup): boolean =>
  meetings.some((id) => id.startsWith(day));

/**
 * The meeting that an address names by its day: that of a note where it was before, or of a page of ours.
 * Sections have the anchors that they have on GitHub.
 */
function dateOfAddress(address: string, lookup: Lookup): Query['date'] {
  if (!(SCHEME.test(address) || address.startsWith('/')) || /\s/.test(address)) return undefined;
  const [path = '', anchor = ''] = address.split('#');
  const named = findDates(path).find(({ date }) => isMetOn(date, lookup));
  if (named === undefined) return undefined;
  const range: DateRange = { from: named.date, to: named.date, precision: 'day' };
  const isLine = /^(?:L\d.*)?$/.test(anchor);
  return { range, whole: true, ...(!isLine && { anchor }) };
}

/** A repository by its bare name, its full one or its address on GitHub, also that of one of its lists, however filtered. */
const REPOSITORY =
  /^(?:(?:https?:\/\/)?(?:www\.)?github\.com\/(?=[^/]+\/[^/]))?([^\s?#]+?)(?:\.git)?(?:\/(?:issues|pulls)?)?(?:[?#]\S*)?$/i;

/** A page of a reference, below whatever host and path the site stands, in the form of GitHub's own. */
const PAGE_OF_REFERENCE =
  /^(?:https?:\/\/[^/\s?#]+)?\/(?:[^\s?#]*\/)?([\w-]+)\/([\w.-]+)\/(?:pull|issues)\/(\d{1,10})(?:[/?#]\S*)?$/i;

/** A number without its repository, in the forms that people type. */
const BARE_NUMBER = /^(?:#|prs?|pulls?|pull[ -]?requests?|issues?|gh)[\s#:/-]*(\d+)[?!.,;:]?$/i;

/** A name and a number, as `RFC 12` and `rfc#12` are said of what is `rfcs#12`. */
const SINGULAR = /^(\p{L}[\w-]*?)[\s#]*(\d+)$/u;

/** Keys of the references with a page that a text names: one, or of a number that home has none of all that have it. */
function findKeys(text: string, { context, references }: Lookup): string[] {
  if (!/\d/.test(text)) return [];
  const page = text.replace(PAGE_OF_REFERENCE, '$1/$2#$3');
  for (const reading of [text, page, text.replace(SINGULAR, '$1s#$2')]) {
    const found = parseReference(reading, context);
    const key = found && referenceKey(found.reference);
    if (key !== undefined && references.has(key)) return [key];
  }
  const [, digits] = BARE_NUMBER.exec(text) ?? [];
  return digits === undefined
    ? []
    : [...references.keys()].filter((key) => key.endsWith(`#${digits}`));
}

/** The repository with a page that a text names by itself. */
function findRepository(text: string, { context, repositories }: Lookup) {
  const [, name = ''] = REPOSITORY.exec(text) ?? [];
  const known = resolveKnown(name, context);
  return known && repositories.find((one) => isSameRepository(one, known));
}

/** What people say around a date without asking for more than its meeting. */
const MEETING = /^(?:meetings?|notes?|minutes|office|hours|call)$/i;
const isSmall = (token: string): boolean =>
  MEETING.test(token) || quietWords.has(engineWord(token));

/**
 * Places of the meetings on the day that tokens name without its year, the newest first; none where they say more.
 * Behind `May 4` even small words say more: `may 4 be with you`.
 */
function findYearly(tokens: readonly string[], { meetings }: Lookup): number[] {
  const named = findStretch(tokens, 4, (text) => parseDayOfYear(text.replace(/[?!.,;]+$/, '')));
  if (named === undefined) return [];
  const { value, start, end } = named;
  const before = tokensOf(tokens.slice(0, start).join(' '));
  const behind = tokensOf(tokens.slice(end).join(' '));
  if (!before.every(isSmall) || !behind.every((token) => MEETING.test(token))) return [];
  return meetings.flatMap((id, place) => (id.slice(5, 10) === value ? [place] : [])).reverse();
}

const DECISIONS = /^(?:all )?decisions?$/i;
const ACTIONS = /^(?:all |open )?(?:actions|action items?|to-?dos?)$/i;

/** The list of decisions or action items that a text names by itself, where notes mark any. */
function findOutcomes(text: string, { outcomes }: Lookup): Query['outcomes'] {
  if (DECISIONS.test(text) && outcomes.decisions > 0) return 'decisions';
  return ACTIONS.test(text) && outcomes.actions > 0 ? 'actions' : undefined;
}

/** What asks for the latest meeting and nothing else. */
const LATEST =
  /^(?:the\s+)?(?:latest|last|newest|(?:most\s+)?recent)\s+(?:meeting|notes|minutes|meeting\s+notes|office\s+hours|call)[?.!]?$/i;

/** A stretch of tokens that is one thing, at [start, end). */
interface Stretch<T> {
  value: T;
  start: number;
  end: number;
}

/** The longest stretch of tokens that reads as something; the first of several. */
function findStretch<T>(
  tokens: readonly string[],
  longest: number,
  read: (text: string, start: number, end: number) => T | undefined,
): Stretch<T> | undefined {
  for (let length = Math.min(longest, tokens.length); length > 0; length -= 1) {
    for (let start = 0; start + length <= tokens.length; start += 1) {
      const end = start + length;
      const value = read(tokens.slice(start, end).join(' '), start, end);
      if (value !== undefined) return { value, start, end };
    }
  }
  return undefined;
}

/** All stretches of tokens that read as something, the longest first, and the tokens that are left. */
function takeStretches<T>(
  tokens: readonly string[],
  longest: number,
  read: (text: string) => T | undefined,
): { values: T[]; rest: string[] } {
  const rest = [...tokens];
  const values: T[] = [];
  for (let length = longest; length > 0; length -= 1) {
    for (let start = 0; start + length <= rest.length;) {
      const value = read(rest.slice(start, start + length).join(' '));
      if (value === undefined) start += 1;
      else {
        values.push(value);
        rest.splice(start, length);
      }
    }
  }
  return { values, rest };
}

/** Whether a bare number is rather a year than a reference. */
const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text);

const MARKED = /#\s*\d|\/\d|\b(?:prs?|pulls?|issues?|gh|pull requests?)[\s#:/-]*\d/i;

/** What was typed with the quotes and the minus of operators as they stand on a keyboard; phones type others. */
export const plainMarks = (typed: string): string =>
  typed.replace(/[“”„‟«»]/g, '"').replace(/(?<=^|\s)[–—−](?=[\p{L}\p{N}"])/gu, '-');

/**
 * What is heeded of a text that was pasted whole: each term is looked for in each section, and the first ones say
 * where it stands.
 */
const mostTyped = 2_000;
const mostTerms = 60;

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
  const query: Query = {
    terms: [],
    phrases: [],
    without: [],
    years: [],
    topics: [],
    unknownTopics: [],
    references: [],
  };
  const rest = plainMarks(typed.slice(0, mostTyped)).replace(
    OPERATOR,
    (match: string, ...args: unknown[]) => {
      const groups = args.at(-1) as Partial<Record<string, string>>;
      const { digits, quoted, topic, without, phrase } = groups;
      if (digits !== undefined) query.years.push(Number(digits));
      else if (without !== undefined) query.without.push(without);
      else if (phrase !== undefined) {
        (match.startsWith('-') ? query.without : query.phrases).push(phrase);
      } else {
        const name = quoted ?? topic ?? '';
        const slug = findTopic(name, lookup);
        if (slug === undefined) {
          query.unknownTopics.push(name);
          return match.replace(/^topic:/i, '');
        }
        query.topics.push(slug);
      }
      return ' ';
    },
  );
  const raw = rest.trim();
  if (raw === '' && query.without.length > 0 && query.phrases.length === 0) {
    // Nothing but `-word` finds nothing: then it was meant as a word.
    if (query.years.length + query.topics.length === 0) {
      return { ...query, without: [], terms: query.without.map(termOf) };
    }
  }

  const recording = parseRecording(raw)?.id ?? (/^[\w-]{11}$/.test(raw) ? raw : undefined);
  if (recording !== undefined && Object.hasOwn(lookup.recordings, recording)) {
    return { ...query, recording: lookup.recordings[recording]! };
  }

  if (LATEST.test(raw) && lookup.meetings.length > 0) {
    return { ...query, places: [lookup.meetings.length - 1] };
  }
  let tokens = raw.split(/\s+/).filter((token) => token !== '');
  const date = dateOfAddress(raw, lookup);
  if (date !== undefined) return { ...query, date };
  const undiscussed = MARKED.test(raw) ? parseReference(raw, lookup.context) : undefined;
  if (undiscussed !== undefined && !lookup.references.has(referenceKey(undiscussed.reference))) {
    query.undiscussed = undiscussed;
  }
  // A small number is seldom meant for a reference of another repository, without a sign.
  const keys = isYear(raw) ? [] : findKeys(raw.replace(/^(?=\d{4,}$)/, '#'), lookup);
  if (keys.length > 0) {
    query.references = keys.map((key) => ({ key, whole: true }));
    const [key = ''] = keys;
    const term = keys.length > 1 ? termOf(key.replace(/^[^#]*/, '')) : referenceTerm(key, lookup);
    return { ...query, terms: [term] };
  }
  const repository = findRepository(raw, lookup);
  if (repository !== undefined) query.repository = repository;
  const outcomes = findOutcomes(raw, lookup);
  if (outcomes !== undefined) query.outcomes = outcomes;
  const named = takeStretches(tokens, 4, (text) => {
    const bare = /^\d{4,}$/.test(text) && !isYear(text);
    const [key, ...others] = bare || MARKED.test(text) ? findKeys(text, lookup) : [];
    return others.length > 0 ? undefined : key;
  });
  tokens = named.rest;
  for (const key of new Set(named.values.slice(0, mostTerms))) {
    query.references.push({ key, whole: false });
    query.terms.push(referenceTerm(key, lookup));
  }
  const dated = findStretch(tokens, 5, (text) => {
    // Every way to write a date has a year of four digits; the patterns for them are slow to make.
    if (!/(?:19|20|21)\d\d/.test(text)) return undefined;
    const range = parseDateQuery(text.replace(/[?!.,;]+$/, ''), (day) => isMetOn(day, lookup));
    const inReach =
      range !== undefined && (range.precision !== 'year' || isYear(text.replace(/\D+$/, '')));
    return inReach ? range : undefined;
  });
  const isAlone = query.terms.length + query.phrases.length === 0;
  if (dated !== undefined) {
    const asTyped = tokens.splice(dated.start, dated.end - dated.start);
    tokens = tokens.filter(
      (token) => !/^(?:in|on|of|from|at|during|since|the)$/i.test(token) || tokens.length > 3,
    );
    const alone = tokensOf(tokens.join(' ')).every(isSmall) && isAlone;
    query.date = { range: dated.value, whole: alone };
    if (alone) {
      const isMet = lookup.meetings.some((id) => isWithin(id, dated.value));
      return isMet ? query : { ...query, phrases: tokensOf(asTyped.join(' ')) };
    }
  } else if (isAlone) {
    const places = findYearly(tokens, lookup);
    if (places.length > 0) return { ...query, places };
  }
  const room = mostTerms - query.terms.length;
  query.terms.push(...tokensOf(tokens.join(' ')).slice(0, room).map(termOf));
  if (query.terms.every(({ quiet }) => quiet)) {
    query.terms = query.terms.map((term) => ({ ...term, quiet: false }));
  }
  return query;
}
