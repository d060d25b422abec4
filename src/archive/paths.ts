import type { MeetingId, SectionId } from './meeting.ts';
import type { Reference, ReferenceKind } from './reference.ts';

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
  decisions(): string;
  actions(): string;
  references(): string;
  repository(owner: string, repo: string): string;
  reference(reference: Reference, kind: ReferenceKind): string;
  /** A page of a long list other than its first, counted from the oldest; `list` is the list's own path. */
  earlier(list: string, page: number): string;
  /** A page of a list that is not in the order of time, counted from 1, the list's own; `list` is its path. */
  numbered(list: string, page: number): string;
  search(query?: string): string;
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
    decisions: () => page('decisions'),
    actions: () => page('actions'),
    references: () => page('references'),
    repository: (owner, repo) => page(owner, repo),
    reference: ({ owner, repo, number }, kind) => page(owner, repo, kind, String(number)),
    earlier: (list, number) => `${list}earlier/${number}/`,
    numbered: (list, number) => (number === 1 ? list : `${list}page/${number}/`),
    search: (query) =>
      query === undefined ? page('search') : `${page('search')}?q=${encodeURIComponent(query)}`,
    file: (path) => `${root}${path}`,
  };
}
