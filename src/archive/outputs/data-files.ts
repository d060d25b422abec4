import { discussedTopics } from '../archive.ts';
import {
  archiveDataFile,
  badgeFile,
  feedFile,
  llmsFile,
  referenceDataFile,
  referenceFeedFile,
  referencesDataFile,
  robotsFile,
  schemaFile,
  sitemapFile,
  sitemapIndexFile,
  topicFeedFile,
  yearDataFile,
} from '../paths.ts';
import type { Addresses } from './addresses.ts';
import { apiSchema, apiSchemas } from './api-schema.ts';
import { archiveFile, referenceFile, referencesFile, yearFile, yearsOf } from './api.ts';
import { badge } from './badge.ts';
import { type FeedContext, meetingsFeed, referenceFeed, topicFeed } from './feed.ts';
import { llmsText } from './llms-text.ts';
import { sitemapIndex, sitemaps } from './sitemap.ts';

/** A file of the built site that is no page: its path below the site, and what makes its text. */
export interface DataFile {
  path: string;
  text(): string;
}

/** Everything may be read; below a path of a shared host this file has no say, and does no harm. */
const robotsText = ({ paths, absolute }: Addresses): string =>
  `User-agent: *\nAllow: /\n\nSitemap: ${absolute(paths.file(sitemapIndexFile))}\n`;

/** The small files of every reference that has a page: data, feed and badge. */
function* referenceFiles(context: FeedContext): Generator<DataFile> {
  for (const thread of context.archive.references) {
    if (!thread.hasPage) continue;
    yield {
      path: referenceDataFile(thread),
      text: () => `${JSON.stringify(referenceFile(thread, context))}\n`,
    };
    yield { path: referenceFeedFile(thread), text: () => referenceFeed(thread, context) };
    yield { path: badgeFile(thread), text: () => badge(thread.label, thread.meetings) };
  }
}

/** All that programs read: data and their schemas, feeds, badges, sitemaps, and words for crawlers. */
export function* dataFiles(context: FeedContext): Generator<DataFile> {
  const { archive } = context;
  yield { path: robotsFile, text: () => robotsText(context) };
  yield { path: llmsFile, text: () => llmsText(archive, context) };
  yield { path: feedFile, text: () => meetingsFeed(context) };
  const maps = sitemaps(archive, context);
  yield { path: sitemapIndexFile, text: () => sitemapIndex(maps.length, context) };
  for (const [part, text] of maps.entries()) yield { path: sitemapFile(part), text };
  yield {
    path: archiveDataFile,
    text: () => JSON.stringify(archiveFile(archive, context)),
  };
  yield {
    path: referencesDataFile,
    text: () => JSON.stringify(referencesFile(archive, context)),
  };
  for (const year of yearsOf(archive)) {
    yield {
      path: yearDataFile(year),
      text: () => JSON.stringify(yearFile(archive, year, context)),
    };
  }
  for (const name of Object.keys(apiSchemas) as (keyof typeof apiSchemas)[]) {
    yield {
      path: schemaFile(name),
      text: () => `${JSON.stringify(apiSchema(name, context), null, 2)}\n`,
    };
  }
  for (const thread of discussedTopics(archive)) {
    yield { path: topicFeedFile(thread.topic), text: () => topicFeed(thread, context) };
  }
  yield* referenceFiles(context);
}
