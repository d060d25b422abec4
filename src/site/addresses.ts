import type { Addresses } from '../archive/api.ts';
import type { Archive } from '../archive/archive.ts';
import type { FeedContext } from '../archive/feed.ts';
import { paths } from './archive.ts';
import { completeLinks } from './complete-links.ts';

/** The absolute address of a path of the site. */
export const absolute = (path: string): string => new URL(path, import.meta.env.SITE).href;

/** What everything that leaves the site is addressed with. */
export const addresses: Addresses = { paths, absolute };

/** What feeds are made with: stored HTML gets absolute links, and loses its ids and marks. */
export function feedContext(archive: Archive): FeedContext {
  return {
    ...addresses,
    archive,
    finish: (html, from) =>
      completeLinks(html, { archive, paths, from: from.id })
        .replace(/ (?:class|data-[a-z-]+|tabindex|role|aria-[a-z]+)="[^"]*"/g, '')
        .replace(/ href="(\/[^"]*)"/g, (_, path: string) => ` href="${absolute(path)}"`),
  };
}
