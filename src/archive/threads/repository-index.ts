import { type RepositoryName, fullName, isSameRepository } from '../references/reference.ts';
import { byCodeUnit } from '../text/order.ts';
import type { ReferenceThread } from './reference-thread.ts';

/** A repository with its discussed references, highest number first. */
export interface RepositoryIndex extends RepositoryName {
  references: ReferenceThread[];
}

/** The repositories of all references that have a page. */
export function buildRepositories(
  references: readonly ReferenceThread[],
  home: RepositoryName | undefined,
): RepositoryIndex[] {
  const groups = new Map<string, RepositoryIndex>();
  for (const thread of references) {
    if (!thread.hasPage) continue;
    const { owner, repo } = thread.reference;
    const name = fullName(thread.reference);
    const group = groups.get(name) ?? { owner, repo, references: [] };
    group.references.push(thread);
    groups.set(name, group);
  }
  const rank = (name: RepositoryName): number =>
    home !== undefined && isSameRepository(name, home) ? 0 : 1;
  return [...groups.values()]
    .map((group) => ({
      ...group,
      references: group.references.toSorted((a, b) => b.reference.number - a.reference.number),
    }))
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        b.references.length - a.references.length ||
        byCodeUnit(fullName(a), fullName(b)),
    );
}
