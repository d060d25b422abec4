import { hash } from 'node:crypto';

/** What the pages of a site may run and load, as Astro tells it of all of them together. */
export interface SitePolicy {
  /** Directives but those for scripts and styles. */
  directives: readonly string[];
  scripts: Sources;
  styles: Sources;
  /** Of elements and classes that scripts which pages load may bring there. */
  names: readonly string[];
}

interface Sources {
  /** Such as `'self'`. */
  places: readonly string[];
  /** Of what may stand in a page, such as `sha256-…`. */
  hashes: readonly string[];
}

/** What a script or style is allowed by. Texts are hashed as UTF-8. */
export function sourceHash(source: string | Uint8Array): `sha256-${string}` {
  return `sha256-${hash('sha256', source, 'base64')}`;
}

/** The policy stands right after this, before anything that it is about. */
export const charset = '<meta charset="utf-8">';

const printSources = (name: string, { places }: Sources, hashes: Iterable<string>): string =>
  [name, ...places, ...Array.from(new Set(hashes), (hash) => `'${hash}'`)].join(' ');

/** The element with the policy (Content Security Policy, level 3) of a page that holds scripts and styles of some hashes. */
export function policyTag(
  site: SitePolicy,
  scripts: Iterable<string>,
  styles: Iterable<string>,
): string {
  const policy = [
    ...site.directives,
    printSources('script-src', site.scripts, scripts),
    printSources('style-src', site.styles, styles),
  ].join(';');
  return `<meta http-equiv="content-security-policy" content="${policy}">`;
}
