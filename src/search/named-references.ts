import { parseReference } from '../archive/references/reference-query.ts';
import {
  type ParsedReference,
  referenceKey,
  referenceLabel,
} from '../archive/references/reference.ts';
import { type Lookup, referenceOf } from './lookup.ts';
import { type Term, termOf } from './query-term.ts';
import { takeStretches } from './stretch.ts';
import { engineWord } from './words.ts';

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

/** Whether a bare number is rather a year than a reference. */
export const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text);

/** A number that is marked as one of a reference. */
const MARKED = /#\s*\d|\/\d|\b(?:prs?|pulls?|issues?|gh|pull requests?)[\s#:/-]*\d/i;

/** What a reference with a page is looked for by: its label, as the index has it. */
export function referenceTerm(key: string, lookup: Lookup): Term {
  const reference = referenceOf(key, lookup);
  const token = referenceLabel(reference, lookup.context.home);
  const number = String(reference.number);
  return { token, word: engineWord(token), number, parts: [], quiet: false, strict: true };
}

/** The reference that all of a text names, in so many words, and that has no page. */
export function findUndiscussed(text: string, lookup: Lookup): ParsedReference | undefined {
  const found = MARKED.test(text) ? parseReference(text, lookup.context) : undefined;
  return found && lookup.references.has(referenceKey(found.reference)) ? undefined : found;
}

/** The references with a page that all of a text names, and what they are looked for by; nothing where it names none. */
export function findReferences(
  text: string,
  lookup: Lookup,
): { keys: string[]; term: Term } | undefined {
  // A small number is seldom meant for a reference of another repository, without a sign.
  const keys = isYear(text) ? [] : findKeys(text.replace(/^(?=\d{4,}$)/, '#'), lookup);
  const [key] = keys;
  if (key === undefined) return undefined;
  const term = keys.length > 1 ? termOf(key.replace(/^[^#]*/, '')) : referenceTerm(key, lookup);
  return { keys, term };
}

/** Takes the references with a page out of tokens; of a number that several repositories have, none. */
export function takeReferences(
  tokens: readonly string[],
  lookup: Lookup,
): { keys: string[]; rest: string[] } {
  const { values, rest } = takeStretches(tokens, 4, (text) => {
    const bare = /^\d{4,}$/.test(text) && !isYear(text);
    const [key, ...others] = bare || MARKED.test(text) ? findKeys(text, lookup) : [];
    return others.length > 0 ? undefined : key;
  });
  return { keys: values, rest };
}
