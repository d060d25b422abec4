import { getEntry } from 'astro:content';

import type { Archive } from '../archive/archive.ts';
import { type Paths, sitePaths } from '../archive/paths.ts';
import { redirectsOf } from '../archive/permalink-moves.ts';
import type { Topic } from '../archive/topic.ts';
import { type SiteContent, heldContent } from './held-content.ts';

/** What was read last. */
async function content(): Promise<SiteContent> {
  // Asking Astro for the entry has it make the page anew after a note was saved.
  if (import.meta.env.DEV) await getEntry('archive', 'archive');
  return heldContent();
}

/** The archive, as the loader built it; while developing, that of the notes as they are now. */
export async function getArchive(): Promise<Archive> {
  return (await content()).archive;
}

/** The paths of this site. */
export const paths: Paths = sitePaths(import.meta.env.BASE_URL);

/** Pages that are no more, each with the path that took its place; without slashes at their ends. */
export async function getRedirects(): Promise<readonly { from: string; to: string }[]> {
  const { permalinks } = await content();
  return permalinks === undefined ? [] : redirectsOf(permalinks);
}

/** A topic's definition as safe HTML whose links are still to be completed. */
export async function getDefinition({ slug }: Pick<Topic, 'slug'>): Promise<string> {
  return (await content()).definitions.get(slug) ?? '';
}
