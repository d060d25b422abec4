import { formatDate, parseDate } from '../archive/dates/date.ts';
import type { MeetingId } from '../archive/meeting.ts';
import { type Paths, feedFile, sitePaths } from '../archive/paths.ts';
import type { KnownPages } from '../archive/permalinks/known-pages.ts';
import { nearest } from '../archive/text/nearest.ts';
import { findReferences } from './likely-reference.ts';
import { pathBelow } from './missing-path.ts';

/** A page that may have been meant. */
export interface LikelyPage {
  href: string;
  label: string;
  /** The same page written in another way, so that one can go there without asking. */
  same?: boolean;
}

/** Pages whose names lead to them in letters of any case. */
const indexes = ['meetings', 'topics', 'references', 'search'] as const;

/** More would be a list to search through. */
const mostShown = 8;

/** What somebody types who means the meeting that was last. */
const LATEST = /^(?:meetings?\/)?(?:last|latest|newest)(?:\.html?)?\/?$/i;

/** The date that an id begins with as the site writes it, and what tells it from others of the day. */
function dayOf(id: string): string {
  const date = parseDate(id.slice(0, 10));
  return date === undefined ? id : formatDate(date, 'medium') + id.slice(10).replace('-', ' ');
}

function findMeetings(path: string, { meetings }: KnownPages, paths: Paths): LikelyPage[] {
  const page = (id: MeetingId): LikelyPage => ({
    href: paths.meeting(id),
    label: `Meeting of ${dayOf(id)}`,
  });
  const ofYear = /^meetings\/(\d{4})\/?$/.exec(path)?.[1];
  if (ofYear !== undefined && meetings.some((id) => id.startsWith(ofYear))) {
    return [{ href: paths.search(ofYear), label: `Meetings of ${ofYear}` }];
  }
  if (LATEST.test(path)) return meetings.slice(-1).map(page);
  const match = /(?<!\d)((?:19|20|21)\d\d)[-/._]?(\d\d)(?:[-/._]?(\d\d))?(?!\d)/.exec(path);
  if (match === null) return [];
  const [, year = '', month = '', day] = match;
  const asked = [year, month, day].filter((part) => part !== undefined).join('-');
  const ofTime = meetings.filter((id) => id.startsWith(asked));
  const [slug] = /^-[a-z\d-]+/.exec(path.slice(match.index + match[0].length).toLowerCase()) ?? [];
  const told = ofTime.filter((id) => id.slice(10) === slug);
  const exact = told.length > 0 ? told : ofTime;
  if (exact.length > 0) {
    return exact.map((id) => ({ ...page(id), ...(day !== undefined && { same: true }) }));
  }
  const after = meetings.findIndex((id) => id > asked);
  const [before, next] =
    after === -1 ? [meetings.at(-1), undefined] : [meetings[after - 1], meetings[after]];
  return [before, next].flatMap((id) => (id === undefined ? [] : [page(id)]));
}

function findTopics(segments: string[], { topics }: KnownPages, paths: Paths): LikelyPage[] {
  const asked = (segments.at(-1) ?? '')
    .toLowerCase()
    .replace(/\.html?$/, '')
    .replace(/[\s_]+/g, '-');
  if (asked.length < 2) return [];
  const page = (slug: string): LikelyPage => ({
    href: paths.topic(slug),
    label: `Topic: ${topics[slug] ?? slug}`,
  });
  if (Object.hasOwn(topics, asked)) {
    return [{ ...page(asked), ...(segments[0] === 'topics' && { same: true }) }];
  }
  if (asked.length < 3) return [];
  // From the beginning of a word, so that `ci` is not found in `decision`.
  const alike = Object.keys(topics).filter(
    (slug) => `-${slug}`.includes(`-${asked}`) || `-${asked}-`.includes(`-${slug}-`),
  );
  const near = alike.length > 0 ? undefined : nearest(asked, Object.keys(topics));
  return [...alike.slice(0, 5), ...(near === undefined ? [] : [near])].map(page);
}

/** Lists and further pages of ours, by the first words of addresses that people would give them. */
function findOthers(segments: string[], { outcomes }: KnownPages, paths: Paths): LikelyPage[] {
  const [asked = ''] = segments;
  if (segments.length !== 1) return [];
  const pages: (LikelyPage & { asked: RegExp })[] = [
    ...(['meetings', 'topics', 'references'] as const).map((name) => ({
      asked: new RegExp(`^${name.slice(0, -1)}$`),
      href: paths[name](),
      label: `All ${name}`,
    })),
    ...outcomes.map((kind) =>
      kind === 'decisions'
        ? { asked: /^decision/, href: paths.outcomes(kind), label: 'Decisions' }
        : { asked: /^(?:action|to-?do)/, href: paths.outcomes(kind), label: 'Action items' },
    ),
    {
      asked: /^(?:feed|rss|atom)(?:\.xml)?$/,
      href: paths.file(feedFile),
      label: 'Feed of all meetings',
    },
    { asked: /^(?:about|data|api)$/, href: paths.aboutData(), label: 'About the data' },
  ];
  return pages.filter((page) => page.asked.test(asked)).map(({ href, label }) => ({ href, label }));
}

/**
 * The pages that the address of a missing one may stand for, likeliest first: paths of GitHub in any
 * case, of either kind or with a sub-page; dates in any form, else the meetings around them; numbers;
 * lists and feeds; words that are topics, or nearly.
 */
export function likelyPages(pathname: string, known: KnownPages): LikelyPage[] {
  const paths = sitePaths(known.base);
  const path = pathBelow(pathname, known);
  const segments = path.split('/').filter(Boolean);
  const folded = segments.map((segment) => segment.toLowerCase());
  const [first = ''] = folded;
  const index = indexes.find((name) => name === first);
  if (segments.length === 1 && index !== undefined) {
    return [{ href: paths[index](), label: index, same: true }];
  }
  const references = findReferences(segments, known, paths);
  const pages = references.some(({ same }) => same)
    ? references
    : [
        ...findMeetings(path, known, paths),
        ...references,
        ...findOthers(folded, known, paths),
        ...findTopics(folded, known, paths),
      ];
  const certain = pages.filter(({ same }) => same);
  const unique = certain.length === 1 ? certain : pages;
  return [...new Map(unique.map((page) => [page.href, page])).values()].slice(0, mostShown);
}
