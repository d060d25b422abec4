import { removeInvisible } from '../text/invisible.ts';
import { type ReferenceContext, resolveKnown } from './known-repository.ts';
import { type RepositoryName, parseGitHubUrl, parseRepositoryName } from './reference.ts';

/** Two names are at most 140 characters; a heading that names them has a little more. */
const LONGEST_NAMING = 300;

/** Everyday words that notes pair with a slash in a heading; a repository is more than a pair of them. */
const PAIRED_WORDS = new Set(
  (
    'a action actions after agenda and announcement announcements answer answers api blockers blogging bug bugs ' +
    'build cd centos ci client close closed comment comments conclusion conclusions cons concerns ' +
    'decision decisions design discussion discussions docs documentation done events feature features ' +
    'feedback fix fixed fixes followup follow-up goals ideas input intro introduction introductions issue ' +
    'issues items linux logging macos minutes misc miscellaneous naming new next node not note notes ' +
    'open or other output outcome outcomes planning pr proposals pros prs q question questions release ' +
    'releases resolution resolutions review reviews rhel server site status summary test tests tips ' +
    'todo todos topics tweeting unix update updates version welcome windows wins work'
  ).split(' '),
);

/** What a heading may list of a repository: `osquery/osquery-go PRs`. */
const LISTED = /\s+(?:open\s+)?(?:PRs?|pull[ -]requests?|issues?|repo(?:sitory)?)$/i;

/**
 * The known repository that a heading names, which may say what of it is listed below. Without its owner only a name
 * with a hyphen is surely none of the words that headings are made of.
 */
function knownIn(text: string, context: ReferenceContext): RepositoryName | undefined {
  const name = text.replace(LISTED, '').replace(/`$/, '');
  return /[/-]/.test(name) ? resolveKnown(name, context) : undefined;
}

/** A repository on GitHub, or a list of what is in it. */
const ADDRESS =
  /^https?:\/\/(?:www\.)?github\.com\/([^/?#]+\/[^/?#]+)(?:\/(?:issues|pulls|milestone|labels|projects)(?:\/[^?#]*)?|\/)?(?:[?#].*)?$/i;
/** What stands in an address where others have an owner. */
const NO_OWNER = /^(?:orgs|users|topics|features|settings|search|apps|marketplace|sponsors)\//i;

/** The repository that the address of it, or of a list in it, leads to; of a single issue there is none. */
export function parseRepositoryAddress(href: string): RepositoryName | undefined {
  const name = ADDRESS.exec(href)?.[1] ?? '';
  const isItem = parseGitHubUrl(href) !== undefined;
  return isItem || NO_OWNER.test(name) ? undefined : parseRepositoryName(name);
}

/**
 * The repository that a whole heading names (`nodejs/node`, perhaps in backticks, as GitHub URL,
 * with an emoji, a count or a colon): home of the bare numbers below it. “Conclusion/Resolution”,
 * “CI/CD” and the like are words; a repository known to `context` is believed in any spelling.
 */
export function parseRepositoryHeading(
  heading: string,
  context?: ReferenceContext,
): RepositoryName | undefined {
  // What is far longer is not worth the stripping.
  if (heading.length > LONGEST_NAMING) return undefined;
  const text = removeInvisible(heading)
    .replace(/^[\s\p{Extended_Pictographic}\ufe0f`*_[(<]+/u, '')
    .replace(/^https?:\/\/(?:www\.)?github\.com\//i, '')
    .replace(/\s+\(\d+\)(?=\s*:?\s*$)/, '')
    .replace(/[\s\p{Extended_Pictographic}\ufe0f`*:/\])>]+$/u, '');
  const known = context && knownIn(text, context);
  if (known !== undefined) return known;
  const name = parseRepositoryName(text);
  if (name === undefined) return undefined;
  const { owner, repo } = name;
  const isWord = (word: string): boolean => PAIRED_WORDS.has(word.toLowerCase());
  const areTitles = /^[A-Z][a-z]+$/.test(owner) && /^[A-Z][a-z]+$/.test(repo);
  const areInitials = /^[A-Z\d]{1,5}$/.test(owner) && /^[A-Z\d]{1,5}$/.test(repo);
  const areNumbers = /^\d+$/.test(owner) && /^[\d.-]+$/.test(repo);
  const areWords = isWord(owner) && isWord(repo);
  return areTitles || areInitials || areNumbers || areWords ? undefined : name;
}
