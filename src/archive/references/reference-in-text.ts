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
    const start = match.index;
    const groups = match.groups ?? {};
    const reading = read({ text, context, match: match[0], start, groups });
    found.push(...reading.found);
    CANDIDATE.lastIndex = Math.max(reading.end, start + 1);
  }
  return found;
}

/** What has the shape of a reference, with the text that it stands in. */
interface Candidate {
  text: string;
  context: ReferenceContext;
  match: string;
  start: number;
  groups: Partial<Record<string, string>>;
}

/** The references that a candidate is or begins, and where the search goes on. */
interface Reading {
  found: FoundReference[];
  end: number;
}

function read(candidate: Candidate): Reading {
  const { groups } = candidate;
  if (groups['url'] !== undefined) return readUrl(groups['url'], candidate.start);
  if (groups['repo'] !== undefined) return readNamed(candidate);
  return groups['pathKind'] !== undefined ? readPath(candidate) : readNumbers(candidate);
}

function readUrl(raw: string, start: number): Reading {
  const url = trimUrl(raw);
  const parsed = parseGitHubUrl(/^https?:/i.test(url) ? url : `https://${url}`);
  const end = start + url.length;
  return { found: parsed === undefined ? [] : [{ ...parsed, start, end, form: 'url' }], end };
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

function readNamed(candidate: Candidate): Reading {
  const { text, context, match, start, groups } = candidate;
  const { owner, repo = '', repoNumber = '' } = groups;
  const end = start + match.length;
  // `PR#12` has the shape of `repo#12`: give it to the words, unless a repository is called so.
  if (owner === undefined && new RegExp(`^(?:${WORD})$`, 'iu').test(repo)) {
    const asWord = { ...groups, word: repo, wordNumber: repoNumber };
    return readNumbers({ ...candidate, groups: asWord });
  }
  const full = owner === undefined ? repo : `${owner}/${repo}`;
  const known = resolveKnown(full, context);
  const unknown = FILE_NAME.test(repo) ? undefined : parseRepositoryName(full);
  const name = known ?? unknown;
  const reference = name && makeReference(name, repoNumber);
  if (reference === undefined) return { found: [], end };
  const kind = kindBefore(text, start);
  const form = owner === undefined ? 'named' : 'qualified';
  return { found: [{ reference, ...(kind && { kind }), start, end, form }], end };
}

function readPath({ context, match, start, groups }: Candidate): Reading {
  const { pathOwner: owner, pathRepo: repo, pathKind: kind, pathNumber = '' } = groups;
  const end = start + match.length;
  const qualified = owner !== undefined && repo !== undefined;
  const name = qualified ? { owner, repo } : context.home;
  const reference = name && makeReference(name, pathNumber);
  if (reference === undefined || (kind !== 'pull' && kind !== 'issues')) return { found: [], end };
  const form = qualified ? 'qualified' : 'bare';
  return { found: [{ reference, kind, start, end, form }], end };
}

/** Digits of a number in a text, with the mark before them. */
interface NumberInText {
  digits: string;
  start: number;
  end: number;
}

/** The numbers that follow one in a list (`#1, #2 and #3`), which `word` stands before, if any does. */
function followingNumbers(text: string, from: number, word: string | undefined): NumberInText[] {
  const plural = isPlural(word);
  const numbers: NumberInText[] = [];
  for (let last = from; ;) {
    NEXT_IN_LIST.lastIndex = last;
    const next = NEXT_IN_LIST.exec(text);
    if (next === null) return numbers;
    const { separator = '', hash = '', number = '' } = next.groups ?? {};
    // “PR 12 and 13 others”: only a plural goes on without `#`; and only a word makes a range.
    const bare = hash === '';
    const end = last + next[0].length;
    if (bare && !(plural && number.length > 1)) return numbers;
    if (bare && !NOT_A_COUNT.test(text.slice(end, end + 20))) return numbers;
    if (word === undefined && /-|–|to|through|until/i.test(separator)) return numbers;
    numbers.push({ digits: number, start: last + separator.length, end });
    last = end;
  }
}

const isPlural = (word: string | undefined): boolean => word !== undefined && /s$/i.test(word);

/** The name of a known repository just before a number, and where it starts. */
function nameAhead(before: string, { start, context }: Candidate) {
  const name = NAME_AHEAD.exec(before)?.groups?.['name'];
  const repository = name === undefined ? undefined : resolveKnown(name, context);
  if (name === undefined || repository === undefined) return undefined;
  return { name, repository, start: start - before.length + before.lastIndexOf(name) };
}

/** What is counted by numbers before it: `#1 and #2 priorities`. */
const COUNTED_BEHIND = /^\s{1,2}(?:priorit|goal|concern|reason|cause)/i;

/** The numbers of a candidate: its own, without a word in the plural, which speaks for all, and those behind it. */
function numbersOf({ text, match, start, groups }: Candidate): NumberInText[] {
  const { word, wordNumber, ghNumber, hashNumber } = groups;
  const digits = wordNumber ?? ghNumber ?? hashNumber ?? '';
  const end = start + match.length;
  const hash = match.includes('#') ? 1 : 0;
  const first = { digits, start: isPlural(word) ? end - digits.length - hash : start, end };
  return ghNumber === undefined ? [first, ...followingNumbers(text, end, word)] : [first];
}

/** Whether the number of a candidate is only counted behind its word: `PR 12 times`. */
const isCount = ({ text, match, start, groups }: Candidate): boolean => {
  const end = start + match.length;
  const mayCount = groups.word !== undefined && !match.includes('#');
  return mayCount && !NOT_A_COUNT.test(text.slice(end, end + 20));
};

/** Whether numbers that nothing is named beside are of references all the same, and no priorities or ranks. */
function areReferences(
  { text, match }: Candidate,
  numbers: readonly NumberInText[],
  before: string,
): boolean {
  const [first, last] = [numbers[0]!, numbers.at(-1)!];
  if (first.digits.length > 1 || text === match) return true;
  if (numbers.length > 1 && !COUNTED_BEHIND.test(text.slice(last.end))) return true;
  return /[([]\s?$/.test(before) || ACTS_ON_REFERENCE.test(before);
}

function readNumbers(candidate: Candidate): Reading {
  const { text, context, match, start, groups } = candidate;
  const { word, ghNumber } = groups;
  if (isCount(candidate)) return { found: [], end: start + match.length };
  const numbers = numbersOf(candidate);
  const end = numbers.at(-1)!.end;
  const before = text.slice(Math.max(0, start - LOOK_BACK), start);
  const kind = kindOfWord(word) ?? kindBefore(text, start);
  const ahead = nameAhead(before, candidate);
  const isNamed = ahead !== undefined || ghNumber !== undefined;
  const isOther = !isNamed && word === undefined && OTHER_NUMBERING.test(before);
  const isSure = isNamed || kind !== undefined || areReferences(candidate, numbers, before);
  const repository = ahead?.repository ?? context.home;
  if (isOther || !isSure || repository === undefined) return { found: [], end };

  const form = ahead === undefined ? 'bare' : ahead.name.includes('/') ? 'qualified' : 'named';
  const found = numbers.flatMap((number, index): FoundReference[] => {
    const reference = makeReference(repository, number.digits);
    if (reference === undefined) return [];
    const withName = index === 0 && !isPlural(word) && ahead !== undefined;
    const from = withName ? ahead.start : number.start;
    return [{ reference, ...(kind && { kind }), start: from, end: number.end, form }];
  });
  return { found, end };
}

function kindBefore(text: string, offset: number): ReferenceKind | undefined {
  const groups = KIND_BEFORE.exec(text.slice(Math.max(0, offset - 30), offset))?.groups;
  if (groups?.['pull'] !== undefined) return 'pull';
  return groups?.['issue'] === undefined ? undefined : 'issues';
}
