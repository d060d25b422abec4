import { type ReferenceContext, resolveKnown } from './known-repository.ts';
import {
  type ParsedReference,
  NUMBER,
  kindOfWord,
  makeReference,
  parseGitHubUrl,
  parseRepositoryName,
} from './reference.ts';

/** A URL may have a long query. */
const LONGEST_TYPED = 2000;

const TYPED_NAME = String.raw`(?<name>[\w.-]{1,100}(?:/[\w.-]{1,100})?)`;
const TYPED_KIND = String.raw`(?<kind>PRs?|pull[ -]?requests?|pulls?|issues?|GH)`;
const TYPED_NUMBER = String.raw`(?<number>${NUMBER})`;

const TYPED_FORMS = [
  `#?${TYPED_NUMBER}`,
  String.raw`${TYPED_KIND}\s*[/:-]?\s*#?\s*${TYPED_NUMBER}`,
  String.raw`${TYPED_NAME}\s*#\s*${TYPED_NUMBER}`,
  String.raw`${TYPED_NAME}(?:\s+|/)${TYPED_KIND}\s*[/:-]?\s*#?\s*${TYPED_NUMBER}`,
  String.raw`${TYPED_NAME}\s+${TYPED_NUMBER}`,
].map((form) => new RegExp(`^${form}$`, 'iu'));

/**
 * Reads a text that is one reference and nothing else, in any form that people type in a search
 * box or on a command line, a GitHub URL without its scheme included. A repository may go unnamed
 * (home), be known by its name or short name, or be written in full.
 */
export function parseReference(
  text: string,
  context: ReferenceContext,
): ParsedReference | undefined {
  if (text.length > LONGEST_TYPED) return undefined;
  const typed = text.trim().replace(/^[<([]+|[>)\].,:;!?]+$/g, '');
  const fromUrl = parseGitHubUrl(
    /^(?:www\.)?github\.com\//i.test(typed) ? `https://${typed}` : typed,
  );
  if (fromUrl !== undefined) return fromUrl;
  for (const form of TYPED_FORMS) {
    const groups: Partial<Record<string, string>> | undefined = form.exec(typed)?.groups;
    if (groups === undefined) continue;
    const { name, kind: word, number = '' } = groups;
    const full = name?.includes('/') ? parseRepositoryName(name) : undefined;
    const repository = name === undefined ? context.home : (resolveKnown(name, context) ?? full);
    const reference = repository && makeReference(repository, number);
    if (reference === undefined) continue;
    const kind = /^gh$/i.test(word ?? '') ? undefined : kindOfWord(word);
    return { reference, ...(kind && { kind }) };
  }
  return undefined;
}
