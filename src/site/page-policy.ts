import { hash } from 'node:crypto';

/** What the pages of a site may run and load, as Astro tells it of all of them together. */
export interface SitePolicy {
  /** Directives but those for scripts and styles. */
  directives: readonly string[];
  scripts: Sources;
  styles: Sources;
}

interface Sources {
  /** Such as `'self'`. */
  places: readonly string[];
  /** Of what may stand in a page, such as `sha256-…`. */
  hashes: readonly string[];
}

// Any tag is read to its end, as an attribute may hold what looks like one.
const INLINE =
  /<(?:script|style)\b(?:"[^"]*"|[^">])*>([\s\S]*?)<\/(?:script|style)>|<[a-z](?:"[^"]*"|[^">])*>/g;

/** What a script or style is allowed by. Texts are hashed as UTF-8. */
export function sourceHash(source: string | Uint8Array): `sha256-${string}` {
  return `sha256-${hash('sha256', source, 'base64')}`;
}

/** The policy stands right after this, before anything that it is about. */
export const charset = '<meta charset="utf-8">';

function printSources(name: string, { places, hashes }: Sources, present: ReadonlySet<string>) {
  const allowed = [...new Set(hashes)].filter((hash) => present.has(hash));
  return [name, ...places, ...allowed.map((hash) => `'${hash}'`)].join(' ');
}

/**
 * Gives each page, in UTF-8, its own policy (Content Security Policy, level 3): of the scripts and styles that the
 * site knows, it allows those that stand in the page, and never another. Throws for a page without a charset.
 */
export function pagePolicy(site: SitePolicy): (page: Buffer<ArrayBuffer>) => Buffer<ArrayBuffer> {
  const known = new Set([...site.scripts.hashes, ...site.styles.hashes]);
  // A few scripts and styles stand in all pages. What stands in one page alone, such as its structured data, is
  // not kept: a piece of a text keeps the whole of it in memory.
  const hashes = new Map<string, string>();

  // Texts are given with a character for each of their bytes.
  function hashOf(text: string): string {
    const remembered = hashes.get(text);
    if (remembered !== undefined) return remembered;
    const found = sourceHash(Buffer.from(text, 'latin1'));
    if (known.has(found)) hashes.set(text, found);
    return found;
  }

  return (page) => {
    // Each byte as a character: the marks looked for are ASCII, and no page needs to be decoded and encoded again.
    const html = page.toString('latin1');
    const start = html.indexOf(charset);
    if (start < 0) throw new Error(`There is no ${charset}, after which the policy stands.`);
    const at = start + charset.length;
    const present = new Set<string>();
    for (const [, text = ''] of html.matchAll(INLINE)) if (text !== '') present.add(hashOf(text));
    const policy = [
      ...site.directives,
      printSources('script-src', site.scripts, present),
      printSources('style-src', site.styles, present),
    ].join(';');
    const tag = `<meta http-equiv="content-security-policy" content="${policy}">`;
    return Buffer.concat([page.subarray(0, at), Buffer.from(tag), page.subarray(at)]);
  };
}
