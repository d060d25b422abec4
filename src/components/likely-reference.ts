import type { Paths } from '../archive/paths.ts';
import type { KnownPages } from '../archive/permalinks/known-pages.ts';
import type { LikelyPage } from './likely-page.ts';
import { spelled } from './missing-path.ts';

const kinds = { p: 'pull', i: 'issues' } as const;
const kindWords = { p: 'Pull request', i: 'Issue' } as const;
type KindLetter = keyof typeof kinds;

/** Owner and name of a repository that is written `owner/repo`. */
const partsOf = (name: string): [owner: string, repo: string] => {
  const [owner = '', repo = ''] = name.split('/');
  return [owner, repo];
};

function pageOf(name: string, code: string, paths: Paths): LikelyPage {
  const letter = code.charAt(0) as KindLetter;
  const number = Number(code.slice(1));
  const [owner, repo] = partsOf(name);
  return {
    href: paths.reference({ owner, repo, number }, kinds[letter]),
    label: `${kindWords[letter]} ${name}#${number}`,
  };
}

/** The repositories that an address names: one with its lists, or all of an owner. */
function findRepositories(
  segments: readonly string[],
  name: string | undefined,
  { repositories }: KnownPages,
  paths: Paths,
): LikelyPage[] {
  const page = (known: string): string => paths.repository(...partsOf(known));
  const [owner = '', , kind = ''] = segments;
  const isList =
    segments.length === 2 || (segments.length === 3 && /^(?:pull|issue)s$/i.test(kind));
  if (name !== undefined && isList) return [{ href: page(name), label: name, same: true }];
  if (segments.length !== 1) return [];
  return Object.keys(repositories)
    .filter((known) => known.toLowerCase().startsWith(`${owner.toLowerCase()}/`))
    .map((known) => ({ href: page(known), label: `All of ${known}` }));
}

/** The references of some repositories that have a number of an address. */
function findByNumber(
  segments: readonly string[],
  wanted: readonly string[],
  { repositories }: KnownPages,
  paths: Paths,
): LikelyPage[] {
  const numbers = segments.map((segment) =>
    Number(/^(?:pr|pull|issue|gh|#)?[-#]?(\d{1,10})$/i.exec(segment)?.[1]),
  );
  return wanted.flatMap((known) =>
    repositories[known]!.filter((code) => numbers.includes(Number(code.slice(1)))).map((code) =>
      pageOf(known, code, paths),
    ),
  );
}

/** The pages of references and repositories that the parts of an address may stand for. */
export function findReferences(
  segments: readonly string[],
  pages: KnownPages,
  paths: Paths,
): LikelyPage[] {
  const [, , kind = '', number = ''] = segments;
  const name = spelled(segments.slice(0, 2).join('/'), pages);
  const repositories = findRepositories(segments, name, pages, paths);
  if (repositories.length > 0) return repositories;
  if (name === undefined)
    return findByNumber(segments, Object.keys(pages.repositories), pages, paths);
  // GitHub's own path, but for the kind and the case of its letters.
  const isPath = /^(?:pulls?|issues?)$/i.test(kind);
  const [exact] = isPath ? findByNumber([number], [name], pages, paths) : [];
  if (exact !== undefined) return [{ ...exact, same: true }];
  const all = { href: paths.repository(...partsOf(name)), label: `All of ${name}` };
  return [...findByNumber(segments, [name], pages, paths), all];
}
