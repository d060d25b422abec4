import { type Archive, type ListName, filledLists } from '../archive/archive.ts';
import { type Paths, sitePaths } from '../archive/paths.ts';
import { type Redirect, redirectsOf } from '../archive/permalinks/redirects.ts';
import type { Topic } from '../archive/topics/topic.ts';
import { heldContent } from './held-content.ts';

/** The archive; while developing, that of the notes as they are now. */
export function getArchive(): Archive {
  return heldContent().archive;
}

/** The lists that the header leads to. */
export const getLists = (): ListName[] => filledLists(getArchive());

/** The paths of this site. */
export const paths: Paths = sitePaths(import.meta.env.BASE_URL);

/** The pages that are no more. */
export function getRedirects(): readonly Redirect[] {
  return redirectsOf(heldContent().permalinks);
}

/** A topic's definition as safe HTML whose links are still to be completed. */
export function getDefinition({ slug }: Pick<Topic, 'slug'>): string {
  return heldContent().definitions.get(slug) ?? '';
}
