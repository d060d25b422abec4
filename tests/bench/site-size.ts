import { statSync } from 'node:fs';
import { join } from 'node:path';

import { pathsBelow } from '../../src/site/paths-below.ts';

/** One file of a built site, its path `/`-separated and its size in bytes as stored. */
export interface SiteFile {
  path: string;
  bytes: number;
}

/** All files of a built site, by path. */
export function filesOf(dist: string): SiteFile[] {
  return pathsBelow(dist).map((path) => ({ path, bytes: statSync(join(dist, path)).size }));
}

const kinds: readonly [kind: string, path: RegExp][] = [
  ['home', /^index\.html$/],
  ['list of meetings', /^meetings\/(?:earlier\/\d+\/)?index\.html$/],
  ['meeting', /^meetings\/[^/]+\/index\.html$/],
  ['list of topics', /^topics\/(?:page\/\d+\/)?index\.html$/],
  ['topic', /^topics\/.+\.html$/],
  ['list of references', /^references\/.*index\.html$/],
  ['reference', /^[^/]+\/[^/]+\/(?:pull|issues)\/\d+\/(?:earlier\/\d+\/)?index\.html$/],
  ['search page', /^search\/index\.html$/],
  ['repository', /^[^/]+\/[^/]+\/(?:.*\/)?index\.html$/],
  ['page of its own', /\.html$/],
  ['feed', /\.xml$/],
  ['data', /^api\//],
  ['search index', /^pagefind\//],
];

/** What kind of page or file a path of the built site is. */
export function kindOf(path: string): string {
  return kinds.find(([, pattern]) => pattern.test(path))?.[0] ?? 'other file';
}

/** Of each kind: how many files, how many bytes together, and the largest. */
export interface KindSize {
  kind: string;
  files: number;
  bytes: number;
  largest: SiteFile;
}

/** The files of a built site by kind. */
export function sizesOf(dist: string): KindSize[] {
  const sizes = new Map<string, KindSize>();
  for (const file of filesOf(dist)) {
    const kind = kindOf(file.path);
    const size = sizes.get(kind) ?? { kind, files: 0, bytes: 0, largest: file };
    size.files += 1;
    size.bytes += file.bytes;
    if (file.bytes > size.largest.bytes) size.largest = file;
    sizes.set(kind, size);
  }
  return [...sizes.values()];
}
