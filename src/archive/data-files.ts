import { badgeFile, referenceDataFile, referenceFeedFile, referenceFile } from './api.ts';
import { badge } from './badge.ts';
import { type FeedContext, referenceFeed } from './feed.ts';

/** A file of the built site, its path below it. */
export interface DataFile {
  path: string;
  text: string;
}

/** The small files of every reference that has a page: data, feed and badge. */
export function* referenceFiles(context: FeedContext): Generator<DataFile> {
  for (const thread of context.archive.references) {
    if (!thread.hasPage) continue;
    const feedFile = referenceFeedFile(thread);
    yield {
      path: referenceDataFile(thread),
      text: `${JSON.stringify(referenceFile(thread, context))}\n`,
    };
    yield { path: feedFile, text: referenceFeed(thread, feedFile, context) };
    yield { path: badgeFile(thread), text: badge(thread.label, thread.meetings) };
  }
}
