import { ownFolders } from '../archive/paths.ts';
import type { KnownPages } from '../archive/permalinks/known-pages.ts';
import { decodePercent } from '../archive/text/percent-encoding.ts';

/** The path of a missing page below the site, decoded. */
export const pathBelow = (pathname: string, { base }: KnownPages): string =>
  decodePercent(pathname.startsWith(base) ? pathname.slice(base.length) : pathname);

/** A repository with a page as it is spelled there, whatever the case of its letters. */
export const spelled = (name: string, { repositories }: KnownPages): string | undefined =>
  Object.keys(repositories).find((known) => known.toLowerCase() === name.toLowerCase());

/** The pull request or issue that an address is of on GitHub, where no meeting spoke of it; with its address there. */
export function untoldReference(
  pathname: string,
  known: KnownPages,
): { label: string; href: string } | undefined {
  const match = /^([\w-]+\/[\w.-]+)\/(pull|issue)s?\/([1-9]\d{0,9})(?:\/|$)/i.exec(
    pathBelow(pathname, known),
  );
  if (match === null) return undefined;
  const [, asked = '', kind = '', number = ''] = match;
  if (ownFolders.has(asked.split('/', 1)[0]!.toLowerCase())) return undefined;
  const name = spelled(asked, known);
  if (name && known.repositories[name]?.some((code) => code.slice(1) === number)) return undefined;
  const repository = name ?? asked;
  return {
    label: `${repository}#${number}`,
    href: `https://github.com/${repository}/${kind.toLowerCase() === 'pull' ? 'pull' : 'issues'}/${number}`,
  };
}

/** Whether an address looks like that of a note's file, in which its date stands, and not like a meeting's here. */
export const isOfOldHome = (pathname: string): boolean =>
  /\.md\/?$|(?:19|20|21)\d\d[-/._]?\d\d/i.test(pathname) &&
  !/\/meetings\/\d{4}-\d\d-\d\d(?:-[^/.]*)?\/?$/i.test(pathname);

/** The words that an address ends with, to be searched for. */
export function wordsOfPath(pathname: string, known: KnownPages): string {
  const last = pathBelow(pathname, known).split('/').filter(Boolean).at(-1) ?? '';
  const words = last.replace(/\.[a-z]{2,5}$/i, '').replace(/[-_+\s]+/g, ' ');
  return /\p{L}{3}/u.test(words) ? words.trim().slice(0, 100) : '';
}
