import { type ReferenceContext, resolveKnown } from './known-repository.ts';
import {
  type ParsedReference,
  type ReferenceKind,
  NUMBER,
  kindOfWord,
  makeReference,
  parseGitHubUrl,
  parseRepositoryName,
} from './reference.ts';

/** A reference in a text, at the UTF-16 offsets [start, end). */
export interface FoundReference extends ParsedReference {
  start: number;
  end: number;
  form: 'url' | 'qualified' | 'named' | 'bare';
}

// Each piece below is bounded or starts only where no name goes on, so that a search over a text
// of any shape takes time in proportion to its length.
const NAME_BEFORE = String.raw`(?<![\p{L}\p{N}_./\\#@&=?%~+:$-])`;
const HASH_BEFORE = String.raw`(?<![\p{L}\p{N}_./\\#@&=?%~+$-])`;
/** A number goes on as a word, channel, version, thousands, percentage or time. */
const NUMBER_AFTER = String.raw`(?![\p{L}\p{N}_%#])(?!-[\p{L}\p{N}])(?!\.[\dx*])(?!,\d{3}(?!\d))(?!:\d)`;
/** Without `#`, also a date, and a count of things. */
const COUNT_AFTER = String.raw`(?!/\d)(?!\s+(?:people|times?|years?|yrs?|months?|weeks?|days?|hours?|minutes?|mins?|seconds?|percent|bits?|bytes?|[kmg]b|users?|hosts?|machines?|servers?|devices?|or more|or so)\b)`;
const WORD = String.raw`PRs?|pull[ -]?requests?|issues?`;

const CANDIDATE = new RegExp(
  [
    // Any URL is taken whole, so that nothing inside one is read as a short form.
    String.raw`(?<url>(?:(?<![\p{L}\p{N}])[a-z][a-z\d+.-]{1,20}://|${NAME_BEFORE}(?:www\.)?github\.com/)(?:(?![,;|]https?://)[^\s<>"\u201c\u201d])+)`,
    String.raw`${NAME_BEFORE}(?:(?<owner>[A-Za-z\d-]{1,39})/)?(?<repo>[\w.-]{1,100})#(?<repoNumber>${NUMBER})${NUMBER_AFTER}`,
    String.raw`${NAME_BEFORE}(?:(?<pathOwner>[A-Za-z\d-]{1,39})/(?<pathRepo>[\w.-]{1,100})/)?(?<pathKind>pull|issues)/(?<pathNumber>${NUMBER})${NUMBER_AFTER}(?![/\d])`,
    String.raw`${NAME_BEFORE}(?<word>${WORD})(?:\s{0,2}#|(?<gap>\s{1,2}|-)?(?=\d\d))(?<wordNumber>${NUMBER})${NUMBER_AFTER}`,
    String.raw`${NAME_BEFORE}GH-(?<ghNumber>${NUMBER})${NUMBER_AFTER}`,
    String.raw`${HASH_BEFORE}#(?<hashNumber>${NUMBER})${NUMBER_AFTER}`,
  ].join('|'),
  'giu',
);

const NOT_A_COUNT = new RegExp(`^${COUNT_AFTER}`, 'iu');

/** The next member of `#1, #2 and #3`. */
const NEXT_IN_LIST = new RegExp(
  String.raw`(?<separator>\s{0,2}(?:,\s{0,2}(?:and|or|&)?|;|/|&|\+|[-–]|\b(?:and|or|to|through|until)\b)\s{0,2})(?<hash>#?)(?<number>${NUMBER})${NUMBER_AFTER}`,
  'iuy',
);

/** What numbers something other than pull requests and issues, or is a colour. */
const OTHER_NUMBERING =
  /(?:^|[^\p{L}\p{N}_])(?:milestones?|discussions?|rfcs?|cves?|versions?|releases?|builds?|runs?|jobs?|steps?|items?|points?|options?|questions?|answers?|slides?|pages?|chapters?|sections?|figures?|tables?|lines?|rows?|rules?|parts?|phases?|stages?|tiers?|levels?|meetings?|episodes?|sprints?|weeks?|days?|rooms?|attempts?|comments?|cases?|colou?rs?|background|fill|stroke|hex|number|rank(?:ed)?)[^\S\n]{0,2}[:=]?[^\S\n]{0,2}$/iu;

/** A word of kind before a reference that does not touch it: `PR: #12`, `issue (#12)`. */
const KIND_BEFORE = new RegExp(
  String.raw`(?:^|[^\p{L}\p{N}_./#@-])(?:(?<pull>PRs?|pull[ -]?requests?)|(?<issue>issues?))\s{0,2}[:(\[]?\s{0,2}$`,
  'iu',
);

/** A name before a reference: `osquery-site PR #154`, `foundation issue 19`, `rfcs #2442`. */
const NAME_AHEAD = /(?:^|[\s([])(?<name>[\w.-]{1,100}(?:\/[\w.-]{1,100})?)(?:['’]s)?\s{1,2}$/u;

/** Words that take a reference as their object, so that even `#1` is no rank. */
const ACTS_ON_REFERENCE =
  /(?:^|[^\p{L}\p{N}_])(?:fix|fixe[sd]|fixing|close[sd]?|closing|resolve[sd]?|resolving|address(?:es|ed)?|see|refs?|references?|re|via|per|cc|merge[sd]?|merging|land(?:s|ed)?|revert(?:s|ed)?|implement(?:s|ed)?|supersede[sd]?|block(?:s|ed)? by|blocks|blocking|depends on|duplicate of|duplicates|follow-?up (?:to|of)|reopen(?:s|ed)?|updates?|review(?:s|ed)?)\s{0,2}:?\s{0,2}$/iu;

const FILE_NAME = /\.(?:md|markdown|mdx|html?|txt|rst|adoc|pdf|ya?ml|json|toml)$/i;

/** How far back words before a reference are looked for; two names and a little. */
const LOOK_BACK = 220;

/**
 * Finds the references in the text of one node, in the order of the text, never overlapping.
 *
 * A bare number is a reference only behind `#`, `GH-` or a word of kind. Three doubtful cases are
 * decided here: `#1` to `#9` alone is taken for a rank (“our #1 goal”) unless a word of kind, a
 * verb such as “fixes”, brackets or a list says otherwise; without `#`, a number needs two digits
 * (“issue 2” counts, “issue 6744” cites); and a known repository's name just before decides whose
 * number it is (“osquery-site PR #154”). `PR 12` is found with its word, `PRs #1 and #2` without.
 */
export function findReferences(text: string, context: ReferenceContext): FoundReference[] {
  const found: FoundReference[] = [];
  // Every form holds a number, and most texts hold none.
  if (!/[1-9]/.test(text)) return found;
  CANDIDATE.lastIndex = 0;
  for (let match = CANDIDATE.exec(text); match !== null; match = CANDIDATE.exec(text)) {
    const groups: Partial<Record<string, string>> = match.groups ?? {};
    const next =
      groups['url'] !== undefined
        ? findUrl(groups['url'], match.index, found)
        : groups['repo'] !== undefined
          ? findNamed(text, match, groups, context, found)
          : groups['pathKind'] !== undefined
            ? findPath(match, groups, context, found)
            : findNumbers(text, match, groups, context, found);
    CANDIDATE.lastIndex = Math.max(next, match.index + 1);
  }
  return found;
}

// Each of these adds what it finds at a candidate, and returns where the search goes on.

function findUrl(raw: string, start: number, found: FoundReference[]): number {
  const url = trimUrl(raw);
  const parsed = parseGitHubUrl(/^https?:/i.test(url) ? url : `https://${url}`);
  if (parsed !== undefined) found.push({ ...parsed, start, end: start + url.length, form: 'url' });
  return start + url.length;
}

/** A URL in prose without the punctuation of the sentence around it, as GFM autolinks do. */
function trimUrl(raw: string): string {
  let end = raw.length;
  let open = 0;
  for (const character of raw) open += character === '(' ? 1 : character === ')' ? -1 : 0;
  for (; end > 0; end--) {
    const last = raw.charAt(end - 1);
    if (last === ')' && open < 0) open++;
    else if (!/[?!.,:;*_~'`\]}|…。，、）」』】：；！？’‘»\u200b\ufeff]/u.test(last)) break;
  }
  return raw.slice(0, end);
}

function findNamed(
  text: string,
  match: RegExpExecArray,
  groups: Partial<Record<string, string>>,
  context: ReferenceContext,
  found: FoundReference[],
): number {
  const { owner, repo = '', repoNumber = '' } = groups;
  const start = match.index;
  const end = start + match[0].length;
  // `PR#12` has the shape of `repo#12`: give it to the words, unless a repository is called so.
  if (owner === undefined && new RegExp(`^(?:${WORD})$`, 'iu').test(repo)) {
    const number = { ...groups, word: repo, wordNumber: repoNumber };
    return findNumbers(text, match, number, context, found);
  }
  const full = owner === undefined ? repo : `${owner}/${repo}`;
  const known = resolveKnown(full, context);
  const unknown = FILE_NAME.test(repo) ? undefined : parseRepositoryName(full);
  const name = known ?? unknown;
  const reference = name && makeReference(name, repoNumber);
  if (reference !== undefined) {
    const kind = kindBefore(text, start);
    const form = owner === undefined ? 'named' : 'qualified';
    found.push({ reference, ...(kind && { kind }), start, end, form });
  }
  return end;
}

function findPath(
  match: RegExpExecArray,
  groups: Partial<Record<string, string>>,
  context: ReferenceContext,
  found: FoundReference[],
): number {
  const { pathOwner: owner, pathRepo: repo, pathKind, pathNumber = '' } = groups;
  const start = match.index;
  const end = start + match[0].length;
  const qualified = owner !== undefined && repo !== undefined;
  const name = qualified ? { owner, repo } : context.home;
  const reference = name && makeReference(name, pathNumber);
  if (reference !== undefined && (pathKind === 'pull' || pathKind === 'issues')) {
    const form = qualified ? 'qualified' : 'bare';
    found.push({ reference, kind: pathKind, start, end, form });
  }
  return end;
}

function findNumbers(
  text: string,
  match: RegExpExecArray,
  groups: Partial<Record<string, string>>,
  context: ReferenceContext,
  found: FoundReference[],
): number {
  const { word, wordNumber, ghNumber, hashNumber } = groups;
  const first = wordNumber ?? ghNumber ?? hashNumber ?? '';
  const hasHash = match[0].includes('#');
  const end = match.index + match[0].length;
  if (!hasHash && word !== undefined && !NOT_A_COUNT.test(text.slice(end, end + 20))) return end;

  const plural = word !== undefined && /s$/i.test(word);
  // A plural speaks for the whole list, so its word is no part of the first reference.
  const start = plural ? end - first.length - (hasHash ? 1 : 0) : match.index;
  const numbers = [{ digits: first, start, end }];
  let last = end;
  if (ghNumber === undefined) {
    for (;;) {
      NEXT_IN_LIST.lastIndex = last;
      const next = NEXT_IN_LIST.exec(text);
      if (next === null) break;
      const { separator = '', hash = '', number = '' } = next.groups ?? {};
      // “PR 12 and 13 others”: only a plural goes on without `#`; and only a word makes a range.
      const bare = hash === '';
      const follows = last + next[0].length;
      if (bare && !(plural && number.length > 1)) break;
      if (bare && !NOT_A_COUNT.test(text.slice(follows, follows + 20))) break;
      if (word === undefined && /-|–|to|through|until/i.test(separator)) break;
      numbers.push({ digits: number, start: last + separator.length, end: follows });
      last = follows;
    }
  }

  const before = text.slice(Math.max(0, match.index - LOOK_BACK), match.index);
  const kind = kindOfWord(word) ?? kindBefore(text, match.index);
  const ahead = NAME_AHEAD.exec(before);
  const name = ahead?.groups?.['name'];
  const named = name === undefined ? undefined : resolveKnown(name, context);
  const isOther = named === undefined && word === undefined && ghNumber === undefined;
  if (isOther && OTHER_NUMBERING.test(before)) return last;
  const certain =
    kind !== undefined ||
    named !== undefined ||
    ghNumber !== undefined ||
    first.length > 1 ||
    (numbers.length > 1 &&
      !/^\s{1,2}(?:priorit|goal|concern|reason|cause)/i.test(text.slice(last))) ||
    /[([]\s?$/.test(before) ||
    ACTS_ON_REFERENCE.test(before) ||
    text === match[0];
  const repository = named ?? context.home;
  if (!certain || repository === undefined) return last;

  for (const [index, number] of numbers.entries()) {
    const reference = makeReference(repository, number.digits);
    if (reference === undefined) continue;
    const withName = index === 0 && !plural && named !== undefined && name !== undefined;
    const nameStart = match.index - before.length + before.lastIndexOf(name ?? '');
    found.push({
      reference,
      ...(kind && { kind }),
      start: withName ? nameStart : number.start,
      end: number.end,
      form: named === undefined ? 'bare' : name?.includes('/') ? 'qualified' : 'named',
    });
  }
  return last;
}

function kindBefore(text: string, offset: number): ReferenceKind | undefined {
  const groups = KIND_BEFORE.exec(text.slice(Math.max(0, offset - 30), offset))?.groups;
  if (groups?.['pull'] !== undefined) return 'pull';
  return groups?.['issue'] === undefined ? undefined : 'issues';
}
