import type { Engine, Postings } from './engine.ts';
import type { Lookup } from './lookup.ts';
import { type RankedTerm, type Variant, standsSomewhere } from './match.ts';
import { type NamedTopic, topicsNamed } from './named-topics.ts';
import { beginningSo, exactly } from './phrase.ts';
import type { Term } from './query-term.ts';
import { type Vocabulary, correctWord } from './spelling.ts';

/** A word that was searched in another spelling. */
export interface Correction {
  from: string;
  to: string;
}

/** What finding is done with. */
export interface FindTools {
  lookup: Lookup;
  engine: Engine;
  /** Loads the vocabulary, which only a doubtful word needs. */
  vocabulary: (word: string) => Promise<Vocabulary>;
}

/** A term among its neighbours. */
export interface TermInPlace {
  term: Term;
  /** It ends what was typed, so that more of it may follow. */
  isLast: boolean;
  /** Words that it makes with the one before or behind it: `work around`. */
  joined: readonly string[];
  /** The topic that it names, by itself or in a row with others. */
  topic: NamedTopic | undefined;
}

/** What a term is found by. */
export interface Sought {
  ranked: RankedTerm;
  /** What it was taken for. */
  correction?: Correction;
  isFound: boolean;
}

/** How much a corrected word, a joined pair, the parts of an identifier and a version of a series are worth. */
const worth = {
  corrected: 0.95,
  misspelt: 0.8,
  joined: 0.95,
  parts: 0.9,
  apart: 0.5,
  patch: 0.8,
  kin: 0.3,
};

/** The word itself, and whether longer ones are as good as it. */
function asTyped(
  { term: { word, strict }, isLast }: TermInPlace,
  of: (word: string) => Postings,
  engine: Engine,
): { variants: Variant[]; open: boolean } {
  const isNumber = /^[\d.]+$/.test(word);
  if (strict || isNumber)
    return { variants: [{ words: [exactly(of(word))], worth: 1 }], open: false };
  const itself = { words: [of(word)], worth: 1 };
  if (engine.has(word)) return { variants: [itself], open: isLast && word.length > 2 };
  return engine.begins(word) ? { variants: [itself], open: true } : { variants: [], open: isLast };
}

/** What else is the same word: the parts of an identifier, two words for one, one for two. */
function otherSpellings(
  { term: { token, word, parts, strict, number, version, series }, joined }: TermInPlace,
  of: (word: string) => Postings,
  { lookup, engine }: FindTools,
  open: boolean,
): Variant[] {
  const isKnown = (part: string): boolean =>
    engine.has(part) || (open && part === parts.at(-1) && engine.begins(part));
  const split = strict ? undefined : lookup.splits.get(word);
  // With a hyphen or apart is all one, but of a name such as `valueOf` its words in a row mean another thing.
  const isHeld = !token.includes('-') && engine.has(word);
  // Where `5.x` is spoken of, that is what was asked for; elsewhere it is the versions of that line.
  const isSpokenOf = version !== undefined && [word, version.lettered].some(engine.has);
  return [
    ...(parts.length > 0 && !strict && parts.every(isKnown)
      ? [{ words: parts.map(of), worth: isHeld ? worth.apart : worth.parts }]
      : []),
    ...(split === undefined ? [] : [{ words: split.map(of), worth: worth.joined }]),
    ...(version === undefined ? [] : [{ words: [exactly(of(version.lettered))], worth: 1 }]),
    ...(number === undefined ? [] : [{ words: [exactly(of(number))], worth: worth.parts }]),
    ...(series === undefined || isSpokenOf
      ? []
      : [{ words: [beginningSo(of(series))], worth: worth.patch }]),
    ...(version?.patches ?? []).map((patch) => ({
      words: [exactly(of(patch))],
      worth: worth.patch,
    })),
    ...joined
      .filter((pair) => engine.has(pair))
      .map((pair) => ({ words: [exactly(of(pair))], worth: worth.joined })),
  ];
}

/** A term, and what it is found by. */
export interface SoughtTerm {
  term: Term;
  one: Sought;
}

/** What a word that nothing holds may be meant for. */
interface Guess {
  words: readonly string[];
  worth: number;
  /** The topic that the corrected words name. */
  topic?: NamedTopic | undefined;
  /** Whether all of the word was taken for something, so that no longer word is looked for. */
  isWhole: boolean;
}

async function guess(
  { word, parts }: Term,
  { lookup, engine, vocabulary }: FindTools,
): Promise<Guess | undefined> {
  const corrected = correctWord(word, await vocabulary(word));
  if (corrected !== undefined) {
    const topics = topicsNamed(corrected, lookup);
    const topic = topics.every((one) => one !== undefined) ? topics[0] : undefined;
    return { words: corrected, worth: worth.corrected, topic, isWhole: true };
  }
  // Of an identifier rather the parts are looked for than a word that it only begins with.
  const kin = parts.length > 1 ? undefined : engine.beginning(word);
  return kin === undefined ? undefined : { words: [kin], worth: worth.kin, isWhole: false };
}

/**
 * Gives all ways to find a term. `of` gives the postings of words that were loaded; `literal` leaves the word as it was
 * typed.
 */
export async function seek(
  place: TermInPlace,
  of: (word: string) => Postings,
  literal: boolean,
  tools: FindTools,
): Promise<Sought> {
  const { engine } = tools;
  const { term, topic } = place;
  const { word, quiet, strict, token, isAddress } = term;
  const typed = asTyped(place, of, engine);
  const variants = [...typed.variants, ...otherSpellings(place, of, tools, typed.open)];
  const ranked: RankedTerm = {
    variants,
    about: topic?.records,
    phrase: topic?.phrase,
    quiet,
    open: typed.open,
    strict,
  };
  let correction: Correction | undefined;
  const meant = literal || strict ? undefined : engine.meant(word);
  if (meant !== undefined) {
    variants.push({ words: await engine.find([meant]), worth: worth.misspelt });
    correction = { from: token, to: meant };
  }
  // What names a topic is spelled as it should be.
  const isKnown = topic !== undefined && topic.records.size > 0;
  const guessed =
    variants.length === 0 && !quiet && !strict && !literal && !isAddress && !isKnown
      ? await guess(term, tools)
      : undefined;
  if (guessed !== undefined) {
    const variant = { words: await engine.find(guessed.words), worth: guessed.worth };
    const about = guessed.topic?.records;
    variants.push(variant);
    // The vocabulary has words that the index does not hold, such as those of headings that are repeated by habit.
    const isHeld = standsSomewhere(variant) || (about?.size ?? 0) > 0;
    // What was only run together is no mistake to speak of.
    if (isHeld && guessed.words.join('') !== word) {
      correction = { from: token, to: guessed.words.join(' ') };
    }
    ranked.about ??= about;
    ranked.phrase ??= guessed.topic?.phrase;
    if (guessed.isWhole) ranked.open = false;
  }
  const isFound = variants.some(standsSomewhere);
  return { ranked, ...(correction && { correction }), isFound };
}
