import type { MeetingId, OutcomeKind, SectionId } from './meeting.ts';
import type { Reference, ReferenceKind } from './references/reference.ts';

/** First path segments that are the site's own; a GitHub owner of that name gets no pages. */
export const ownFolders: ReadonlySet<string> = new Set([
  '404',
  'about',
  'actions',
  'api',
  'badges',
  'cite',
  'decisions',
  'feed.xml',
  'images',
  'llms.txt',
  'meetings',
  'og',
  'pagefind',
  'references',
  'robots.txt',
  'search',
  'topics',
  '_astro',
]);

/**
 * Whoever underlines a paragraph makes it a heading, and its whole text the anchor. A link to a longer one, as it
 * is written in addresses, leads to the top of the page.
 */
const longestAnchor = 1_500;

/** Makes every path and anchor of the site. */
export interface Paths {
  /** The path prefix below which the site is served: `/` or `/foundation/`. */
  base: string;
  home(): string;
  meetings(): string;
  meeting(id: MeetingId, anchor?: SectionId): string;
  /** What `meeting` gives, with the anchor however long it is: no two sections have the same. */
  section(id: MeetingId, anchor: SectionId | undefined): string;
  topics(): string;
  topic(slug: string): string;
  outcomes(kind: OutcomeKind): string;
  references(): string;
  repository(owner: string, repo: string): string;
  reference(reference: Reference, kind: ReferenceKind): string;
  /** A page of a long list other than its first, counted from the oldest; `list` is the list's own path. */
  earlier(list: string, page: number): string;
  /** A page of a list that is not in the order of time, counted from 1, the list's own; `list` is its path. */
  numbered(list: string, page: number): string;
  search(query?: string): string;
  aboutData(): string;
  /** A file of ours by its path below the base, without a leading slash. */
  file(path: string): string;
}

/**
 * Paths below a base; every path of a page ends with a slash. Owner and repository stand as they
 * are given: the archive spells each in one way, the one that its notes use most.
 */
export function sitePaths(base: string): Paths {
  const root = `/${base.split('/').filter(Boolean).join('/')}/`.replace('//', '/');
  const page = (...segments: string[]): string => `${root}${segments.map((s) => `${s}/`).join('')}`;
  return {
    base: root,
    home: () => root,
    meetings: () => page('meetings'),
    meeting: (id, anchor) => {
      const encoded = anchor === undefined ? '' : encodeURIComponent(anchor);
      const path = page('meetings', id);
      return encoded === '' || encoded.length > longestAnchor ? path : `${path}#${encoded}`;
    },
    section: (id, anchor) => {
      const path = page('meetings', id);
      return anchor === undefined ? path : `${path}#${encodeURIComponent(anchor)}`;
    },
    topics: () => page('topics'),
    topic: (slug) => page('topics', slug),
    outcomes: (kind) => page(kind),
    references: () => page('references'),
    repository: (owner, repo) => page(owner, repo),
    reference: ({ owner, repo, number }, kind) => page(owner, repo, kind, String(number)),
    earlier: (list, number) => `${list}earlier/${number}/`,
    numbered: (list, number) => (number === 1 ? list : `${list}page/${number}/`),
    search: (query) =>
      query === undefined ? page('search') : `${page('search')}?q=${encodeURIComponent(query)}`,
    aboutData: () => page('about', 'data'),
    file: (path) => `${root}${path}`,
  };
}

// Pages as the record of permalinks names them: below the base, without slashes at their ends.

/** The page of a meeting, as it stands on record. */
export const meetingPage = (id: string): string => `meetings/${id}`;

/** The page of a topic, as it stands on record. */
export const topicPage = (slug: string): string => `topics/${slug}`;

/** The page of a repository, as it stands on record. */
export const repositoryPage = (owner: string, repo: string): string => `${owner}/${repo}`;

/** The page of a reference, as it stands on record. */
export const referencePage = ({ owner, repo, number }: Reference, kind: ReferenceKind): string =>
  `${owner}/${repo}/${kind}/${number}`;

// Paths of the files of the site, below the base and without a leading slash, as `Paths.file` takes them.

/** The file of a page, by the page's path below `/`. Hosts look for the page for missing ones at `404.html`. */
export function pageFile(path: string): string {
  const below = path.replace(/^\/|\/$/g, '');
  if (below === '404' || below === '500') return `${below}.html`;
  return below === '' ? 'index.html' : `${below}/index.html`;
}

/** What the archive is for programs that read (llmstxt.org). */
export const llmsFile = 'llms.txt';

/** What programs may read (RFC 9309). */
export const robotsFile = 'robots.txt';

/** What a file of a reference is named after; a word in place of the number shows the form of the path. */
interface OfReference {
  reference: { owner: string; repo: string; number: number | string };
}

/** The feed of meetings. */
export const feedFile = 'feed.xml';

/** The feed of a topic. */
export const topicFeedFile = ({ slug }: { slug: string }): string => `topics/${slug}/feed.xml`;

/** The feed of a reference, below its page. */
export const referenceFeedFile = ({
  reference: { owner, repo, number },
  kind,
}: OfReference & { kind: ReferenceKind }): string => `${owner}/${repo}/${kind}/${number}/feed.xml`;

/** The badge of a reference. */
export const badgeFile = ({ reference: { owner, repo, number } }: OfReference): string =>
  `badges/${owner}/${repo}/${number}.svg`;

/** The note of a meeting as it was written. */
export const noteFile = ({ id }: { id: string }): string => `meetings/${id}.md`;

/** A picture that notes show, by the name that it has on the site. */
export const noteImageFile = (name: string): string => `images/${name}`;

/** The picture of a meeting, for where its page is shared. */
export const meetingImageFile = ({ id }: { id: string }): string => `og/meetings/${id}.png`;

/** The picture of a topic, for where its page is shared. */
export const topicImageFile = ({ slug }: { slug: string }): string => `og/topics/${slug}.png`;

/** The data on the whole archive. */
export const archiveDataFile = 'api/archive.json';
/** The list of all references. */
export const referencesDataFile = 'api/references.json';

/** The data on one reference. */
export const referenceDataFile = ({ reference: { owner, repo, number } }: OfReference): string =>
  `api/references/${owner}/${repo}/${number}.json`;

/** The data on the meetings of a year. */
export const yearDataFile = (year: string): string => `api/years/${year}.json`;

/** The schema of a file of data. */
export const schemaFile = (name: string): string => `api/schema/${name}.json`;

/** The index of the sitemaps. */
export const sitemapIndexFile = 'sitemap-index.xml';

/** One of the sitemaps that the index lists, counted from 0. */
export const sitemapFile = (part: number): string => `sitemap-${part}.xml`;

/** What the page for missing pages knows of the others. */
export const knownPagesFile = '404.json';
