import { type Archive, outcomeKinds } from '../archive.ts';
import { referencePage, repositoryPage, topicPage } from '../paths.ts';
import { referenceKey } from '../references/reference.ts';
import { byCodeUnit } from '../text/order.ts';
import type { Topic } from '../topics/topic.ts';

/** Paths of pages that every archive has. */
const fixedPages = ['about/data', 'meetings', 'references', 'search', 'topics'];

/** The paths of all pages but those of meetings, sorted; without slashes at their ends. */
export function pagesOf(
  archive: Pick<Archive, 'meetings' | 'references' | 'repositories'>,
  topics: readonly Topic[],
): string[] {
  return [
    ...fixedPages,
    ...outcomeKinds(archive),
    ...topics.map(({ slug }) => topicPage(slug)),
    ...archive.repositories.map(({ owner, repo }) => repositoryPage(owner, repo)),
    ...archive.references.flatMap(({ hasPage, reference, kind }) =>
      hasPage ? [referencePage(reference, kind)] : [],
    ),
  ].sort(byCodeUnit);
}

/** The path with the other kind that the page of a reference answers at too; nothing for any other path. */
export function otherKind(path: string): string | undefined {
  const match = /^([^/]+\/[^/]+)\/(pull|issues)\/(\d+)$/.exec(path);
  return match === null
    ? undefined
    : `${match[1]}/${match[2] === 'pull' ? 'issues' : 'pull'}/${match[3]}`;
}

/** The reference that a path is the page of, as a key that ignores kind and case. */
export function referenceOfPath(path: string): string | undefined {
  const match = /^([^/]+)\/([^/]+)\/(?:pull|issues)\/(\d+)$/.exec(path);
  return match === null
    ? undefined
    : referenceKey({ owner: match[1]!, repo: match[2]!, number: Number(match[3]) });
}
