import { getCollection, getEntry } from 'astro:content';

import { type Archive, buildArchive } from '../archive/archive.ts';
import { type Paths, sitePaths } from '../archive/paths.ts';
import { defaultSettings } from '../archive/settings.ts';

async function build(): Promise<Archive> {
  const [meetings, topics, whole] = await Promise.all([
    getCollection('meetings'),
    getCollection('topics'),
    getEntry('archive', 'archive'),
  ]);
  return buildArchive({
    meetings: meetings.map(({ data }) => data),
    topics: topics.map(({ data }) => data),
    settings: whole?.data.settings ?? defaultSettings(),
    template: whole?.data.template,
  });
}

let built: Promise<Archive> | undefined;

/** The archive: built once for a build, anew for each request while developing. */
export function getArchive(): Promise<Archive> {
  if (import.meta.env.DEV) return build();
  built ??= build();
  return built;
}

/** The paths of this site. */
export const paths: Paths = sitePaths(import.meta.env.BASE_URL);

/** Pages that are no more, each with the path that took its place; without slashes at their ends. */
export async function getRedirects(): Promise<readonly { from: string; to: string }[]> {
  return (await getEntry('archive', 'archive'))?.data.redirects ?? [];
}
