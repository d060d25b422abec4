import {
  type RepositoryName,
  isSameName,
  isSameRepository,
  parseRepositoryName,
} from './reference.ts';

/** What the short forms mean at one place of an archive. */
export interface ReferenceContext {
  /** Repository of bare numbers; without it, bare numbers are not references. */
  home: RepositoryName | undefined;
  /** Further repositories that may be called by their bare name. */
  repositories: readonly RepositoryName[];
  /** Nickname to `owner/repo`. */
  shortNames?: Readonly<Record<string, string>>;
}

/**
 * The repository that a bare name stands for: a short name, home, another repository of home's
 * owner, or the only repository of that name. A name that two owners share stands for neither.
 */
function resolveName(name: string, context: ReferenceContext): RepositoryName | undefined {
  for (const [short, full] of Object.entries(context.shortNames ?? {})) {
    if (isSameName(short, name)) return parseRepositoryName(full);
  }
  const { home } = context;
  if (home !== undefined && isSameName(home.repo, name)) return home;
  const known = context.repositories.filter((other) => isSameName(other.repo, name));
  const sibling = known.find((other) => home !== undefined && isSameName(other.owner, home.owner));
  if (sibling !== undefined) return sibling;
  const [only, ...others] = known;
  return only !== undefined && others.every((other) => isSameRepository(other, only))
    ? only
    : undefined;
}

/** The known repository that `name` or `owner/name` stands for. */
export function resolveKnown(text: string, context: ReferenceContext): RepositoryName | undefined {
  if (!text.includes('/')) return resolveName(text, context);
  const named = parseRepositoryName(text);
  if (named === undefined) return undefined;
  const { home, repositories, shortNames = {} } = context;
  const known = [
    ...(home === undefined ? [] : [home]),
    ...repositories,
    ...Object.values(shortNames).flatMap((full) => parseRepositoryName(full) ?? []),
  ];
  return known.find((other) => isSameRepository(other, named));
}
