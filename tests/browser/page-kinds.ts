import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

// Every kind of page by its path below the base; the first that fits counts.
const kinds: [string, RegExp][] = [
  ['home', /^$/],
  ['what is not there', /^404\.html$/],
  ['search', /^search\/$/],
  ['meetings by year', /^meetings\/$/],
  ['a meeting', /^meetings\/[^/]+\/$/],
  ['topics', /^topics\/$/],
  ['a topic', /^topics\/[^/]+\/$/],
  ['references', /^references\/$/],
  ['about the data', /^about\/data\/$/],
  ['a repository', /^[^/]+\/[^/]+\/$/],
  ['a reference', /^[^/]+\/[^/]+\/(?:pull|issues)\/\d+\/$/],
];

/** The longest and the shortest page of a kind. */
export interface PageKind {
  kind: string;
  paths: string[];
}

/**
 * The kinds of pages of a built site; a page of none that is listed is a kind of its own. Pages that do
 * nothing but lead on are left out, as nobody gets to read them.
 */
export function findPageKinds(dist: string): PageKind[] {
  const found = new Map<string, { path: string; length: number }[]>();
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.html')) continue;
    const file = join(entry.parentPath, entry.name);
    const html = readFileSync(file, 'utf8');
    if (/http-equiv="refresh"/.test(html)) continue;
    const path = relative(dist, file)
      .split(sep)
      .join('/')
      .replace(/(^|\/)index\.html$/, '$1');
    const kind = kinds.find(([, pattern]) => pattern.test(path))?.[0] ?? path;
    found.set(kind, [...(found.get(kind) ?? []), { path, length: html.length }]);
  }
  return [...found].map(([kind, pages]) => {
    const sorted = pages.sort((a, b) => b.length - a.length || (a.path < b.path ? -1 : 1));
    const ends = [sorted[0]!.path, sorted.at(-1)!.path];
    return { kind, paths: [...new Set(ends)] };
  });
}
