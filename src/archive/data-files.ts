import type { Addresses } from './addresses.ts';
import {
  apiSchema,
  apiSchemas,
  archiveFile,
  badgeFile,
  referenceDataFile,
  referenceFeedFile,
  referenceFile,
  referencesFile,
  yearFile,
  yearsOf,
} from './api.ts';
import { discussedTopics } from './archive.ts';
import { badge } from './badge.ts';
import { type FeedContext, meetingsFeed, referenceFeed, topicFeed, topicFeedFile } from './feed.ts';
import { llmsText } from './llms-text.ts';
import { sitemapIndex, sitemaps } from './sitemap.ts';

/** A file of the built site that is no page: its path below the site, and what makes its text. */
export interface DataFile {
  path: string;
  text(): string;
}

/** Everything may be read; below a path of a shared host this file has no say, and does no harm. */
const robotsText = ({ paths, absolute }: Addresses): string =>
  `User-agent: *\nAllow: /\n\nSitemap: ${absolute(paths.file('sitemap-index.xml'))}\n`;

/** The small files of every reference that has a page: data, feed and badge. */
function* referenceFiles(context: FeedContext): Generator<DataFile> {
  for (const thread of context.archive.references) {
    if (!thread.hasPage) continue;
    const feedFile = referenceFeedFile(thread);
    yield {
      path: referenceDataFile(thread),
      text: () => `${JSON.stringify(referenceFile(thread, context))}\n`,
    };
    yield { path: feedFile, text: () => referenceFeed(thread, feedFile, context) };
    yield { path: badgeFile(thread), text: () => badge(thread.label, thread.meetings) };
  }
}

/** All that programs read: data and their schemas, feeds, badges, sitemaps, and words for crawlers. */
export function* dataFiles(context: FeedContext): Generator<DataFile> {
  const { archive } = context;
  yield { path: 'robots.txt', text: () => robotsText(context) };
  yield { path: 'llms.txt', text: () => llmsText(archive, context) };
  yield { path: 'feed.xml', text: () => meetingsFeed(context) };
  const maps = sitemaps(archive, context);
  yield { path: 'sitemap-index.xml', text: () => sitemapIndex(maps.length, context) };
  for (const [part, text] of maps.entries()) yield { path: `sitemap-${part}.xml`, text };
  yield {
    path: 'api/archive.json',
    text: () => JSON.stringify(archiveFile(archive, context)),
  };
  yield {
    path: 'api/references.json',
    text: () => JSON.stringify(referencesFile(archive, context)),
  };
  for (const year of yearsOf(archive)) {
    yield {
      path: `api/years/${year}.json`,
      text: () => JSON.stringify(yearFile(archive, year, context)),
    };
  }
  for (const name of Object.keys(apiSchemas) as (keyof typeof apiSchemas)[]) {
    yield {
      path: `api/schema/${name}.json`,
      text: () => `${JSON.stringify(apiSchema(name, context), null, 2)}\n`,
    };
  }
  for (const thread of discussedTopics(archive)) {
    yield { path: topicFeedFile(thread.topic), text: () => topicFeed(thread, context) };
  }
  yield* referenceFiles(context);
}
