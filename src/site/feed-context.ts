import type { Archive } from '../archive/archive.ts';
import type { FeedContext } from '../archive/outputs/feed.ts';
import { sitePaths } from '../archive/paths.ts';
import { mapTags } from '../archive/text/printed.ts';
import type { Address } from './address.ts';
import { completeLinks } from './views/complete-links.ts';

/**
 * What feeds and data are made with, for a site at an address: stored HTML gets absolute links, and
 * loses its ids and marks.
 */
export function feedContext(archive: Archive, { site, base }: Address): FeedContext {
  const paths = sitePaths(base);
  const absolute = (path: string): string => new URL(path, site).href;
  return {
    archive,
    paths,
    absolute,
    finish: (html, from) =>
      mapTags(completeLinks(html, { archive, paths, from: from.id }), (tag) =>
        tag
          .replace(/ (?:class|data-[a-z-]+|tabindex|role|aria-[a-z]+)="[^"]*"/g, '')
          .replace(/ href="(\/[^"]*)"/, (_, path: string) => ` href="${absolute(path)}"`),
      ),
  };
}
