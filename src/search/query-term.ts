import { breakWords } from '../archive/text/word-break.ts';
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
  /** Of a bare number, and of `5.x`, what the versions of that line begin with: `5.`, of 5.0 and 5.0.1. */
  series?: string;
  /** It is copied rather than typed, so that no word is meant by it that only begins so or is spelled alike. */
  isAddress?: boolean;
}

/** Words as typed, without the punctuation of a sentence around them. */
export function tokensOf(text: string): string[] {
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
export const SCHEME = /^(?:(?:https?|ftp):\/\/(?:www\.)?|www\.(?=[\w-]+\.))/i;

/** What a pronoun is run together with, so that nobody's `I'd` is an `id`. */
const CONTRACTED = /(?<=^(?:i|you|s?he|it|we|they))['’](?:d|ll|m|re|s|ve)$/i;

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
  const [, line] = /^v?(\d+(?:\.\d+)?)\.x$/i.exec(token) ?? [];
  const word = engineWord(line === undefined ? token.replace(CONTRACTED, '') : `${line}x`);
  const series = line ?? /^\d{1,2}$/.exec(token)?.[0];
  const numbered = /^(\p{L}{2,})(\d+)$/u.exec(token);
  const parts = numbered === null ? partsOf(token) : numbered.slice(1).map(engineWord);
  return {
    token,
    word,
    parts: parts.length > 1 ? parts : [],
    ...(line !== undefined && { version: { lettered: `v${word}`, patches: [] } }),
    ...(series !== undefined && { series: `${series}.` }),
    quiet: quietWords.has(
      word.replace(/^(what|who|how|where|when|that|it|there)s$|(?<=[ds]|re|ve)nt$/, '$1'),
    ),
  };
}
