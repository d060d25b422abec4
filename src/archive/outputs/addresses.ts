import type { Paths } from '../paths.ts';

/** What the files are made with: makers of paths, and of absolute addresses from them. */
export interface Addresses {
  paths: Paths;
  absolute: (path: string) => string;
}
