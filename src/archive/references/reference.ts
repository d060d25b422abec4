import { removeInvisible } from '../text/invisible.ts';

/** GitHub's own path words for the two kinds of numbered items that notes refer to. */
export type ReferenceKind = 'pull' | 'issues';

/** A GitHub repository, spelled as written; GitHub ignores the case of both names. */
export interface RepositoryName {
  owner: string;
  repo: string;
}

/** A numbered GitHub item; `number` is 1 to 2³¹ − 1. Pulls and issues share one numbering. */
export interface Reference extends RepositoryName {
  number: number;
}

/** Lower-cased `owner/repo#12`: equal for every spelling of one reference. */
export type ReferenceKey = string & { readonly __brand: 'ReferenceKey' };

/** A reference, with its kind where the writing says it. */
export interface ParsedReference {
  reference: Reference;
  kind?: ReferenceKind;
}

const LARGEST_NUMBER = 2 ** 31 - 1;

/** Whether both names keep GitHub's rules, which also makes them safe as parts of a path. */
export function isRepositoryName(name: RepositoryName): boolean {
  return (
    name.owner.length <= 39 &&
    /^[a-z\d]+(?:-[a-z\d]+)*$/i.test(name.owner) &&
    /^[\w.-]{1,100}$/.test(name.repo) &&
    !/^\.+$|\.(?:git|wiki)$/i.test(name.repo)
  );
}

/** Reads `owner/repo`, and nothing around it; undefined if it breaks GitHub's rules for names. */
export function parseRepositoryName(text: string): RepositoryName | undefined {
  const [owner, repo, ...rest] = text.split('/');
  if (owner === undefined || repo === undefined || rest.length > 0) return undefined;
  const name = { owner, repo };
  return isRepositoryName(name) ? name : undefined;
}

/** `owner/repo`, which `parseRepositoryName` reads; GitHub calls it the full name. */
export const fullName = ({ owner, repo }: RepositoryName): string => `${owner}/${repo}`;

/** Whether both are one repository for GitHub. */
export function isSameRepository(a: RepositoryName, b: RepositoryName): boolean {
  return isSameName(a.owner, b.owner) && isSameName(a.repo, b.repo);
}

/** Whether two owners, or two repositories of one owner, are the same for GitHub. */
export function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** `owner/repo#12`, lower-cased. */
export function referenceKey({ owner, repo, number }: Reference): ReferenceKey {
  return `${owner}/${repo}#${number}`.toLowerCase() as ReferenceKey;
}

/** `#12` at home, `repo#12` for another repository of home's owner, else `owner/repo#12`. */
export function referenceLabel(reference: Reference, home?: RepositoryName): string {
  const { owner, repo, number } = reference;
  if (home === undefined || !isSameName(owner, home.owner)) return `${owner}/${repo}#${number}`;
  return isSameName(repo, home.repo) ? `#${number}` : `${repo}#${number}`;
}

/** GitHub's page; while the kind is unknown `issues`, which GitHub redirects to the right one. */
export function referenceUrl(reference: Reference, kind: ReferenceKind = 'issues'): string {
  const { owner, repo, number } = reference;
  return `https://github.com/${owner}/${repo}/${kind}/${number}`;
}

/** The source of an expression for the digits of a reference. */
export const NUMBER = String.raw`[1-9]\d{0,9}`;

/** A reference to a number in digits; undefined where GitHub can have neither such a repository nor such a number. */
export function makeReference(name: RepositoryName, digits: string): Reference | undefined {
  if (!/^[1-9]\d{0,9}$/.test(digits) || !isRepositoryName(name)) return undefined;
  const number = Number(digits);
  if (number > LARGEST_NUMBER) return undefined;
  return { owner: name.owner, repo: name.repo, number };
}

const GITHUB_ITEM =
  /^https?:\/\/(?:www\.)?github\.com\/([^/?#]+)\/([^/?#]+)\/(pull|issues)\/(\d+)(?:\.(?:diff|patch))?(\/[^?#]*)?(?:[?#].*)?$/i;

/** Whether the URL of a pull request or issue leads to a comment there; `#issue-12`, of old notes, is the issue itself. */
export const leadsToComment = (url: string): boolean =>
  /#(?:issuecomment|discussion_r|pullrequestreview)/.test(url);

/**
 * Reads the URL of a pull request or issue on github.com, whatever its sub-page, query or fragment.
 * Other hosts, ports, user names, parent steps and lists of items are refused by not matching:
 * nothing is normalised first, so nothing can hide in what a browser would normalise away.
 */
export function parseGitHubUrl(
  url: string,
): { reference: Reference; kind: ReferenceKind } | undefined {
  const match = GITHUB_ITEM.exec(removeInvisible(url.trim()));
  if (match === null || /[\s\\]/.test(match[0])) return undefined;
  const [, owner = '', repo = '', kind = '', digits = '', subPage = ''] = match;
  if (/\/(?:\.|%2e){1,2}(?:\/|$)/i.test(subPage)) return undefined;
  // GitHub's own paths are lower-case; `/Pull/1` is a page that does not exist.
  if (kind !== 'pull' && kind !== 'issues') return undefined;
  const reference = makeReference({ owner, repo }, digits);
  return reference && { reference, kind };
}

/** The kind that a word before a number says: `PR`, `pull request`, `issues`. */
export function kindOfWord(word: string | undefined): ReferenceKind | undefined {
  if (word === undefined) return undefined;
  return /^p/i.test(word) ? 'pull' : 'issues';
}

const KIND_AND_NUMBER =
  /(?:^|[^\p{L}\p{N}_])(?<word>PRs?|pull[ -]?requests?|issues?)[\s#-]{0,3}\d/iu;

/** Whether words that name a reference say its kind themselves, as `PR #12` does of a pull request. */
export function saysKind(words: string, kind: ReferenceKind): boolean {
  return kindOfWord(KIND_AND_NUMBER.exec(words)?.groups?.['word']) === kind;
}
